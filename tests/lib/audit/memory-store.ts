import type { KeyValueStore } from '../../../lib/audit/ring.ts';

/** A key-value store in memory; `broken` makes every call reject. */
export function memoryStore(): KeyValueStore & { broken: boolean; readonly held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    broken: false,
    held,
    async get(key) {
      if (this.broken) throw new Error('QuotaExceededError');
      return structuredClone(held.get(key));
    },
    async set(key, value) {
      if (this.broken) throw new Error('QuotaExceededError');
      held.set(key, structuredClone(value));
    },
  };
}
