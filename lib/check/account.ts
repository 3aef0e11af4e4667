import { pathCaptures } from '../capture/wire/path.ts';
import type { Account, AccountClue, Site } from '../sites/site.ts';
import { hostMatches } from '../sites/site-pages.ts';

/** The part of a request that may show an account. */
interface Shown {
  readonly url: string;
  /** Headers that page code has set, one `name: value` on each line. */
  readonly headers?: string | undefined;
}

/** Which account each page is used with, as far as its requests have shown. */
export interface Accounts {
  /**
   * The account of a request, or of the last one of this tab and host that showed any.
   *
   * @param own ids of the organisation's own accounts on this site, as the policy names them
   */
  of(tab: number, pageHost: string, site: Site, request: Shown, own: readonly string[]): Account;
  forget(tab: number): void;
}

export function createAccounts(): Accounts {
  const last = new Map<string, Account>();
  return {
    of(tab, pageHost, site, request, own) {
      const place = `${tab} ${pageHost}`;
      const shown = accountOf(site, request, own);
      if (shown) last.set(place, shown);
      return shown ?? last.get(place) ?? 'unknown';
    },
    forget(tab) {
      for (const place of last.keys()) if (place.startsWith(`${tab} `)) last.delete(place);
    },
  };
}

/** What a request shows of the account that it is made with; null when it shows nothing, or nothing that says whose it is. */
export function accountOf({ account = [] }: Site, request: Shown, own: readonly string[]): Account | null {
  for (const clue of account) {
    const value = valueIn(clue, request)?.toLowerCase();
    if (value === undefined) continue;
    if (own.length > 0) return own.some((id) => id.toLowerCase() === value) ? 'work' : 'personal';
    if (clue.personal?.includes(value)) return 'personal';
    if (clue.work?.includes(value)) return 'work';
    return clue.otherwise ?? null;
  }
  return null;
}

function valueIn({ at, is, after }: AccountClue, { url, headers = '' }: Shown): string | undefined {
  const { hostname, pathname } = new URL(url);
  const found = { path: () => fromPath(is, pathname), host: () => fromHost(is, hostname), header: () => fromHeaders(is, headers) }[at]();
  if (found === undefined || after === undefined) return found;
  const border = found.indexOf(after);
  return border < 0 ? undefined : found.slice(border + after.length);
}

function fromPath(pattern: string, path: string): string | undefined {
  const value = pathCaptures(pattern, path)?.get('account');
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What stands for the asterisk; the whole host where there is none. */
function fromHost(pattern: string, host: string): string | undefined {
  if (!hostMatches(pattern, host)) return undefined;
  return pattern.startsWith('*.') ? host.slice(0, 1 - pattern.length) : host;
}

function fromHeaders(name: string, headers: string): string | undefined {
  for (const line of headers.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0 && line.slice(0, colon).toLowerCase() === name) return line.slice(colon + 1).trim();
  }
  return undefined;
}
