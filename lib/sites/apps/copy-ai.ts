import type { Site } from '../site.ts';

const COPY_AI: Site = {
  id: 'copy-ai',
  name: 'Copy.ai',
  hosts: ['app.copy.ai'],
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: '*.copy.ai',
      paths: ['/v1/workspaces/*/teamspaces/*/conversations/ask', '/**/v1/workspaces/*/teamspaces/*/conversations/ask'],
      text: ['/text'],
    },
  ],
  source: 'Public captures, August 2026',
};

export default COPY_AI;
