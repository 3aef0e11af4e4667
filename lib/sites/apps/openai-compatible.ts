import type { SitePage, SiteWire } from '../site.ts';

const TEXT = [
  '/messages/*/content',
  '/messages/*/content/*/text',
  '/messages/*/parts/*/text',
  '/input',
  '/input/*/content',
  '/input/*/content/*/text',
  '/prompt',
  '/message',
  '/query',
  '/text',
  '/content',
  '',
];

/** Pages that speak a common chat interface: self-hosted front ends and gateways. */
export const PAGE: SitePage = {
  id: 'openai-compatible',
  hosts: ['openrouter.ai', 'localhost', '127.0.0.1'],
  composer: {
    fields: ['textarea', '[contenteditable="true"][role="textbox"]', '[contenteditable="true"]'],
    send: [
      '[data-testid="send-button"]',
      '#send-message-button',
      'form button[type="submit"]',
      'button[aria-label="Send"]',
      'button[aria-label="Send message"]',
    ],
    stop: ['[data-testid="stop-button"]', 'button[aria-label="Stop"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'OpenAI-compatible chat',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: ['/**/chat/completions', '/**/completions', '/**/responses', '/**/messages', '/**/api/chat', '/**/api/generate'],
      text: TEXT,
      model: '/model',
      conversation: '/chat_id',
    },
    {
      kind: 'prompt',
      channel: 'websocket',
      paths: ['/**/chat', '/**/ws', '/**/socket'],
      text: TEXT,
      model: '/model',
    },
  ],
  source: 'OpenAI API reference (chat completions, responses), Anthropic API reference (messages), Ollama API reference; November 2026',
};
