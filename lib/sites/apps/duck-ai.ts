import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'duck-ai',
  hosts: ['duck.ai'],
  composer: {
    fields: ['textarea[name="user-prompt"]', 'textarea'],
    send: ['form button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Duck.ai',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/duckchat/v1/chat'],
      text: ['/messages/*/content', '/messages/*/content/*/text'],
      model: '/model',
      conversation: '/durableStream/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'duckduckgo.com',
      paths: ['/duckchat/v1/chat'],
      text: ['/messages/*/content', '/messages/*/content/*/text'],
      model: '/model',
    },
  ],
  source: 'Public captures, July 2026',
};
