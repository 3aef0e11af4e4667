import './dialog-slot.ts';
import type { Presentation, Resolution } from './presentation.ts';

/** Longest wait for the dialog's script, ms. */
const INJECTION_LIMIT = 5_000;

/** Shows questions in the dialog, whose script is injected on first need. */
export interface Presenter {
  present(presentation: Presentation, resolve: (resolution: Resolution) => void): void;
  /** Takes one question away, or all of them. Their answers are no longer wanted. */
  dismiss(askId: string | null): void;
}

/**
 * `inject` asks the background for the dialog's script; it may fail in any way. `onMissing` is called when there is no
 * dialog to show: the question is then answered with `edit`, so nothing is sent.
 */
export function createPresenter(
  inject: () => Promise<unknown>,
  onMissing: (presentation: Presentation) => void = () => undefined,
): Presenter {
  const open = new Map<string, (resolution: Resolution) => void>();
  let injected: Promise<unknown> | undefined;

  const dialog = async () => {
    if (!globalThis.tacitDialog) {
      const late = new Promise((resolve) => setTimeout(resolve, INJECTION_LIMIT));
      injected ??= Promise.race([inject(), late]).catch(() => undefined);
      await injected;
      injected = undefined;
    }
    return globalThis.tacitDialog;
  };

  const show = async (presentation: Presentation): Promise<Resolution> => {
    const shown = await dialog();
    const { askId } = presentation;
    if (shown && open.has(askId)) return shown.open(presentation);
    if (!shown) onMissing(presentation);
    return { askId, choice: { kind: 'edit' }, falseAlarms: [] };
  };

  const dismiss = (askId: string) => {
    if (open.delete(askId)) globalThis.tacitDialog?.close(askId);
  };

  return {
    present: (presentation, resolve) => {
      const { askId } = presentation;
      if (open.has(askId)) return;
      open.set(askId, resolve);
      void show(presentation).then((resolution) => {
        if (open.delete(askId)) resolve(resolution);
      });
    },
    dismiss: (askId) => {
      for (const id of askId === null ? [...open.keys()] : [askId]) dismiss(id);
    },
  };
}
