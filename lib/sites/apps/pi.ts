import type { Site } from '../site.ts';

const PI: Site = {
  id: 'pi',
  name: 'Pi',
  hosts: ['pi.ai'],
  composer: {
    fields: ['textarea'],
    send: ['button[aria-label="Submit text"]'],
    key: 'enter',
  },
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

export default PI;
