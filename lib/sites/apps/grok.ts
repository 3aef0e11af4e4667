import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'grok',
  hosts: ['grok.com'],
  composer: {
    fields: ['.tiptap.ProseMirror[contenteditable="true"]', 'textarea[aria-label="Ask Grok anything"]', 'textarea'],
    send: ['[data-testid="chat-submit"]', 'button[type="submit"][aria-label="Submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Grok',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/rest/app-chat/conversations/new', '/rest/app-chat/conversations/:conversation/responses'],
      text: ['/message', '/customInstructions'],
      model: '/modelName',
    },
  ],
  links: [{ paths: ['/'], query: ['q'] }],
  source: 'Public captures, August 2026; sources disagree on where the request comes from',
};
