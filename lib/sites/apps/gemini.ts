import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'gemini',
  hosts: ['gemini.google.com'],
  composer: {
    fields: ['rich-textarea .ql-editor', '.ql-editor[contenteditable="true"]', 'user-query textarea', 'textarea'],
    send: ['button.send-button', 'button[aria-label="Send message"]'],
    stop: ['button.send-button.stop'],
  },
};

export const WIRE: SiteWire = {
  name: 'Gemini',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      // `/u/N` says which of several signed-in accounts is used.
      paths: ['/**/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate'],
      text: ['/f.req/1/0/0'],
      conversation: '/f.req/1/2/0',
      // The page ends its spinner on any body, and shows nothing.
      refusal: { status: 403, contentType: 'text/plain', body: ' ' },
    },
  ],
  source: 'Public captures, August 2026',
};
