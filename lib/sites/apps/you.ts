import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'you',
  hosts: ['you.com'],
  composer: {
    fields: ['textarea#search-input-textarea', 'textarea'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'You.com',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/streamingSearch', '/api/custom_assistants/*', '/api/chat'],
      text: ['/query', '/prompt', '/q'],
      conversation: '/chatId',
    },
  ],
  links: [
    { paths: ['/search'], query: ['q'] },
    // The prompt and the whole conversation, by EventSource.
    { paths: ['/api/streamingSearch'], query: ['q', 'chat'] },
  ],
  source: 'Public captures, July 2026',
};
