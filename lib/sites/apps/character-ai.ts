import type { Site } from '../site.ts';

const CHARACTER_AI: Site = {
  id: 'character-ai',
  name: 'Character.AI',
  hosts: ['character.ai', 'beta.character.ai'],
  composer: {
    fields: ['textarea'],
    send: ['button[aria-label="Send a message..."]', 'button[aria-label="Send"]'],
    key: 'enter',
  },
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

export default CHARACTER_AI;
