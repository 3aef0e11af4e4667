import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { DialogApi } from '../../lib/messages/presentation.ts';
import { wordsFor } from '../../lib/words/words.ts';
import themeCss from '../theme.css?inline';
import dialogCss from './dialog.css?inline';
import { Dialog } from './dialog.tsx';
import { createHost, type Host } from './host.ts';
import { browserGuard } from './override-guard.ts';
import { createQueue } from './queue.ts';
import { createShield } from './shield.ts';

/**
 * The dialog of one tab: shows questions one after the other, above the page. Nothing is added to the page before the first
 * question, and nothing stays after the last.
 *
 * @param shielded names of the events that the page must not see while a question is shown.
 */
export function createDialogApi(document: Document, shielded: readonly string[]): DialogApi {
  let host: Host | null = null;
  let react: Root | null = null;
  const shield = createShield(
    () => host?.element ?? null,
    () => host?.root ?? null,
  );
  const guard = browserGuard(shield.original);
  const queue = createQueue(render);

  function render(): void {
    const waiting = queue.waiting();
    const [presentation] = waiting;
    if (presentation === undefined) {
      leave();
      return;
    }
    if (host === null || react === null) {
      host = createHost(document, `${themeCss}\n${dialogCss}`);
      const place = document.createElement('div');
      host.root.append(place);
      react = createRoot(place);
      host.show();
      for (const type of shielded) document.defaultView?.addEventListener(type, shield.take, { capture: true, passive: false });
    }
    const shown = react;
    flushSync(() =>
      shown.render(
        <Dialog
          key={presentation.askId}
          presentation={presentation}
          words={wordsFor(presentation.locale)}
          position={queue.answered() + 1}
          total={queue.answered() + waiting.length}
          guard={guard}
          onResolve={queue.answer}
          onCopy={copy}
        />,
      ),
    );
  }

  function leave(): void {
    for (const type of shielded) document.defaultView?.removeEventListener(type, shield.take, { capture: true });
    const [gone, left] = [react, host];
    react = null;
    host = null;
    // Not within React's own event handler: it must finish before its root goes.
    queueMicrotask(() => gone?.unmount());
    left?.hide();
  }

  return {
    open: queue.ask,
    close: (askId) => queue.answer({ askId, choice: { kind: 'edit' }, falseAlarms: [] }),
    take: shield.take,
  };
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.warn('Tacit: the browser did not allow copying', error);
    return false;
  }
}
