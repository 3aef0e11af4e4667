import type { Site } from '../site.ts';

const GROK: Site = {
  id: 'grok',
  name: 'Grok',
  hosts: ['grok.com'],
  composer: {
    fields: ['.tiptap.ProseMirror[contenteditable="true"]', 'textarea[aria-label="Ask Grok anything"]', 'textarea'],
    send: ['[data-testid="chat-submit"]', 'button[type="submit"][aria-label="Submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/rest/app-chat/conversations/new', '/rest/app-chat/conversations/:conversation/responses'],
      text: ['/message', '/customInstructions'],
      model: '/modelName',
    },
  ],
  source: 'Public captures, August 2026; sources disagree on where the request comes from',
};

export default GROK;
