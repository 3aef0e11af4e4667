import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'doubao',
  hosts: ['www.doubao.com'],
  composer: {
    fields: ['[data-testid="chat_input_input"]', '.tiptap.ProseMirror[role="textbox"]', 'textarea'],
    send: ['[data-testid="chat_input_send_button"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Doubao',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/samantha/chat/completion', '/chat/completion'],
      text: ['/messages/*/content/text', '/messages/*/content_block/*/content/text_block/text'],
      conversation: '/conversation_id',
    },
  ],
  source: 'Public captures, 2026',
};
