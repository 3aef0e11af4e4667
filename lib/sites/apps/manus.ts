import type { Site } from '../site.ts';

const MANUS: Site = {
  id: 'manus',
  name: 'Manus',
  hosts: ['manus.im'],
  composer: {
    fields: ['.ProseMirror[contenteditable="true"]', 'textarea'],
    send: ['button[type="submit"]'],
    key: 'enter',
  },
  // The wire is not known: every string of every request is read, and the composer is judged before Send.
  endpoints: [],
  source: 'Public code, August 2026',
};

export default MANUS;
