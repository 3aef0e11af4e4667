import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'arena',
  hosts: ['arena.ai', 'lmarena.ai'],
  composer: {
    fields: ['textarea[name="message"]', 'textarea'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Arena',
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
