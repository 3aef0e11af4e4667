import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'character-ai',
  hosts: ['character.ai', 'beta.character.ai'],
  composer: {
    fields: ['textarea'],
    send: ['button[aria-label="Send a message..."]', 'button[aria-label="Send"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Character.AI',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'websocket',
      host: 'neo.character.ai',
      paths: ['/ws/', '/ws'],
      text: ['/payload/turn/candidates/*/raw_content'],
      conversation: '/payload/turn/turn_key/chat_id',
    },
  ],
  source: 'Public captures, 2025 and 2026',
};
