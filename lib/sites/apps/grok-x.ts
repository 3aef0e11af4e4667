import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'grok-x',
  hosts: ['x.com'],
  composer: {
    fields: ['textarea[placeholder*="nything"]'],
    send: ['button[aria-label="Grok something"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Grok on X',
  reads: 'prompts',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: 'grok.x.com',
      paths: ['/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'api.x.com',
      paths: ['/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'x.com',
      paths: ['/i/api/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
  ],
  links: [{ paths: ['/i/grok'], query: ['text'] }],
  source: 'Public captures, July 2026',
};
