import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'perplexity',
  hosts: ['www.perplexity.ai', 'perplexity.ai'],
  composer: {
    fields: ['#ask-input', 'textarea[placeholder*="follow-up"]', 'textarea'],
    send: ['button[aria-label="Submit"]', 'button[aria-label="Send"]', '[data-testid="submit-button"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Perplexity',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/rest/sse/perplexity_ask'],
      // The prompt is sent twice.
      text: ['/query_str', '/params/dsl_query'],
      model: '/params/model_preference',
      conversation: '/params/frontend_context_uuid',
      refusal: { status: 403, contentType: 'text/plain', body: ' ' },
    },
    {
      kind: 'draft',
      channel: 'websocket',
      host: 'suggest.perplexity.ai',
      paths: ['/suggest/ws'],
      text: ['/q'],
    },
    {
      kind: 'draft',
      channel: 'http',
      paths: ['/rest/autosuggest/list-autosuggest'],
      text: ['/query'],
      refusal: { status: 200, contentType: 'application/json', body: '{"results":[]}' },
    },
    {
      kind: 'draft',
      channel: 'http',
      host: 'suggest.perplexity.ai',
      paths: ['/search/v3/navigate'],
      text: ['/q', '/query'],
      refusal: { status: 200, contentType: 'application/json', body: '{}' },
    },
  ],
  links: [{ paths: ['/', '/search', '/search/new'], query: ['q'] }],
  source: 'Public captures, March to May 2026',
};
