import type { Site } from './site.ts';

const files = import.meta.glob<Site>('./apps/*.ts', { eager: true, import: 'default' });

/** Every site that Tacit knows, in the order of their file names. */
export const SITES: readonly Site[] = Object.keys(files)
  .sort()
  .flatMap((name) => files[name] ?? []);

/** True when `host` is `pattern`, or lies under it when the pattern starts with `*.`. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** The site that a page host (without port) belongs to. */
export function siteForHost(host: string): Site | undefined {
  return SITES.find((site) => site.hosts.some((pattern) => hostMatches(pattern, host)));
}

/** What a page of an unknown host is taken for: its requests are read by common shapes, and string by string. */
export function siteForUnknownHost(): Site {
  const generic = SITES.find((site) => site.id === 'openai-compatible');
  if (!generic) throw new Error('The generic site is missing from lib/sites/apps.');
  return generic;
}

/** Match patterns of the pages that the content scripts run in. */
export function pageMatches(): string[] {
  return SITES.flatMap((site) => site.hosts).map((host) => {
    const scheme = host === 'localhost' || host === '127.0.0.1' ? '*' : 'https';
    return `${scheme}://${host}/*`;
  });
}
