import type { Site } from '../site.ts';

const CURSOR: Site = {
  id: 'cursor',
  name: 'Cursor Agents',
  hosts: ['cursor.com', 'www.cursor.com'],
  composer: {
    fields: ['[data-lexical-editor="true"][role="textbox"]', 'textarea'],
    send: ['form button[type="submit"]'],
    key: 'enter',
  },
  // The wire is not known: every string of every request is read, and the composer is judged before Send.
  endpoints: [],
  source: 'Public code, August 2026',
};

export default CURSOR;
