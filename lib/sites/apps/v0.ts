import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'v0',
  hosts: ['v0.app', 'v0.dev'],
  composer: {
    fields: ['.ProseMirror[contenteditable="true"]', 'textarea'],
    send: ['[data-testid="prompt-form-send-button"]', 'form button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'v0',
  endpoints: [
    {
      // The shape of the body is not known: every string counts.
      kind: 'prompt',
      channel: 'http',
      paths: ['/chat/api/send', '/chat/api/send-site'],
      text: [],
      conversation: '/chatId',
    },
  ],
  links: [
    { paths: ['/'], query: ['q'] },
    { paths: ['/chat/api/open'], query: ['url'] },
  ],
  source: 'Public captures, April 2026',
};
