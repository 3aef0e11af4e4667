import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPresenter } from '../../../lib/messages/present.ts';
import type { DialogApi, Presentation, Resolution } from '../../../lib/messages/presentation.ts';

const PRESENTATION: Presentation = {
  askId: 'a',
  locale: 'en',
  siteName: 'Chat',
  action: 'warn',
  origin: 'wire',
  parts: [],
  rules: [],
  trouble: null,
  may: { redacted: false, send: true, reason: false, minReason: 0, falseAlarm: false },
  reported: true,
};
const SEND: Resolution = { askId: 'a', choice: { kind: 'send' }, falseAlarms: [] };
const EDIT: Resolution = { askId: 'a', choice: { kind: 'edit' }, falseAlarms: [] };

const tick = () => new Promise((resolve) => setTimeout(resolve));

/** A dialog that answers when the test says so. */
function fakeDialog() {
  const answers = new Map<string, (resolution: Resolution) => void>();
  const dialog: DialogApi = {
    open: (presentation) => new Promise((resolve) => answers.set(presentation.askId, resolve)),
    close: (askId) => answers.get(askId)?.({ ...EDIT, askId }),
    take: () => undefined,
  };
  return { dialog, answers };
}

describe('presenter', () => {
  afterEach(() => {
    globalThis.tacitDialog = undefined;
  });

  it('injects the dialog on first need only, and carries the answer back', async () => {
    const { dialog, answers } = fakeDialog();
    const inject = vi.fn(async () => {
      await tick();
      globalThis.tacitDialog = dialog;
    });
    const presenter = createPresenter(inject);
    const resolved: Resolution[] = [];
    presenter.present(PRESENTATION, (resolution) => resolved.push(resolution));
    presenter.present({ ...PRESENTATION, askId: 'b' }, (resolution) => resolved.push(resolution));
    await vi.waitFor(() => expect(answers.size).toBe(2));
    answers.get('a')?.(SEND);
    await tick();
    expect(resolved).toEqual([SEND]);
    presenter.present({ ...PRESENTATION, askId: 'c' }, () => undefined);
    await tick();
    expect([...answers.keys()]).toEqual(['a', 'b', 'c']);
    expect(inject).toHaveBeenCalledOnce();
  });

  it('sends nothing and says so when there is no dialog', async () => {
    for (const inject of [async () => ({ ok: false }), () => Promise.reject(new Error('Extension context invalidated.'))]) {
      const onMissing = vi.fn();
      const resolve = vi.fn();
      createPresenter(inject, onMissing).present(PRESENTATION, resolve);
      await tick();
      expect(resolve).toHaveBeenCalledExactlyOnceWith(EDIT);
      expect(onMissing).toHaveBeenCalledOnce();
    }
  });

  it('does not wait for ever for the dialog', async () => {
    vi.useFakeTimers();
    const resolve = vi.fn();
    createPresenter(() => new Promise(() => undefined)).present(PRESENTATION, resolve);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(resolve).toHaveBeenCalledExactlyOnceWith(EDIT);
  });

  it('does not answer a question that was taken away', async () => {
    const { dialog, answers } = fakeDialog();
    globalThis.tacitDialog = dialog;
    const presenter = createPresenter(async () => undefined);
    const resolve = vi.fn();
    presenter.present(PRESENTATION, resolve);
    await tick();
    presenter.dismiss(null);
    answers.get('a')?.(SEND);
    await tick();
    expect(resolve).not.toHaveBeenCalled();
  });

  it('shows the same question once', async () => {
    const { dialog } = fakeDialog();
    const open = vi.spyOn(dialog, 'open');
    globalThis.tacitDialog = dialog;
    const presenter = createPresenter(async () => undefined);
    presenter.present(PRESENTATION, () => undefined);
    presenter.present(PRESENTATION, () => undefined);
    await tick();
    expect(open).toHaveBeenCalledOnce();
  });
});
