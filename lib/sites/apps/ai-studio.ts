import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'ai-studio',
  hosts: ['aistudio.google.com'],
  composer: {
    fields: ['ms-prompt-box textarea', 'textarea[aria-label="Enter a prompt"]', 'textarea.textarea'],
    send: ['ms-run-button button', 'button[aria-label="Run"]'],
    key: 'mod-enter',
  },
};

export const WIRE: SiteWire = {
  name: 'Google AI Studio',
  endpoints: [
    {
      // A token at the end is said to cover the content.
      kind: 'prompt',
      channel: 'http',
      host: 'alkalimakersuite-pa.clients6.google.com',
      paths: ['/$rpc/google.internal.alkali.applications.makersuite.v1.MakerSuiteService/GenerateContent'],
      text: ['/1/*/0/*/1'],
      signed: true,
      model: '/0',
    },
  ],
  links: [{ paths: ['/prompts/new_chat', '/apps'], query: ['prompt'] }],
  source: 'Public captures, 2026',
};
