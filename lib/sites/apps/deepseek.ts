import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'deepseek',
  hosts: ['chat.deepseek.com'],
  composer: {
    fields: ['textarea#chat-input', 'textarea'],
    send: ['div[role="button"].ds-button--primary', '.ds-button--primary', 'div[role="button"][aria-disabled]'],
  },
};

export const WIRE: SiteWire = {
  name: 'DeepSeek',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/*/chat/completion', '/api/*/chat/edit_message'],
      text: ['/prompt'],
      model: '/model_type',
      conversation: '/chat_session_id',
    },
  ],
  source: 'Public captures, August 2026',
};
