import type { Site } from '../site.ts';

const GENSPARK: Site = {
  id: 'genspark',
  name: 'Genspark',
  hosts: ['www.genspark.ai', 'genspark.ai'],
  composer: {
    fields: ['textarea', '[contenteditable="true"]'],
    send: ['.enter-icon-wrapper', '.enter-icon'],
    key: 'enter',
  },
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

export default GENSPARK;
