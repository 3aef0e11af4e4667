import type { Site } from '../site.ts';

const GROK_X: Site = {
  id: 'grok-x',
  name: 'Grok on X',
  hosts: ['x.com'],
  reads: 'prompts',
  composer: {
    fields: ['textarea[placeholder*="nything"]'],
    send: ['button[aria-label="Grok something"]'],
    key: 'enter',
  },
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      host: 'grok.x.com',
      paths: ['/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'api.x.com',
      paths: ['/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
    {
      kind: 'prompt',
      channel: 'http',
      host: 'x.com',
      paths: ['/i/api/2/grok/add_response.json'],
      text: ['/responses/*/message'],
      model: '/grokModelOptionId',
      conversation: '/conversationId',
    },
  ],
  source: 'Public captures, July 2026',
};

export default GROK_X;
