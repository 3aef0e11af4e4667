import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'copilot',
  hosts: ['copilot.microsoft.com'],
  composer: {
    fields: ['textarea#userInput', '[data-testid="composer-input"]'],
    send: ['[data-testid="submit-button"]', 'button[aria-label="Submit message"]'],
    stop: ['[data-testid="stop-button"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Microsoft Copilot',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'websocket',
      paths: ['/c/api/chat'],
      when: { at: '/event', is: 'send' },
      text: ['/content/*/text'],
      model: '/mode',
      conversation: '/conversationId',
    },
  ],
  links: [{ paths: ['/'], query: ['q'] }],
  account: [
    // Work accounts are sent on to Microsoft 365 Copilot.
    { at: 'host', is: 'copilot.microsoft.com', otherwise: 'personal' },
  ],
  source: 'Public captures, August 2026',
};
