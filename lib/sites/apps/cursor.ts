import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'cursor',
  hosts: ['cursor.com', 'www.cursor.com'],
  composer: {
    fields: ['[data-lexical-editor="true"][role="textbox"]', 'textarea'],
    send: ['form button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Cursor Agents',
  // The wire is not known: every string of every request is read, and the composer is judged before Send.
  endpoints: [],
  links: [{ paths: ['/link/prompt'], query: ['text'] }],
  source: 'Public code, August 2026',
};
