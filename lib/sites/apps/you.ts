import type { Site } from '../site.ts';

const YOU: Site = {
  id: 'you',
  name: 'You.com',
  hosts: ['you.com'],
  composer: {
    fields: ['textarea#search-input-textarea', 'textarea'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/streamingSearch', '/api/custom_assistants/*', '/api/chat'],
      text: ['/query', '/prompt', '/q'],
      conversation: '/chatId',
    },
  ],
  source: 'Public captures, July 2026',
};

export default YOU;
