import type { Site } from '../site.ts';

const V0: Site = {
  id: 'v0',
  name: 'v0',
  hosts: ['v0.app', 'v0.dev'],
  composer: {
    fields: ['.ProseMirror[contenteditable="true"]', 'textarea'],
    send: ['[data-testid="prompt-form-send-button"]', 'form button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      // The shape of the body is not known: every string counts.
      kind: 'prompt',
      channel: 'http',
      paths: ['/chat/api/send', '/chat/api/send-site'],
      text: [],
      conversation: '/chatId',
    },
  ],
  source: 'Public captures, April 2026',
};

export default V0;
