import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'meta-ai',
  hosts: ['www.meta.ai', 'meta.ai'],
  composer: {
    fields: ['[contenteditable="true"][role="textbox"]', 'textarea'],
    send: ['[aria-label="Send message"]', '[aria-label="Send"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Meta AI',
  endpoints: [
    {
      // Protobuf inside base64 inside JSON, with a checksum over it.
      kind: 'prompt',
      channel: 'websocket',
      host: 'gateway.meta.ai',
      paths: ['/ws/clippy'],
      text: ['/payload'],
      signed: true,
    },
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/graphql/', '/api/graphql'],
      text: ['/variables/message/sensitive_string_value'],
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'graph.meta.ai',
      paths: ['/graphql'],
      text: ['/variables/message/sensitive_string_value'],
    },
  ],
  links: [{ paths: ['/'], query: ['prompt'] }],
  source: 'Public captures, July 2026',
};
