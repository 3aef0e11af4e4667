import { type KeyboardEvent, type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Choice, Presentation, Resolution } from '../../lib/messages/presentation.ts';
import type { Words } from '../../lib/words/en.ts';
import { Mark } from '../mark.tsx';
import { Choices, type Refused, reasonLength } from './choices.tsx';
import { FindingList, groupFindings } from './finding-list.tsx';
import { HeldText } from './held-text.tsx';
import type { OverrideGuard } from './override-guard.ts';
import { RuleList } from './rule-list.tsx';
import { marksOf, placeholders } from './segments.ts';

/** Longest reason, in UTF-16 code units. */
const LONGEST_REASON = 1_000;

export interface DialogProps {
  readonly presentation: Presentation;
  readonly words: Words;
  /** Place of this question among those that wait, from 1. */
  readonly position: number;
  readonly total: number;
  readonly guard: OverrideGuard;
  readonly onResolve: (resolution: Resolution) => void;
  /** Puts the person's own text on the clipboard; resolves with whether that worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Shown in the flow of a page instead of above it; for the gallery. */
  readonly inline?: boolean;
}

/** The question about one held draft: what was found, why it matters, what may be done. Closing it is `edit`. */
export function Dialog({ presentation, words, position, total, guard, onResolve, onCopy, inline = false }: DialogProps) {
  const { action, parts, rules, trouble, may, origin, siteName } = presentation;
  const id = useId();
  const frame = useRef<HTMLDialogElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const [reason, setReason] = useState('');
  const [reported, setReported] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const groups = groupFindings(parts);
  const count = groups.reduce((sum, group) => sum + group.count, 0);

  useLayoutEffect(() => {
    if (inline) return;
    // The attribute, which React does not write: whenever the dialog is shown anew, focus begins at the harmless button.
    edit.current?.setAttribute('autofocus', '');
    const dialog = frame.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    edit.current?.focus({ preventScroll: true });
    // Where everything scrolls together, focus on a button at the end must not hide what was found.
    if (dialog !== null) dialog.scrollTop = 0;
  }, [inline]);

  const choose = (choice: Choice) => {
    const falseAlarms = groups.filter((group) => reported.has(group.key)).map(({ entity, rules: ids }) => ({ entity, rules: ids }));
    onResolve({ askId: presentation.askId, choice, falseAlarms });
  };
  const refuse = (why: Refused) => setSaid(words.dialog.refused[why]);
  const toggle = (key: string) => {
    const next = new Set(reported);
    if (!next.delete(key)) next.add(key);
    setReported(next);
  };
  const copy = async () => {
    const copied = await onCopy(parts.map((part) => part.text).join('\n\n'));
    setSaid(copied ? words.dialog.copied : words.dialog.copyFailed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose({ kind: 'edit' });
    } else if (event.key === 'Tab') keepFocus(event);
  };
  /** The browser closes a modal dialog by itself on some platforms (back gesture): that is `edit` too. */
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    event.preventDefault();
    choose({ kind: 'edit' });
  };

  const title = trouble === null ? words.dialog.title[action] : words.trouble[trouble].title;
  const needed = Math.max(1, may.minReason) - reasonLength(reason);
  return (
    <dialog
      ref={frame}
      open={inline ? true : undefined}
      className="tacit-dialog"
      data-action={trouble === null ? action : 'trouble'}
      lang={words.locale}
      dir={words.direction}
      aria-modal={inline ? undefined : true}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}lead`}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
    >
      <header>
        <Mark />
        <div>
          <h1 id={`${id}title`}>{title}</h1>
          <p className="quiet">
            {words.product} · <bdi>{siteName}</bdi>
            {total > 1 && <span className="queue"> · {words.dialog.queue(position, total)}</span>}
          </p>
        </div>
      </header>

      <div className="body">
        <div id={`${id}lead`} className="lead">
          {trouble === null ? (
            <>
              <p>{words.dialog.lead(count, siteName)}</p>
              <p className="next">{words.dialog.next[nextStep(presentation)]}</p>
            </>
          ) : (
            <>
              <p>{words.trouble[trouble].cause}</p>
              <p className="next">{words.trouble[trouble].cure}</p>
            </>
          )}
        </div>

        {parts.length > 0 && (
          <section className="block">
            <h2>{words.dialog.found}</h2>
            {groups.length > 0 && (
              <FindingList groups={groups} mayReport={may.falseAlarm} reported={reported} onToggle={toggle} words={words} />
            )}
            {parts.map((part, index) => (
              <div key={part.path} className="part">
                {parts.length > 1 && <PartLabel position={index + 1} total={parts.length} path={part.path} words={words} />}
                <HeldText
                  text={part.text}
                  marks={marksOf(part.text, part.findings)}
                  look="found"
                  label={words.dialog.found}
                  words={words}
                />
              </div>
            ))}
            {origin === 'wire' && (
              <p className="quiet copy">
                {words.dialog.wire}{' '}
                <button type="button" className="link" onClick={copy}>
                  {words.dialog.copy}
                </button>
              </p>
            )}
          </section>
        )}

        {rules.length > 0 && (
          <section className="block">
            <h2>{words.dialog.why}</h2>
            <RuleList rules={rules} words={words} />
          </section>
        )}

        {may.redacted && parts.length > 0 && (
          <section className="block">
            <h2>{words.dialog.preview}</h2>
            <p className="quiet">{words.dialog.previewHint}</p>
            {parts.map((part, index) => (
              <div key={part.path} className="part">
                {parts.length > 1 && <PartLabel position={index + 1} total={parts.length} path={part.path} words={words} />}
                {part.redacted === null ? (
                  <p className="quiet">{words.dialog.previewMissing}</p>
                ) : (
                  <HeldText
                    text={part.redacted}
                    marks={placeholders(part) ?? []}
                    look="replaced"
                    label={words.dialog.preview}
                    words={words}
                  />
                )}
              </div>
            ))}
          </section>
        )}

        <p className="quiet reporting">{reporting(presentation, words)}</p>
      </div>

      <footer>
        {may.reason && (
          <section className="reason">
            <label htmlFor={`${id}reason`}>{words.dialog.reason}</label>
            <textarea
              id={`${id}reason`}
              rows={2}
              dir="auto"
              maxLength={LONGEST_REASON}
              value={reason}
              aria-describedby={`${id}hint ${id}counter`}
              aria-invalid={said === words.dialog.refused.short && needed > 0}
              onChange={(event) => setReason(event.target.value)}
            />
            <p className="quiet between">
              <span id={`${id}hint`}>{words.dialog.reasonHint}</span>
              <span id={`${id}counter`} className="counter">
                {needed > 0 ? words.dialog.reasonMissing(needed) : words.dialog.reasonEnough(reasonLength(reason))}
              </span>
            </p>
          </section>
        )}
        <p className="said" role="status">
          {said}
        </p>
        <Choices
          may={may}
          back={trouble !== null}
          reason={reason}
          guard={guard}
          editRef={edit}
          onChoose={choose}
          onRefused={refuse}
          words={words}
        />
      </footer>
    </dialog>
  );
}

interface PartLabelProps {
  readonly position: number;
  readonly total: number;
  readonly path: string;
  readonly words: Words;
}

function PartLabel({ position, total, path, words }: PartLabelProps) {
  return (
    <h3>
      {words.dialog.part(position, total)} <code dir="ltr">{path}</code>
    </h3>
  );
}

/** Which sentence says what can be done now. */
function nextStep({ may }: Presentation): keyof Words['dialog']['next'] {
  if (may.reason) return 'reason';
  if (may.send) return 'decide';
  return may.redacted ? 'redacted' : 'edit';
}

/** What the organisation learns of this. */
function reporting({ reported, trouble }: Presentation, { dialog }: Words): string {
  if (!reported) return dialog.notReported;
  return trouble === null ? dialog.reported : dialog.reportedTrouble;
}

/** Wraps Tab at both ends, so that focus never leaves the dialog. */
function keepFocus(event: KeyboardEvent<HTMLDialogElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button, a[href], textarea')];
  const [first] = stops;
  const last = stops.at(-1);
  const root = event.currentTarget.getRootNode();
  const active = (root instanceof ShadowRoot ? root : event.currentTarget.ownerDocument).activeElement;
  const edge = event.shiftKey ? first : last;
  if (active !== edge && active !== null && event.currentTarget.contains(active) && active !== event.currentTarget) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
