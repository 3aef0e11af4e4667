import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'glean',
  hosts: ['app.glean.com'],
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]'],
    send: ['button[aria-label="Send"]', 'button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Glean',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: 'app.glean.com',
      paths: ['/api/v1/chat', '/rest/api/v1/chat'],
      text: ['/messages/*/fragments/*/text'],
      conversation: '/chatId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: '*.glean.com',
      paths: ['/api/v1/chat', '/rest/api/v1/chat'],
      text: ['/messages/*/fragments/*/text'],
      conversation: '/chatId',
    },
  ],
  account: [{ at: 'host', is: '*.glean.com', otherwise: 'work' }],
  source: 'Public captures, August 2026',
};
