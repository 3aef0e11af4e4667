import type { Words } from '../../lib/words/en.ts';
import { entityName } from '../../lib/words/entity-name.ts';
import { VisibleText } from '../visible-text.tsx';
import { excerpt, type Mark } from './segments.ts';

export interface HeldTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** `found` marks what the policy minds, `replaced` what stands there instead. */
  readonly look: 'found' | 'replaced';
  readonly label: string;
  readonly words: Words;
}

/** A text with its marks, cut down to what lies around them when it is long. */
export function HeldText({ text, marks, look, label, words }: HeldTextProps) {
  const { segments, hiddenMarks } = excerpt(text, marks);
  return (
    <>
      <section className="held-text" dir="auto" aria-label={label}>
        {segments.map((segment) => {
          if (segment.kind === 'text') {
            return (
              <span key={segment.start}>
                <VisibleText text={segment.text} words={words} />
              </span>
            );
          }
          if (segment.kind === 'gap') {
            return (
              <span key={segment.start} className="gap" role="note" aria-label={words.dialog.skipped(segment.skipped)}>
                … {words.dialog.skipped(segment.skipped)} …
              </span>
            );
          }
          const names = segment.mark.entities.map((entity) => entityName(words, entity)).join(', ');
          return (
            <mark key={segment.start} className={`mark ${look}`} data-action={segment.mark.action} title={names}>
              <VisibleText text={segment.text} words={words} />
              <span className="spoken"> ({names})</span>
            </mark>
          );
        })}
      </section>
      {hiddenMarks > 0 && <p className="quiet">{words.dialog.moreFindings(hiddenMarks)}</p>}
    </>
  );
}
