import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, LIMITS, marksOf, placeholders } from '../../../components/dialog/segments.ts';
import type { PresentedFinding } from '../../../lib/messages/presentation.ts';
import { part } from './present.ts';

const finding = (start: number, end: number, entity = 'EMAIL'): PresentedFinding => ({
  entity,
  start,
  end,
  confidence: 1,
  action: 'warn',
  rules: ['r'],
});

describe('marksOf', () => {
  it('joins what touches or overlaps and keeps every entity and the strictest action', () => {
    const findings = [finding(4, 8), { ...finding(6, 10, 'PERSON'), action: 'block' } as const, finding(10, 12), finding(20, 22)];
    expect(marksOf('x'.repeat(30), findings)).toEqual([
      { start: 4, end: 12, entities: ['EMAIL', 'PERSON'], action: 'block' },
      { start: 20, end: 22, entities: ['EMAIL'], action: 'warn' },
    ]);
  });

  it('cuts spans to the text', () => {
    expect(marksOf('abc', [finding(-2, 2), finding(7, 9), finding(2, 2)])).toEqual([
      { start: 0, end: 2, entities: ['EMAIL'], action: 'warn' },
    ]);
  });
});

describe('excerpt', () => {
  it('shows short texts whole', () => {
    const { text, findings } = part('call [[me@x.example|EMAIL]] now');
    const { segments } = excerpt(text, marksOf(text, findings));
    expect(segments.map((segment) => segment.kind)).toEqual(['text', 'mark', 'text']);
  });

  it('leaves out what is far from any mark, and says how much', () => {
    const { text, findings } = part(`${'a'.repeat(5000)}[[secret|EMAIL]]${'b'.repeat(5000)}`);
    const { segments } = excerpt(text, marksOf(text, findings));
    expect(segments.map((segment) => (segment.kind === 'gap' ? segment.skipped : segment.text.length))).toEqual([4910, 90, 6, 90, 4910]);
  });

  it('shortens a very long mark in its middle', () => {
    const { text, findings } = part(`[[${'k'.repeat(3000)}|PRIVATE_KEY]]`);
    expect(excerpt(text, marksOf(text, findings)).segments.map((segment) => segment.kind)).toEqual(['mark', 'gap', 'mark']);
  });

  it('counts the marks beyond its limit', () => {
    const { text, findings } = part('[[a@x.example|EMAIL]] '.repeat(40));
    const { segments, hiddenMarks } = excerpt(text, marksOf(text, findings));
    expect(segments.filter((segment) => segment.kind === 'mark')).toHaveLength(LIMITS.marks);
    expect(hiddenMarks).toBe(28);
  });

  it('accounts for every character once, in order, and splits no surrogate pair', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 }).map((piece) => piece.repeat(20));
    const spans = fc.array(fc.tuple(fc.nat(1500), fc.nat(400)), { maxLength: 20 });
    fc.assert(
      fc.property(texts, spans, (text, raw) => {
        const whole = (at: number) => at - (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? 1 : 0);
        const marks = marksOf(
          text,
          raw.map(([start, length]) => finding(whole(start), whole(start + length))),
        );
        const { segments } = excerpt(text, marks);
        let at = 0;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          if (segment.kind !== 'gap') {
            expect(text.startsWith(segment.text, at)).toBe(true);
            expect(segment.text.isWellFormed()).toBe(true);
          }
          at += segment.kind === 'gap' ? segment.skipped : segment.text.length;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

describe('placeholders', () => {
  const found = (marked: string) => {
    const made = part(marked);
    return placeholders(made)?.map(({ start, end }) => made.redacted?.slice(start, end));
  };

  it('are what stands between the unchanged stretches', () => {
    expect(found('a [[1|EMAIL]] b [[2|PHONE]] c')).toEqual(['[EMAIL_1]', '[PHONE_2]']);
    expect(found('[[1|EMAIL]]')).toEqual(['[EMAIL_1]']);
  });

  it('leave out findings that were kept as they are', () => {
    const made = { ...part('a [[one two|PERSON]] b [[2|PHONE]]'), redacted: 'a one two b [PHONE_1]' };
    expect(placeholders(made)?.map(({ start, end }) => made.redacted.slice(start, end))).toEqual(['[PHONE_1]']);
  });

  it('look on when the first fit is wrong', () => {
    const made = { ...part('[[x|EMAIL]]_[[y|EMAIL]]!'), redacted: '[E_1]_[E_2]!' };
    expect(placeholders(made)).not.toBeNull();
  });

  it('are unknown when the texts do not fit', () => {
    expect(placeholders({ ...part('a [[1|EMAIL]] b'), redacted: 'something else' })).toBeNull();
    expect(placeholders({ ...part('a [[1|EMAIL]] b'), redacted: null })).toBeNull();
  });

  it('end in bounded time on ambiguous text', () => {
    const made = part('[[x|EMAIL]] '.repeat(60));
    expect(placeholders({ ...made, redacted: `${'a '.repeat(3000)}!` })).toBeNull();
  });
});
