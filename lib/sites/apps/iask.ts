import type { Site } from '../site.ts';

const IASK: Site = {
  id: 'iask',
  name: 'iAsk',
  hosts: ['iask.ai', 'www.iask.ai'],
  composer: {
    fields: ['textarea', 'input[type="search"]'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
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

export default IASK;
