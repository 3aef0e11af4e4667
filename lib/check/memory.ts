/** What somebody decided about a value, so that a re-posted history, a retry or the app's own repetition is not asked again. */
export type Decision = 'send' | 'redacted';

/** Where decisions outlive a killed worker: memory of the browser's session, never the disk. */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const MAX_DECISIONS = 2000;

/** Decisions of one tab on one host, by the hash of entity and value. It never holds a value. */
export interface Memory {
  decision(tab: number, host: string, key: string): Promise<Decision | undefined>;
  decide(tab: number, host: string, keys: readonly string[], decision: Decision): Promise<void>;
  /** The tab was closed. */
  forget(tab: number): Promise<void>;
}

interface TabDecisions {
  host: string;
  decisions: [string, Decision][];
}

function isTabDecisions(value: unknown): value is TabDecisions {
  return typeof value === 'object' && value !== null && 'host' in value && 'decisions' in value && Array.isArray(value.decisions);
}

export function createMemory(store: SessionStore): Memory {
  const tabs = new Map<number, { host: string; decisions: Map<string, Decision> }>();
  const name = (tab: number): string => `decisions:${tab}`;

  async function load(tab: number, host: string): Promise<Map<string, Decision>> {
    const known = tabs.get(tab);
    if (known?.host === host) return known.decisions;
    const stored = known ? undefined : await store.get(name(tab));
    const raced = tabs.get(tab);
    if (raced?.host === host) return raced.decisions;
    const decisions = new Map(isTabDecisions(stored) && stored.host === host ? stored.decisions : []);
    tabs.set(tab, { host, decisions });
    return decisions;
  }

  return {
    async decision(tab, host, key) {
      return (await load(tab, host)).get(key);
    },
    async decide(tab, host, keys, decision) {
      const decisions = await load(tab, host);
      for (const key of keys) {
        decisions.delete(key);
        decisions.set(key, decision);
      }
      for (const oldest of decisions.keys()) {
        if (decisions.size <= MAX_DECISIONS) break;
        decisions.delete(oldest);
      }
      await store.set(name(tab), { host, decisions: [...decisions] } satisfies TabDecisions);
    },
    async forget(tab) {
      tabs.delete(tab);
      await store.remove(name(tab));
    },
  };
}
