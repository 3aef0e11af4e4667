import { browser } from './browser.ts';

/** The parts of an entry of the manifest's `content_scripts` that are carried over. */
interface OwnScript {
  readonly js?: readonly string[];
  readonly matches?: readonly string[];
  readonly world?: string;
  readonly all_frames?: boolean;
  readonly match_origin_as_fallback?: boolean;
  readonly run_at?: string;
}

/** Not in the types of the polyfill: `world` and `matchOriginAsFallback` (Chrome 119, Firefox 128). */
interface Registered {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
  readonly world: string;
  readonly allFrames: boolean;
  readonly matchOriginAsFallback: boolean;
  readonly runAt: string;
}

interface Scripting {
  getRegisteredContentScripts(): Promise<readonly Registered[]>;
  registerContentScripts(scripts: readonly Registered[]): Promise<void>;
  unregisterContentScripts(): Promise<void>;
}

/** Gate and guide in the pages of hosts that this build does not list. */
export interface PageScripts {
  /**
   * Puts them into pages of these hosts, as far as the browser has granted them, or of all hosts that it has granted. Pages that are
   * open already get them when they are loaded again. Returns those of `hosts` that are not granted.
   */
  guard(hosts: readonly string[], everywhere: boolean): Promise<readonly string[]>;
}

/** Match patterns of a host's pages, with `*.` at the start for any sub-domain. */
function patternOf(host: string): string {
  return `https://${host}/*`;
}

/** Changes are made one after the other, and only where something changes: a page that loads meanwhile would be without a gate. */
export function createPageScripts(): PageScripts {
  let last: Promise<unknown> = Promise.resolve();

  async function register(hosts: readonly string[], everywhere: boolean): Promise<readonly string[]> {
    const scripting = browser.scripting as unknown as Scripting;
    const own = (browser.runtime.getManifest().content_scripts ?? []) as readonly OwnScript[];
    const listed = [...new Set(own.flatMap(({ matches }) => matches ?? []))];
    const refused: string[] = [];
    const matches: string[] = [];
    for (const host of hosts) {
      const pattern = patternOf(host);
      if (listed.includes(pattern)) continue;
      if (await browser.permissions.contains({ origins: [pattern] })) matches.push(pattern);
      else refused.push(host);
    }
    if (everywhere) {
      const { origins = [] } = await browser.permissions.getAll();
      matches.push(...origins.filter((origin) => ![...listed, ...matches].includes(origin) && !origin.startsWith('ws')));
    }
    const wanted = own.map(
      (script, index): Registered => ({
        // Scripts go in by the order of their ids: the gate stands first in the manifest, too.
        id: `further-${index}`,
        js: script.js ?? [],
        matches,
        excludeMatches: listed,
        world: script.world ?? 'ISOLATED',
        allFrames: script.all_frames ?? false,
        matchOriginAsFallback: script.match_origin_as_fallback ?? false,
        runAt: script.run_at ?? 'document_idle',
      }),
    );
    const standing = await scripting.getRegisteredContentScripts();
    const before = standing[0]?.matches ?? [];
    if (before.length === matches.length && matches.every((match) => before.includes(match))) return refused;
    if (standing.length > 0) await scripting.unregisterContentScripts();
    if (matches.length > 0) await scripting.registerContentScripts(wanted);
    return refused;
  }

  return {
    guard(hosts, everywhere) {
      const turn = last.then(() => register(hosts, everywhere));
      last = turn.catch((error: unknown) => console.error('page scripts', error));
      return turn;
    },
  };
}
