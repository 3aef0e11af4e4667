import type { CDPSession, Page } from '@playwright/test';
import { en } from '../../../lib/words/en.ts';

/** What assistive technology sees of the dialog: its closed shadow root is open to the accessibility tree, as it is to people. */
export interface DialogView {
  readonly title: string;
  readonly buttons: readonly string[];
  /** Everything that can be read in it. */
  readonly text: string;
}

/** Names of the dialog's buttons, in the words that people read. */
export const BUTTONS = {
  edit: en.dialog.edit,
  close: en.dialog.close,
  redacted: en.dialog.redacted,
  send: en.dialog.send,
  reason: en.dialog.sendWithReason,
} as const;

interface Node {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly backendDOMNodeId?: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (!session) {
    session = page.context().newCDPSession(page);
    sessions.set(page, session);
  }
  return session;
}

const nameOf = (node: Node) => String(node.name?.value ?? '');
const roleOf = (node: Node) => String(node.role?.value ?? '');

/** The nodes of our dialog, or null while there is none. */
async function look(page: Page): Promise<{ dialog: Node; inside: readonly Node[] } | null> {
  const session = await sessionOf(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  const dialog = nodes.find((node) => roleOf(node) === 'dialog' && !node.ignored);
  if (!dialog) return null;
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside: Node[] = [];
  const open = [...(dialog.childIds ?? [])];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = byId.get(id);
    if (!node) continue;
    inside.push(node);
    open.push(...(node.childIds ?? []));
  }
  return { dialog, inside };
}

/** The dialog as it stands now, or null. */
export async function readDialog(page: Page): Promise<DialogView | null> {
  const seen = await look(page);
  if (!seen) return null;
  return {
    title: nameOf(seen.dialog),
    buttons: seen.inside.filter((node) => roleOf(node) === 'button').map(nameOf),
    text: seen.inside
      .filter((node) => roleOf(node) === 'StaticText')
      .map(nameOf)
      .join(' '),
  };
}

/** True when the quiet message beside the composer says that nothing was sent. */
export async function saysNotSent(page: Page): Promise<boolean> {
  const session = await sessionOf(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  return nodes.some((node) => nameOf(node).includes(en.quiet.refused));
}

/** Waits for the dialog, at most `timeout` ms; null when none came. */
export async function dialog(page: Page, timeout = 6_000): Promise<DialogView | null> {
  const end = Date.now() + timeout;
  for (;;) {
    const view = await readDialog(page);
    if (view && view.buttons.length > 0) return view;
    if (Date.now() > end) return null;
    await page.waitForTimeout(40);
  }
}

/** A place on the page, CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(page: Page, node: Node): Promise<Box> {
  const session = await sessionOf(page);
  const target = { backendNodeId: node.backendDOMNodeId ?? 0 };
  await session.send('DOM.scrollIntoViewIfNeeded', target);
  const { model } = await session.send('DOM.getBoxModel', target);
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content;
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}

async function clickNode(page: Page, node: Node): Promise<void> {
  const { x, y, width, height } = await boxOf(page, node);
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Where a button of the dialog stands, and the dialog itself; null while there is no such button, or it has no place. */
export async function placeOf(page: Page, button: string): Promise<{ readonly button: Box; readonly dialog: Box } | null> {
  const seen = await look(page);
  const node = seen?.inside.find((one) => roleOf(one) === 'button' && nameOf(one) === button);
  if (!seen || !node) return null;
  try {
    return { button: await boxOf(page, node), dialog: await boxOf(page, seen.dialog) };
  } catch {
    return null; // not painted
  }
}

/**
 * Presses a button of the dialog with the real mouse, and again while the dialog says that the button had only just appeared.
 * Throws when there is no such button or the dialog does not go away.
 */
export async function press(page: Page, button: string, timeout = 6_000): Promise<void> {
  const before = await look(page);
  const target = before?.inside.find((node) => roleOf(node) === 'button' && nameOf(node) === button);
  if (!before || !target)
    throw new Error(`no button “${button}”; there are: ${(await readDialog(page))?.buttons.join(', ') ?? 'no dialog'}`);
  // A button that sends counts only after it has been seen for half a second.
  if (button !== BUTTONS.edit && button !== BUTTONS.close) await page.waitForTimeout(650);
  const end = Date.now() + timeout;
  for (;;) {
    const now = await look(page);
    const node = now?.inside.find((one) => roleOf(one) === 'button' && nameOf(one) === button);
    if (!now || !node || now.dialog.backendDOMNodeId !== before.dialog.backendDOMNodeId) return;
    if (Date.now() > end) throw new Error(`the dialog stayed: ${(await readDialog(page))?.text}`);
    await clickNode(page, node);
    await page.waitForTimeout(150);
  }
}

/** Writes a reason into the dialog, with real keys. */
export async function giveReason(page: Page, reason: string): Promise<void> {
  const seen = await look(page);
  const box = seen?.inside.find((node) => roleOf(node) === 'textbox');
  if (!box) throw new Error('the dialog asks for no reason');
  await clickNode(page, box);
  await page.keyboard.type(reason);
}

/** Closes whatever is asked, without sending. */
export async function dismiss(page: Page): Promise<void> {
  for (let tries = 0; tries < 20 && (await readDialog(page)); tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
}
