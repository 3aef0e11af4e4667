import type { SitePage } from './site.ts';

const files = import.meta.glob<SitePage>('./apps/*.ts', { eager: true, import: 'PAGE' });

/** Every chat app that Tacit knows, in the order of their file names, without their requests: pages carry no more than they need. */
export const SITE_PAGES: readonly SitePage[] = Object.keys(files)
  .sort()
  .flatMap((name) => files[name] ?? []);

/** True when `host` is `pattern`, or lies under it when the pattern starts with `*.`. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** The page data of the app that a host (without port) belongs to. */
export function sitePageForHost(host: string): SitePage | undefined {
  return SITE_PAGES.find((site) => site.hosts.some((pattern) => hostMatches(pattern, host)));
}

/** Match patterns of the pages that the content scripts run in. */
export function pageMatches(): string[] {
  return SITE_PAGES.flatMap((site) => site.hosts).map((host) => {
    const scheme = host === 'localhost' || host === '127.0.0.1' ? '*' : 'https';
    return `${scheme}://${host}/*`;
  });
}
