import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'notebooklm',
  hosts: ['notebooklm.google.com', 'notebook.google.com'],
  composer: {
    fields: ['textarea.query-box-input', 'textarea'],
    send: ['query-box form button[type="submit"]', 'button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'NotebookLM',
  endpoints: [
    {
      kind: 'prompt',
      channel: 'http',
      paths: [
        '/**/_/LabsTailwindUi/data/google.internal.labs.tailwind.orchestration.v1.LabsTailwindOrchestrationService/GenerateFreeFormStreamed',
      ],
      text: ['/f.req/1/1'],
      refusal: { status: 403, contentType: 'text/plain', body: ' ' },
    },
    {
      // A pasted source; every string of the call counts. Other calls of the batch are none.
      kind: 'prompt',
      channel: 'http',
      paths: ['/**/_/LabsTailwindUi/data/batchexecute'],
      when: { at: '/f.req/0/0/0', is: 'izAoDd' },
      text: [],
      refusal: { status: 403, contentType: 'text/plain', body: ' ' },
    },
  ],
  source: 'Public captures, 2026',
};
