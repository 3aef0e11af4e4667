import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'chatgpt',
  hosts: ['chatgpt.com', 'chat.openai.com'],
  composer: {
    fields: [
      '#prompt-textarea',
      'form[data-chatgpt-composer] [contenteditable="true"][role="textbox"]',
      'textarea[name="prompt-textarea"]',
      '#mobile-composer-prompt',
      '[data-message-author-role="user"] textarea',
      '[data-turn-key] textarea',
    ],
    send: [
      '#composer-submit-button',
      '[data-testid="send-button"]',
      '[data-composer-submit]',
      'form[data-chatgpt-composer] button[type="submit"]',
    ],
    stop: ['[data-testid="stop-button"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'ChatGPT',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: [
        '/backend-api/f/conversation',
        '/backend-api/conversation',
        '/backend-anon/f/conversation',
        '/backend-anon/conversation',
        '/backend-api/f/conversation/resume',
        '/backend-api/conversation/resume',
      ],
      text: ['/messages/*/content/parts/*', '/messages/*/content/parts/*/text'],
      model: '/model',
      conversation: '/conversation_id',
      refusal: { status: 403, contentType: 'application/json', body: '{"detail":"Held back by your organisation’s policy."}' },
    },
    {
      kind: 'draft',
      channel: 'http',
      paths: ['/backend-api/f/conversation/prepare', '/backend-anon/f/conversation/prepare'],
      text: ['/partial_query/content/parts/*'],
      model: '/model',
      conversation: '/conversation_id',
    },
    {
      kind: 'draft',
      channel: 'http',
      paths: [
        '/backend-api/conversation/experimental/generate_autocompletions',
        '/backend-anon/conversation/experimental/generate_autocompletions',
      ],
      text: ['/input_text'],
      refusal: { status: 200, contentType: 'application/json', body: '{"completions":[]}' },
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/backend-api/conversation/:conversation'],
      text: ['/title'],
    },
  ],
  links: [{ paths: ['/'], query: ['q', 'prompt'] }],
  account: [{ at: 'header', is: 'chatgpt-account-id' }],
  source: 'Public captures of both shells, September 2026',
};
