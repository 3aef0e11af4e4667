import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'm365-copilot',
  hosts: ['m365.cloud.microsoft'],
  composer: {
    fields: ['#m365-chat-editor-target-element[contenteditable]', '[data-lexical-editor="true"][role="textbox"]'],
    send: ['button[type="submit"][title="Send"]', 'button[type="submit"][aria-label*="Send"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Microsoft 365 Copilot',
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
  account: [
    // Object id, `@`, tenant id; this tenant is the one of all personal Microsoft accounts (Microsoft identity platform, "ID token claims", `tid`).
    { at: 'path', is: '/m365Copilot/Chathub/:account', after: '@', personal: ['9188040d-6c67-4c5b-b112-36a304b66dad'], otherwise: 'work' },
  ],
  source: 'Public captures, August 2026',
};
