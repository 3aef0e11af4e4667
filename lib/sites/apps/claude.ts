import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'claude',
  hosts: ['claude.ai'],
  composer: {
    fields: [
      '[data-testid="chat-input"]',
      'fieldset .ProseMirror[contenteditable="true"]',
      'textarea#static-composer-input',
      '[data-cds="UserMessage"] textarea',
    ],
    send: [
      'button[aria-label="Send message"]',
      'button[aria-label="Send Message"]',
      '[data-cds="UserMessage"] button:has(> span.bg-fill-primary)',
    ],
    stop: ['button[aria-label="Stop response"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Claude',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: [
        '/api/organizations/*/chat_conversations/:conversation/completion',
        '/api/organizations/*/chat_conversations/:conversation/retry_completion',
      ],
      // Long pastes and text files ride in the attachments, not in the prompt.
      text: ['/prompt', '/attachments/*/extracted_content'],
      model: '/model',
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/organizations/*/chat_conversations', '/api/organizations/*/chat_conversations/:conversation'],
      text: ['/name'],
    },
  ],
  links: [{ paths: ['/new'], query: ['q'] }],
  account: [{ at: 'path', is: '/api/organizations/:account/**' }],
  source: 'Public captures, August 2026',
};
