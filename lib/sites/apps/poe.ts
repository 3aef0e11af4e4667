import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'poe',
  hosts: ['poe.com'],
  composer: {
    fields: ['textarea[class*="GrowingTextArea_textArea"]', 'textarea'],
    send: ['button[aria-label="Send message"]', '[class*="ChatMessageSendButton"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Poe',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/gql_POST'],
      text: ['/variables/query'],
      model: '/bot',
      conversation: '/variables/chatId',
    },
  ],
  source: 'Public captures, July 2026',
};
