import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'notion-ai',
  hosts: ['www.notion.so', 'notion.so', 'www.notion.com'],
  composer: {
    fields: ['[data-content-editable-leaf="true"][role="textbox"]'],
    send: ['[aria-label="Submit AI message"]', '[data-testid="agent-send-message-button"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Notion AI',
  reads: 'prompts',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/api/v3/runAssistantV2', '/api/v3/runInferenceTranscript'],
      text: ['/transcript/*/value', '/transcript/*/value/*/*', '/transcript/*/value/*', '/transcript/*/value/*/*/*'],
      refusal: { status: 403, contentType: 'text/plain', body: ' ' },
    },
  ],
  source: 'Public captures, August 2026',
};
