import type { Site } from '../site.ts';

const DEEPSEEK: Site = {
  id: 'deepseek',
  name: 'DeepSeek',
  hosts: ['chat.deepseek.com'],
  composer: {
    fields: ['textarea#chat-input', 'textarea'],
    send: ['div[role="button"].ds-button--primary', '.ds-button--primary', 'div[role="button"][aria-disabled]'],
    key: 'enter',
  },
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

export default DEEPSEEK;
