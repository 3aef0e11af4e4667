import type { PresentedFinding, PresentedPart } from '../../lib/messages/presentation.ts';
import type { Action } from '../../lib/policy/action.ts';
import { stricter } from '../../lib/policy/action.ts';
import type { Span } from '../../lib/scan/finding.ts';

/** A stretch to be highlighted: findings that touch or overlap become one. Offsets in UTF-16 code units. */
export interface Mark extends Span {
  readonly entities: readonly string[];
  readonly action: Action;
}

/** A piece of an excerpt. `skipped` counts UTF-16 code units that are not shown. */
export type Segment =
  | { readonly kind: 'text'; readonly start: number; readonly text: string }
  | { readonly kind: 'mark'; readonly start: number; readonly text: string; readonly mark: Mark }
  | { readonly kind: 'gap'; readonly start: number; readonly skipped: number };

/** How much of a long text is shown, in UTF-16 code units, and how many marks at most. */
export interface ExcerptLimits {
  /** Texts up to this length are shown whole. */
  readonly whole: number;
  /** Shown on either side of a mark. */
  readonly context: number;
  /** Longest piece of a mark; its middle is left out beyond that. */
  readonly mark: number;
  readonly marks: number;
}

export const LIMITS: ExcerptLimits = { whole: 600, context: 90, mark: 240, marks: 12 };

/** Joins findings that touch or overlap, in text order; spans outside the text are cut to it, empty ones dropped. */
export function marksOf(text: string, findings: readonly PresentedFinding[]): readonly Mark[] {
  const marks: Mark[] = [];
  const inOrder = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { entity, action, ...span } of inOrder) {
    const start = Math.max(0, span.start);
    const end = Math.min(text.length, span.end);
    if (end <= start) continue;
    const last = marks.at(-1);
    if (last !== undefined && start <= last.end) {
      const entities = last.entities.includes(entity) ? last.entities : [...last.entities, entity];
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end), entities, action: stricter(last.action, action) };
    } else marks.push({ start, end, entities: [entity], action });
  }
  return marks;
}

/** Cuts a text into what is shown around its marks; `hiddenMarks` counts those beyond the limit. */
export function excerpt(
  text: string,
  marks: readonly Mark[],
  limits: ExcerptLimits = LIMITS,
): { readonly segments: readonly Segment[]; readonly hiddenMarks: number } {
  const shown = marks.slice(0, limits.marks);
  const segments: Segment[] = [];
  const whole = text.length <= limits.whole;
  let at = 0;
  const plain = (end: number) => {
    if (end > at) segments.push({ kind: 'text', start: at, text: text.slice(at, end) });
    at = Math.max(at, end);
  };
  const gap = (end: number) => {
    if (end > at) segments.push({ kind: 'gap', start: at, skipped: end - at });
    at = Math.max(at, end);
  };
  for (const [index, mark] of shown.entries()) {
    if (!whole) {
      if (index > 0) plain(Math.min(mark.start, boundary(text, at + limits.context)));
      gap(Math.min(mark.start, boundary(text, mark.start - limits.context)));
    }
    plain(mark.start);
    if (mark.end - mark.start > limits.mark) {
      const head = boundary(text, mark.start + Math.floor(limits.mark / 2));
      const tail = boundary(text, mark.end - Math.floor(limits.mark / 2));
      segments.push({ kind: 'mark', start: mark.start, text: text.slice(mark.start, head), mark });
      segments.push({ kind: 'gap', start: head, skipped: tail - head });
      segments.push({ kind: 'mark', start: tail, text: text.slice(tail, mark.end), mark });
    } else segments.push({ kind: 'mark', start: mark.start, text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (!whole) {
    plain(Math.min(text.length, boundary(text, at + (shown.length === 0 ? limits.whole : limits.context))));
    gap(text.length);
  }
  plain(text.length);
  return { segments, hiddenMarks: marks.length - shown.length };
}

/**
 * Where the placeholders lie in the redacted text of a part: what stands between the unchanged stretches. Null when the
 * two texts do not fit together, so that nothing is marked that was not replaced.
 */
export function placeholders(part: PresentedPart): readonly Mark[] | null {
  const { text, redacted } = part;
  if (redacted === null) return null;
  const marks = marksOf(text, part.findings);
  const fixed = [...marks.keys(), marks.length].map((index) => text.slice(marks[index - 1]?.end ?? 0, marks[index]?.start ?? text.length));
  const found: Mark[] = [];
  let steps = 0;

  const fits = (index: number, at: number): boolean => {
    const before = fixed[index] ?? '';
    steps += 1;
    if (steps > 5_000 || !redacted.startsWith(before, at)) return false;
    const mark = marks[index];
    const start = at + before.length;
    if (mark === undefined) return start === redacted.length;
    const after = fixed[index + 1] ?? '';
    const last = index + 1 === marks.length;
    const kept = text.slice(mark.start, mark.end);
    if (redacted.startsWith(kept, start) && fits(index + 1, start + kept.length)) return true;
    let end = last ? redacted.length - after.length : redacted.indexOf(after, start);
    while (end >= start) {
      found[index] = { ...mark, start, end };
      if (fits(index + 1, end)) return true;
      if (last) break;
      end = redacted.indexOf(after, end + 1);
    }
    delete found[index];
    return false;
  };
  return fits(0, 0) ? found.filter((mark) => mark !== undefined && mark.end > mark.start) : null;
}

/** The offset itself, or the one before it where it would split a surrogate pair; kept inside the text. */
function boundary(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, offset));
  const splits = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  return splits ? at - 1 : at;
}
