import type { Site } from '../site.ts';

const PHIND: Site = {
  id: 'phind',
  name: 'Phind',
  hosts: ['www.phind.com', 'phind.com'],
  composer: {
    fields: ['textarea'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
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

export default PHIND;
