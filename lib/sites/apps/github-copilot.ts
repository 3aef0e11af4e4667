import type { Site } from '../site.ts';

const GITHUB_COPILOT: Site = {
  id: 'github-copilot',
  name: 'GitHub Copilot',
  hosts: ['github.com'],
  reads: 'prompts',
  composer: {
    fields: ['#copilot-chat-textarea', '[class*="ChatInput-module__input"]'],
    send: ['button[aria-labelledby*="Send"]', 'button:has(.octicon-paper-airplane)'],
    key: 'enter',
  },
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
  source: 'Public captures, April 2026',
};

export default GITHUB_COPILOT;
