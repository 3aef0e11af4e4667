import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'kimi',
  hosts: ['www.kimi.com', 'kimi.com', 'kimi.ai', 'www.kimi.ai', 'kimi.moonshot.cn'],
  composer: {
    fields: ['.chat-input-editor[contenteditable="true"]', '[data-lexical-editor="true"][role="textbox"]'],
    send: ['div.send-button', '.send-button'],
  },
};

export const WIRE: SiteWire = {
  name: 'Kimi',
  endpoints: [
    {
      // Connect-RPC: each message has a flag and a length before it.
      kind: 'prompt',
      channel: 'http',
      paths: ['/apiv2/kimi.gateway.chat.v1.ChatService/Chat', '/apiv2/kimi.chat.v1.ChatService/Chat'],
      text: ['/*/message/blocks/*/text/content'],
      conversation: '/*/chat_id',
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/chat/:conversation/completion/stream'],
      text: ['/messages/*/content'],
    },
  ],
  source: 'Public captures, June 2026',
};
