import { MANAGED_KEYS } from './managed.ts';

/**
 * Schema of managed storage for Chromium. Flat and permissive on purpose: Chromium refuses to load an extension whose schema uses a
 * keyword it does not support, and silently drops a whole key whose value does not fit, so that a typo would disarm protection. Values
 * are checked by `readManaged` instead. Only `type`, `properties`, `title` and `description` occur.
 */
export function managedSchema(): object {
  const properties = MANAGED_KEYS.map(({ key, type, title, description }) => [key, { type, title, description }]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}
