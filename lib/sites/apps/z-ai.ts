import type { Site } from '../site.ts';

const Z_AI: Site = {
  id: 'z-ai',
  name: 'Z.ai',
  hosts: ['chat.z.ai'],
  composer: {
    fields: ['#chat-input', 'textarea'],
    send: ['#send-message-button'],
    key: 'enter',
  },
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
  source: 'Public captures, August 2026',
};

export default Z_AI;
