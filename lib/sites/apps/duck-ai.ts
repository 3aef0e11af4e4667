import type { Site } from '../site.ts';

const DUCK_AI: Site = {
  id: 'duck-ai',
  name: 'Duck.ai',
  hosts: ['duck.ai'],
  composer: {
    fields: ['textarea[name="user-prompt"]', 'textarea'],
    send: ['form button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/duckchat/v1/chat'],
      text: ['/messages/*/content', '/messages/*/content/*/text'],
      model: '/model',
      conversation: '/durableStream/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'duckduckgo.com',
      paths: ['/duckchat/v1/chat'],
      text: ['/messages/*/content', '/messages/*/content/*/text'],
      model: '/model',
    },
  ],
  source: 'Public captures, July 2026',
};

export default DUCK_AI;
