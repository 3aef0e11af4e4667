import type { Site, SiteWire } from './site.ts';
import { hostMatches, SITE_PAGES } from './site-pages.ts';

const files = import.meta.glob<SiteWire>('./apps/*.ts', { eager: true, import: 'WIRE' });
const wires = Object.keys(files)
  .sort()
  .flatMap((name) => files[name] ?? []);

/** Every site of this build, in the order of their file names. */
export const SITES: readonly Site[] = SITE_PAGES.map((page, index) => ({ ...page, ...(wires[index] as SiteWire) }));

/** The sites that hold: those of this build, and what an administrator has put in their place or added. */
export interface SiteTable {
  readonly sites: readonly Site[];
  /** The site that a page host (without port) belongs to. */
  forHost(host: string): Site | undefined;
  /** What a frame is taken for whose host cannot be told: its requests are read by common shapes, and string by string. */
  readonly unknown: Site;
  /** What a page of a host without an entry is taken for, where the policy governs those: only what looks like a prompt is read. */
  readonly unlisted: Site;
}

/** Id of the site that pages of unknown hosts are taken for. */
const GENERIC = 'openai-compatible';
/** Id, for rules and events, of sites without an entry. */
export const UNLISTED = 'unlisted';

/** The table with these entries in front: one takes the place of the entry with its id, and goes first where two name a host. */
export function siteTable(packs: readonly Site[]): SiteTable {
  const replaced = new Set(packs.map(({ id }) => id));
  const sites = [...packs, ...SITES.filter(({ id }) => !replaced.has(id))];
  const unknown = sites.find(({ id }) => id === GENERIC);
  if (!unknown) throw new Error('The generic site is missing from lib/sites/apps.');
  return {
    sites,
    unknown,
    unlisted: { ...unknown, id: UNLISTED, name: UNLISTED, reads: 'shaped' },
    forHost: (host) => sites.find((site) => site.hosts.some((pattern) => hostMatches(pattern, host))),
  };
}

/** The table of this build alone. */
export const BUILT_IN_SITES: SiteTable = siteTable([]);
