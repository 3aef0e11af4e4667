import fc from 'fast-check';

import { expect } from 'vitest';
import type { Engine } from '../../../lib/scan/engine.ts';
import { piece, prose } from './pieces.ts';
import { runs } from './runs.ts';

const LONGEST = 24_576;

interface Edit {
  readonly kind: 'insert' | 'delete' | 'replace' | 'paste' | 'whole';
  /** 0..1: where in the text; or, with `beside`, which of its landmarks. */
  readonly place: number;
  /** Code units from a landmark. */
  readonly beside: number | null;
  readonly length: number;
  readonly piece: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Edit['kind']>('insert', 'delete', 'replace', 'paste') },
    { weight: 1, arbitrary: fc.constant<Edit['kind']>('whole') },
  ),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  beside: fc.option(fc.oneof(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -12, max: 60 }))),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })),
  piece,
});

const paragraphs = fc
  .array(fc.tuple(fc.integer({ min: 80, max: 5600 }), fc.nat(60), fc.option(piece, { freq: 4 }), fc.boolean()), {
    minLength: 2,
    maxLength: 9,
  })
  .map((parts) =>
    parts
      .map(([length, from, secret, marked]) => `${prose(length, from)}${secret ?? ''}${marked ? ' zqz ' : ''}`)
      .join('\n\n')
      .slice(0, LONGEST),
  );

/** Offsets where something stands that is not plain prose. */
function landmarks(text: string): number[] {
  return [...text.matchAll(/[\d%@\\&]+|zqz|BEGIN|[^\0-\u00ff]+|\n\n/g)].map(({ index }) => index);
}

function applied(text: string, { kind, place, beside, length, piece: added }: Edit): string {
  if (kind === 'whole') return added;
  const marks = beside === null ? [] : landmarks(text);
  const mark = marks[Math.min(marks.length - 1, Math.floor(place * marks.length))];
  const at = Math.max(0, Math.min(text.length, mark === undefined ? Math.round(place * text.length) : mark + (beside ?? 0)));
  const gone = kind === 'insert' || kind === 'paste' ? 0 : length;
  const put = kind === 'delete' ? '' : kind === 'paste' ? `${added} ${prose(length, length)}${added}` : added;
  return (text.slice(0, at) + put + text.slice(at + gone)).slice(0, LONGEST);
}

/**
 * Edits texts at random and compares a draft with a whole scan after each edit. `asked` tells how often a spy on "zqz" was asked so far; the share of edits
 * after which a draft asked it less often than a whole scan is returned.
 */
export function shareReadLess(engine: Engine, asked: () => number, usual: number): number {
  let updates = 0;
  let less = 0;
  fc.assert(
    fc.property(paragraphs, fc.array(edit, { minLength: 1, maxLength: 10 }), (text, edits) => {
      const draft = engine.draft();
      let subject = text;
      expect(draft.update(subject)).toEqual(engine.scan(subject));
      for (const one of edits) {
        subject = applied(subject, one);
        const before = asked();
        const found = draft.update(subject);
        const between = asked();
        const expected = engine.scan(subject);
        const after = asked();
        expect(found).toEqual(expected);
        if (after - between < 2) continue;
        updates++;
        if (between - before < after - between) less++;
      }
    }),
    { numRuns: runs(usual) },
  );
  return less / updates;
}
