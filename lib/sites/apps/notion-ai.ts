import type { Site } from '../site.ts';

const NOTION_AI: Site = {
  id: 'notion-ai',
  name: 'Notion AI',
  hosts: ['www.notion.so', 'notion.so', 'www.notion.com'],
  reads: 'prompts',
  composer: {
    fields: ['[data-content-editable-leaf="true"][role="textbox"]'],
    send: ['[aria-label="Submit AI message"]', '[data-testid="agent-send-message-button"]'],
    key: 'enter',
  },
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

export default NOTION_AI;
