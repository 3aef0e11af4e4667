import { browser } from './browser.ts';

/** Puts the dialog into one frame, on first need. False when the browser refuses. */
export async function injectDialog(tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/content-scripts/dialog.js'] });
    return true;
  } catch {
    return false;
  }
}
