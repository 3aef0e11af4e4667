import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'iask',
  hosts: ['iask.ai', 'www.iask.ai'],
  composer: {
    fields: ['textarea', 'input[type="search"]'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'iAsk',
  endpoints: [
    {
      // A form inside the fifth item of an array.
      kind: 'prompt',
      channel: 'websocket',
      paths: ['/**/live/websocket', '/live/websocket', '/**'],
      text: ['/4/value'],
    },
  ],
  source: 'Public captures, August 2026',
};
