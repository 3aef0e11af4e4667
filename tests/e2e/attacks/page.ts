import type { Secret } from './attack.ts';
import { ATTACKS } from './catalogue.ts';

declare global {
  interface Window {
    /** Runs one attack; resolves with the selector of what a person must click, or null. */
    attack?: (id: string, secret: Secret) => Promise<string | null>;
  }
}

window.attack = async (id, secret) => {
  const found = ATTACKS.find((one) => one.id === id);
  if (!found) throw new Error(`no attack ${id}`);
  const result = found.run(secret);
  if (typeof result === 'string') return result;
  // A held request may stay open for as long as it likes: nobody waits for it here.
  if (result instanceof Promise) result.catch(() => undefined);
  return null;
};
document.documentElement.dataset.ready = 'true';
