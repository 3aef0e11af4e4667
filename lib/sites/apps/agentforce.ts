import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'agentforce',
  hosts: ['*.lightning.force.com'],
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]'],
    send: ['button[title="Send"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Agentforce',
  reads: 'prompts',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/aura', '/s/sfsites/aura'],
      text: ['/message/actions/*/params/lifecycleAgentMessageInputRepresentation/userInput'],
    },
  ],
  account: [{ at: 'host', is: '*.lightning.force.com', otherwise: 'work' }],
  source: 'Public captures, August 2026',
};
