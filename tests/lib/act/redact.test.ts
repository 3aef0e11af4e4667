import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Located, redact } from '../../../lib/act/redact.ts';

function found(part: number, text: string, value: string, entity = 'EMAIL'): Located {
  const start = text.indexOf(value);
  return { part, entity, span: { start, end: start + value.length }, confidence: 0.9, detector: 'test' };
}

describe('redact', () => {
  it('numbers placeholders by entity, and gives the same value the same number in all texts', () => {
    const a = 'mail ann@x.org and bob@x.org';
    const b = 'again ann@x.org, card 4111';
    const findings = [found(0, a, 'ann@x.org'), found(0, a, 'bob@x.org'), found(1, b, 'ann@x.org'), found(1, b, '4111', 'CREDIT_CARD')];
    expect(redact([a, b], findings)).toEqual(['mail [EMAIL_1] and [EMAIL_2]', 'again [EMAIL_1], card [CREDIT_CARD_1]']);
  });

  it('goes on after the numbers that stand there already', () => {
    const text = 'earlier [EMAIL_3], now ann@x.org';
    expect(redact([text], [found(0, text, 'ann@x.org')])).toEqual(['earlier [EMAIL_3], now [EMAIL_4]']);
  });

  it('writes lists of an organisation in capitals', () => {
    const text = 'about bluebird';
    expect(redact([text], [found(0, text, 'bluebird', 'ORG:secret-projects')])).toEqual(['about [ORG_SECRET_PROJECTS_1]']);
  });

  it('replaces overlapping findings as one', () => {
    const text = 'key=abcdef!';
    const outer = found(0, text, 'abcdef', 'A');
    const inner = found(0, text, 'cd', 'B');
    const crossing = { ...found(0, text, 'ef!', 'C') };
    expect(redact([text], [inner, crossing, outer])).toEqual(['key=[A_1]']);
  });

  it('returns the same strings when there is nothing to do', () => {
    expect(redact(['a', ''], [])).toEqual(['a', '']);
  });

  it('keeps everything outside the findings, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 })), { maxLength: 6 }),
        (pieces) => {
          let text = '';
          const findings: Located[] = [];
          for (const [outside, inside] of pieces) {
            text += outside;
            findings.push({
              part: 0,
              entity: 'X',
              span: { start: text.length, end: text.length + inside.length },
              confidence: 1,
              detector: 't',
            });
            text += inside;
          }
          fc.pre(!/\[X_\d/.test(text));
          const [out = ''] = redact([text], findings);
          expect(out.split(/\[X_\d+\]/)).toEqual(pieces.length ? [...pieces.map(([outside]) => outside), ''] : [text]);
        },
      ),
      { seed: 3 },
    );
  });
});
