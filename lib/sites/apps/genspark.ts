import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'genspark',
  hosts: ['www.genspark.ai', 'genspark.ai'],
  composer: {
    fields: ['textarea', '[contenteditable="true"]'],
    send: ['.enter-icon-wrapper', '.enter-icon'],
  },
};

export const WIRE: SiteWire = {
  name: 'Genspark',
  endpoints: [
    {
      // The text is sent two or three times, once cut after 200 characters.
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/agent/ask_proxy', '/api/agent/ask', '/api/agent/ask_proxy_events'],
      text: ['/messages/*/content', '/messages/*/content/*/text', '/messages/*/_deepDiveStateNegContent', '/user_s_input'],
      model: '/ai_chat_model',
      conversation: '/project_id',
    },
  ],
  source: 'Public captures, September 2026',
};
