import type { Site } from '../site.ts';

const POE: Site = {
  id: 'poe',
  name: 'Poe',
  hosts: ['poe.com'],
  composer: {
    fields: ['textarea[class*="GrowingTextArea_textArea"]', 'textarea'],
    send: ['button[aria-label="Send message"]', '[class*="ChatMessageSendButton"]'],
    key: 'enter',
  },
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

export default POE;
