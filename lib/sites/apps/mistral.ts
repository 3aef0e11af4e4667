import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'mistral',
  hosts: ['chat.mistral.ai'],
  composer: {
    fields: ['.ProseMirror[contenteditable="true"]', 'textarea[name="message.text"]'],
    send: ['button[aria-label="Send message"]', 'form button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Mistral Le Chat',
  endpoints: [
    {
      // A batch of calls: an array, or an object with numbers for keys.
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/trpc/message.newChat'],
      text: ['/*/json/content/*/text'],
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/chat'],
      text: ['/messageInput/*/text', '/messageInput'],
      conversation: '/chatId',
    },
  ],
  links: [{ paths: ['/chat'], query: ['q'] }],
  source: 'Public captures, August 2026',
};
