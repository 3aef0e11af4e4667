/** The part of a key-value store that is needed. */
interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/**
 * Keyed hash (HMAC-SHA-256, 128 bits of it, hex) whose key lives in the memory of the browser's session: what it says about a
 * value cannot be compared with another session's, or guessed without the key.
 */
export function createSessionHash(session: Store, random: (length: number) => Uint8Array): (text: string) => Promise<string> {
  let key: Promise<CryptoKey> | undefined;

  async function open(): Promise<CryptoKey> {
    const stored = await session.get('hashKey');
    const bytes = Array.isArray(stored) && stored.length === 32 ? Uint8Array.from(stored) : Uint8Array.from(random(32));
    if (!Array.isArray(stored)) await session.set('hashKey', [...bytes]);
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }

  return async (text) => {
    key ??= open();
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)));
    return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

/** A random name for this installation, made once. It says nothing about the machine. */
export async function deviceId(local: Store, make: () => string): Promise<string> {
  const stored = await local.get('device');
  if (typeof stored === 'string' && stored) return stored;
  const made = make();
  await local.set('device', made);
  return made;
}
