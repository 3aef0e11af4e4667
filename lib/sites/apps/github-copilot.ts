import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'github-copilot',
  hosts: ['github.com'],
  composer: {
    fields: ['#copilot-chat-textarea', '[class*="ChatInput-module__input"]'],
    send: ['button[aria-labelledby*="Send"]', 'button:has(.octicon-paper-airplane)'],
  },
};

export const WIRE: SiteWire = {
  name: 'GitHub Copilot',
  reads: 'prompts',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: '*.githubcopilot.com',
      paths: ['/github/chat/threads/:conversation/messages'],
      text: ['/content', '/customInstructions', '/customInstructions/*'],
      model: '/model',
    },
  ],
  account: [{ at: 'host', is: '*.githubcopilot.com', after: 'api.', personal: ['individual'], work: ['business', 'enterprise'] }],
  source: 'Public captures, April 2026',
};
