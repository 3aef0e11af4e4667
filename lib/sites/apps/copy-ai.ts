import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'copy-ai',
  hosts: ['app.copy.ai'],
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Copy.ai',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: '*.copy.ai',
      paths: ['/v1/workspaces/*/teamspaces/*/conversations/ask', '/**/v1/workspaces/*/teamspaces/*/conversations/ask'],
      text: ['/text'],
    },
  ],
  account: [{ at: 'path', is: '/v1/workspaces/:account/**' }],
  source: 'Public captures, August 2026',
};
