import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'qwen',
  hosts: ['chat.qwen.ai'],
  composer: {
    fields: ['textarea.message-input-textarea', 'textarea#chat-input', 'textarea'],
    send: ['#send-message-button', 'button.omni-button-content-btn'],
  },
};

export const WIRE: SiteWire = {
  name: 'Qwen Chat',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/*/chat/completions'],
      text: ['/messages/*/content', '/messages/*/content/*/text'],
      model: '/messages/0/models/0',
      conversation: '/chat_id',
    },
  ],
  source: 'Public captures, August 2026',
};
