// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDialogApi } from '../../../components/dialog/mount.tsx';
import { SHIELDED_EVENTS } from '../../../lib/messages/dialog-slot.ts';
import { wordsFor } from '../../../lib/words/words.ts';
import { present } from './present.ts';

/** The shadow roots that were made, which are closed to everybody else. */
let roots: ShadowRoot[];

beforeEach(() => {
  roots = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  vi.stubGlobal('CSS', { supports: () => false });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const shown = () => roots.at(-1)?.querySelector('dialog') ?? null;
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const press = (choice: string) => {
  const button = shown()?.querySelector(`[data-choice=${choice}]`);
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
};

describe('the dialog of a tab', () => {
  it('adds nothing to the page before the first question and leaves nothing after the last', async () => {
    const before = document.documentElement.children.length;
    const api = createDialogApi(document, SHIELDED_EVENTS);
    expect(document.documentElement.children).toHaveLength(before);
    const asked = api.open(present());
    expect(document.documentElement.children).toHaveLength(before + 1);
    expect(document.documentElement.lastElementChild?.shadowRoot).toBeNull();
    api.close('ask-1');
    expect(await asked).toEqual({ askId: 'ask-1', choice: { kind: 'edit' }, falseAlarms: [] });
    expect(document.documentElement.children).toHaveLength(before);
  });

  it('refuses a press that a script made, and says why', async () => {
    const api = createDialogApi(document, SHIELDED_EVENTS);
    const asked = api.open(present({ may: { send: true, redacted: true } }));
    let answered = false;
    void asked.then(() => {
      answered = true;
    });
    press('send');
    press('redacted');
    await settle();
    expect(answered).toBe(false);
    expect(shown()?.querySelector('[role=status]')?.textContent).toBe(wordsFor('en').dialog.refused.untrusted);
    press('edit');
    expect((await asked).choice.kind).toBe('edit');
  });

  it('asks one question after the other, each in its language', async () => {
    const api = createDialogApi(document, SHIELDED_EVENTS);
    const first = api.open(present({ askId: 'a' }));
    const second = api.open(present({ askId: 'b', locale: 'de' }));
    expect(shown()?.querySelector('.queue')?.textContent).toContain('1 of 2');
    press('edit');
    expect((await first).askId).toBe('a');
    expect(shown()?.lang).toBe('de');
    expect(shown()?.querySelector('.queue')?.textContent).toContain('2 von 2');
    press('edit');
    expect((await second).askId).toBe('b');
    expect(shown()).toBeNull();
  });

  it('takes a waiting question away without disturbing the shown one', async () => {
    const api = createDialogApi(document, SHIELDED_EVENTS);
    const first = api.open(present({ askId: 'a' }));
    const second = api.open(present({ askId: 'b' }));
    api.close('b');
    expect((await second).choice.kind).toBe('edit');
    expect(shown()).not.toBeNull();
    expect(shown()?.querySelector('.queue')).toBeNull();
    api.close('a');
    expect((await first).askId).toBe('a');
  });

  it('can be asked again after it was put away', async () => {
    const api = createDialogApi(document, SHIELDED_EVENTS);
    for (const askId of ['a', 'b']) {
      const asked = api.open(present({ askId }));
      press('edit');
      expect((await asked).askId).toBe(askId);
      await settle();
    }
  });
});
