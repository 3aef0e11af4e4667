import type { Site } from '../site.ts';

const ARENA: Site = {
  id: 'arena',
  name: 'Arena',
  hosts: ['arena.ai', 'lmarena.ai'],
  composer: {
    fields: ['textarea[name="message"]', 'textarea'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/nextjs-api/stream/create-evaluation', '/nextjs-api/stream/post-to-evaluation/:conversation'],
      text: ['/userMessage/content', '/messages/*/content', '/messages/*/content/*/text'],
      model: '/modelAId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/coding-agent/sessions', '/api/coding-agent/sessions/:conversation'],
      text: ['/prompt', '/message', '/messages/*/content'],
    },
  ],
  source: 'Public captures, October 2026',
};

export default ARENA;
