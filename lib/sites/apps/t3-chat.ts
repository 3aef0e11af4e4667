import type { Site } from '../site.ts';

const T3_CHAT: Site = {
  id: 't3-chat',
  name: 'T3 Chat',
  hosts: ['t3.chat', 'www.t3.chat'],
  composer: {
    fields: ['textarea#chat-input', 'textarea'],
    send: ['form button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/chat'],
      text: ['/messages/*/parts/*/text', '/messages/*/content'],
      model: '/model',
      conversation: '/threadMetadata/id',
    },
  ],
  source: 'Public captures, July 2026',
};

export default T3_CHAT;
