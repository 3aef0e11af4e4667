import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** Types with real key presses. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.type(text);
}

/** Empties a field with the keys that people press. An editor that misses a change made under load (ProseMirror, `fill('')`) gets them again. */
export async function empty(page: Page, field: Locator): Promise<void> {
  await expect(async () => {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    expect(await textOf(field)).toBe('');
  }).toPass({ timeout: 10_000 });
}

/** Puts `text` on the browser's clipboard through a helper page, so that the page under test has no part in it, and presses the paste keys. */
export async function paste(page: Page, helper: Page, field: Locator, text: string): Promise<void> {
  await helper.evaluate((value) => navigator.clipboard.writeText(value), text);
  await field.click();
  await page.keyboard.press('ControlOrMeta+V');
}

/** Drags text from outside the page and drops it on the field. */
export async function drop(page: Page, field: Locator, text: string): Promise<void> {
  const box = await field.boundingBox();
  if (!box) throw new Error('the field is not visible');
  const session = await page.context().newCDPSession(page);
  const point = { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
  const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
  for (const step of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type: step, ...point, data });
  }
  await session.detach();
}

/** Composes text as an input method does: half-written states, then the commit. */
export async function compose(page: Page, field: Locator, stages: readonly string[], commit: string): Promise<void> {
  await field.click();
  const session = await page.context().newCDPSession(page);
  for (const text of stages) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: commit });
  await session.detach();
}

/** Presses Enter in the way an input method does while it composes: it must neither send nor be held. */
export async function composingEnter(session: CDPSession): Promise<void> {
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, key: 'Enter' });
}

/** What stands in a field, of whatever make. */
export function textOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).textContent.trim(),
  );
}
