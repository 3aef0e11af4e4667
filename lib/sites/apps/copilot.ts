import type { Site } from '../site.ts';

const COPILOT: Site = {
  id: 'copilot',
  name: 'Microsoft Copilot',
  hosts: ['copilot.microsoft.com'],
  composer: {
    fields: ['textarea#userInput', '[data-testid="composer-input"]'],
    send: ['[data-testid="submit-button"]', 'button[aria-label="Submit message"]'],
    stop: ['[data-testid="stop-button"]'],
    key: 'enter',
  },
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
  source: 'Public captures, August 2026',
};

export default COPILOT;
