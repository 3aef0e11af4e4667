import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'z-ai',
  hosts: ['chat.z.ai'],
  composer: {
    fields: ['#chat-input', 'textarea'],
    send: ['#send-message-button'],
  },
};

export const WIRE: SiteWire = {
  name: 'Z.ai',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/*/chat/completions', '/api/chat/completions'],
      text: ['/messages/*/content', '/messages/*/content/*/text', '/signature_prompt'],
      model: '/model',
      conversation: '/chat_id',
    },
  ],
  links: [{ paths: ['/'], query: ['q'] }],
  source: 'Public captures, August 2026',
};
