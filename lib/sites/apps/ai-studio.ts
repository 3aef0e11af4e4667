import type { Site } from '../site.ts';

const AI_STUDIO: Site = {
  id: 'ai-studio',
  name: 'Google AI Studio',
  hosts: ['aistudio.google.com'],
  composer: {
    fields: ['ms-prompt-box textarea', 'textarea[aria-label="Enter a prompt"]', 'textarea.textarea'],
    send: ['ms-run-button button', 'button[aria-label="Run"]'],
    key: 'mod-enter',
  },
  endpoints: [
    {
      // A token at the end is said to cover the content.
      kind: 'prompt',
      channel: 'http',
      host: 'alkalimakersuite-pa.clients6.google.com',
      paths: ['/$rpc/google.internal.alkali.applications.makersuite.v1.MakerSuiteService/GenerateContent'],
      text: ['/1/*/0/*/1'],
      signed: true,
      model: '/0',
    },
  ],
  source: 'Public captures, 2026',
};

export default AI_STUDIO;
