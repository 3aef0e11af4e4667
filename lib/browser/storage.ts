import { browser } from './browser.ts';

/** A key-value store of the browser. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

function area(name: 'local' | 'session'): KeyValue {
  return {
    get: async (key) => (await browser.storage[name].get(key))[key],
    set: (key, value) => browser.storage[name].set({ [key]: value }),
    remove: (key) => browser.storage[name].remove(key),
  };
}

/** On disk, until the extension is removed. */
export const local: KeyValue = area('local');

/** In memory, until the browser is closed; content scripts cannot read it. */
export const session: KeyValue = area('session');

/**
 * What administrators set. Firefox rejects where nothing is set; that is the empty answer. The first call of a browser's run
 * may take seconds.
 */
export async function managedValues(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}

/** Calls `changed` whenever an administrator's values change. */
export function onManagedChange(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, areaName) => {
    if (areaName === 'managed') changed();
  });
}
