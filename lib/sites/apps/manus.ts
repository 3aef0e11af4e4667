import type { SitePage, SiteWire } from '../site.ts';

export const PAGE: SitePage = {
  id: 'manus',
  hosts: ['manus.im'],
  composer: {
    fields: ['.ProseMirror[contenteditable="true"]', 'textarea'],
    send: ['button[type="submit"]'],
  },
};

export const WIRE: SiteWire = {
  name: 'Manus',
  // The wire is not known: every string of every request is read, and the composer is judged before Send.
  endpoints: [],
  source: 'Public code, August 2026',
};
