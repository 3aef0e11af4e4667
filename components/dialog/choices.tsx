import { type MouseEvent, type Ref, useEffect, useRef } from 'react';
import type { Choice, Presentation } from '../../lib/messages/presentation.ts';
import type { Words } from '../../lib/words/en.ts';
import type { VisibilityWatch } from '../really-visible.ts';
import type { OverrideGuard } from './override-guard.ts';

/** Why a press was not taken. */
export type Refused = keyof Words['dialog']['refused'];

export interface ChoicesProps {
  readonly may: Presentation['may'];
  /** The question is about a trouble: there is nothing to edit, only to go back to. */
  readonly back: boolean;
  readonly reason: string;
  readonly guard: OverrideGuard;
  readonly editRef: Ref<HTMLButtonElement>;
  readonly onChoose: (choice: Choice) => void;
  readonly onRefused: (why: Refused) => void;
  readonly words: Words;
}

/** The buttons: exactly what the policy allows, the harmless one first in the tab order and focused. */
export function Choices({ may, back, reason, guard, editRef, onChoose, onRefused, words }: ChoicesProps) {
  const short = reasonLength(reason) < may.minReason || reasonLength(reason) === 0;
  const override = { guard, onRefused };
  return (
    <div className="choices">
      <button ref={editRef} type="button" className="button primary" data-choice="edit" onClick={() => onChoose({ kind: 'edit' })}>
        {back ? words.dialog.close : words.dialog.edit}
      </button>
      {may.redacted && (
        <OverrideButton {...override} kind="redacted" onPress={() => onChoose({ kind: 'redacted' })}>
          {words.dialog.redacted}
        </OverrideButton>
      )}
      {may.reason && (
        <OverrideButton
          {...override}
          kind="reason"
          waiting={short}
          onPress={() => (short ? onRefused('short') : onChoose({ kind: 'reason', reason: reason.trim() }))}
        >
          {words.dialog.sendWithReason}
        </OverrideButton>
      )}
      {may.send && !may.reason && (
        <OverrideButton {...override} kind="send" onPress={() => onChoose({ kind: 'send' })}>
          {words.dialog.send}
        </OverrideButton>
      )}
    </div>
  );
}

/** What a reason counts as, in code points, without spaces around it. */
export function reasonLength(reason: string): number {
  return [...reason.trim()].length;
}

interface OverrideButtonProps {
  readonly kind: Exclude<Choice['kind'], 'edit'>;
  readonly waiting?: boolean;
  readonly guard: OverrideGuard;
  readonly onPress: () => void;
  readonly onRefused: (why: Refused) => void;
  readonly children: string;
}

/** A button that sends something: it counts only when the person pressed it and could see it. */
function OverrideButton({ kind, waiting = false, guard, onPress, onRefused, children }: OverrideButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const watch = useRef<VisibilityWatch>(null);
  useEffect(() => {
    if (button.current === null) return;
    const begun = guard.watch(button.current);
    watch.current = begun;
    return () => begun.stop();
  }, [guard]);

  const press = (event: MouseEvent) => {
    if (!guard.trusts(event.nativeEvent)) return onRefused('untrusted');
    // What leaves redacted harms nobody.
    if (kind !== 'redacted' && !guard.alone()) return onRefused('framed');
    const seen = watch.current?.judge() ?? 'hidden';
    if (seen !== 'visible') return onRefused(seen);
    onPress();
  };
  return (
    <button ref={button} type="button" className="button" data-choice={kind} aria-disabled={waiting} onClick={press}>
      {children}
    </button>
  );
}
