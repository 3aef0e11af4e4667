import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as unknown as { readonly browser?: Browser; readonly chrome: Browser };

/**
 * The browser's own API for content scripts, which need nothing but ports and messages: there Chrome (Manifest V3) and
 * Firefox agree, and the polyfill would be a quarter of the script.
 */
export const native: Pick<Browser, 'runtime'> = browser ?? chrome;
