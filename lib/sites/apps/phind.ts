import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'phind',
  hosts: ['www.phind.com', 'phind.com'],
  composer: {
    fields: ['textarea'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Phind',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'websocket',
      host: '*.phind.com',
      paths: ['/**'],
      text: ['/query', '/messages/*/content'],
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/**'],
      text: ['/query', '/question', '/messages/*/content'],
    },
  ],
  source: 'Public captures, August 2026',
};
