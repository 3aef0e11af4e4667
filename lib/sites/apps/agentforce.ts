import type { Site } from '../site.ts';

const AGENTFORCE: Site = {
  id: 'agentforce',
  name: 'Agentforce',
  hosts: ['*.lightning.force.com'],
  reads: 'prompts',
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]'],
    send: ['button[title="Send"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/aura', '/s/sfsites/aura'],
      text: ['/message/actions/*/params/lifecycleAgentMessageInputRepresentation/userInput'],
    },
  ],
  source: 'Public captures, August 2026',
};

export default AGENTFORCE;
