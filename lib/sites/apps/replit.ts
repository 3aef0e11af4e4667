import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'replit',
  hosts: ['replit.com'],
  composer: {
    fields: ['.cm-content[role="textbox"]', 'textarea'],
    send: ['button[data-cy="ai-chat-send-button"]', 'button[data-cy="ai-prompt-submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Replit AI',
  reads: 'prompts',
  endpoints: [
    {
      // Analytics that carry the prompt.
      kind: 'draft',
      channel: 'http',
      host: 'sp.replit.com',
      paths: ['/v1/t', '/v1/**'],
      text: [],
    },
    {
      kind: 'draft',
      channel: 'http',
      host: 'ingest.app.coframe.com',
      paths: ['/ingest/**'],
      text: [],
    },
  ],
  links: [{ paths: ['/'], query: ['prompt'], packed: true }],
  source: 'Host list of another product, May 2026',
};
