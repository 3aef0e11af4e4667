import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 't3-chat',
  hosts: ['t3.chat', 'www.t3.chat'],
  composer: {
    fields: ['textarea#chat-input', 'textarea'],
    send: ['form button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'T3 Chat',
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
  links: [{ paths: ['/new'], query: ['q'] }],
  source: 'Public captures, July 2026',
};
