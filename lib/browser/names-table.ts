import { browser } from './browser.ts';

/** The bytes of the table of names, which lies in the package beside the scripts so that a start need not read it. Rejects when it cannot be read. */
export async function namesTable(): Promise<ArrayBuffer> {
  return (await fetch(browser.runtime.getURL('/names.bin'))).arrayBuffer();
}
