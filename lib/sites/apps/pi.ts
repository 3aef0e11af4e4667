import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'pi',
  hosts: ['pi.ai'],
  composer: {
    fields: ['textarea'],
    send: ['button[aria-label="Submit text"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Pi',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/*/chat', '/api/chat'],
      text: ['/text'],
      conversation: '/conversation',
    },
  ],
  source: 'Public captures, August 2026',
};
