import type { Site } from '../site.ts';

const QWEN: Site = {
  id: 'qwen',
  name: 'Qwen Chat',
  hosts: ['chat.qwen.ai'],
  composer: {
    fields: ['textarea.message-input-textarea', 'textarea#chat-input', 'textarea'],
    send: ['#send-message-button', 'button.omni-button-content-btn'],
    key: 'enter',
  },
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

export default QWEN;
