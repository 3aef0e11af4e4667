import type { Site } from '../site.ts';

const M365_COPILOT: Site = {
  id: 'm365-copilot',
  name: 'Microsoft 365 Copilot',
  hosts: ['m365.cloud.microsoft'],
  composer: {
    fields: ['#m365-chat-editor-target-element[contenteditable]', '[data-lexical-editor="true"][role="textbox"]'],
    send: ['button[type="submit"][title="Send"]', 'button[type="submit"][aria-label*="Send"]'],
    key: 'enter',
  },
  endpoints: [
    {
      // SignalR: several records, each a line of its own, may share a frame.
      kind: 'prompt',
      channel: 'websocket',
      host: 'substrate.office.com',
      paths: ['/m365Copilot/Chathub/*'],
      when: { at: '/*/target', is: 'chat' },
      text: ['/*/arguments/*/message/text'],
    },
    {
      kind: 'prompt',
      channel: 'websocket',
      host: 'substrate.svc.cloud.microsoft',
      paths: ['/m365Copilot/Chathub/*'],
      when: { at: '/*/target', is: 'chat' },
      text: ['/*/arguments/*/message/text'],
    },
    {
      kind: 'prompt',
      channel: 'websocket',
      host: '*.office365.us',
      paths: ['/m365Copilot/Chathub/*'],
      when: { at: '/*/target', is: 'chat' },
      text: ['/*/arguments/*/message/text'],
    },
  ],
  source: 'Public captures, August 2026',
};

export default M365_COPILOT;
