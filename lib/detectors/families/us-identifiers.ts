import type { Span } from '../../scan/finding.ts';
import type { Family } from '../family.ts';
import { textBefore } from '../text-before.ts';

/** Numbers that were printed in advertisements or given out as examples, so they belong to nobody. */
const PUBLISHED = new Set(['078051120', '219099999']);

/** Area 001–899 but 666, group 01–99, serial 0001–9999; the areas from 900 on are those of other numbers. */
function isPossible(digits: string): boolean {
  return !/^(?:000|666|\d{3}00|\d{5}0000)/.test(digits);
}

/** Neither of another kind, nor published, nor one digit over and over. */
function isIssued(digits: string): boolean {
  return !digits.startsWith('9') && !PUBLISHED.has(digits) && !/^(\d)\1+$/.test(digits);
}

/** The name of the number, directly before it. */
const LABEL =
  /(?<![\p{L}\d])(?:ssns?|ss|soc(?:ial)?[-_ .]{0,2}sec(?:urity)?)(?:[-_ ](?:number|num|no|nr|nbr|id|card))?(?:\.? {0,2}#)?["'\])*]{0,3}(?: (?:is|was|of))?[.:= \t"'([*|–-]{0,6}$/iu;
/** What nobody has is told by its name alone: the words near it raise this to 0.5. */
const BY_NAME = 0;

function validate(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  if (!isPossible(digits)) return null;
  if (!isIssued(digits)) return LABEL.test(textBefore(text, span.start, 48)) ? BY_NAME : null;
  if (written.includes('.')) return 0.4;
  return written.length > 9 ? 0.5 : 0.1;
}

export default {
  id: 'us-identifiers',
  title: 'Identifiers of the United States',
  entities: [{ entity: 'US_SSN', categories: ['personal', 'government-id'] }],
  detectors: [
    {
      kind: 'anchored',
      id: 'us-ssn',
      entity: 'US_SSN',
      source: 'https://www.ssa.gov/employer/randomization.html',
      anchors: { digits: 9 },
      pattern:
        /(?<![\w$/+]|(?<!ssn ?|\bss ?|security ?|security (?:number|no\.?) ?)#|(?<!ssn|social_?security_?number|social)=|[\w)][.+/-])(?:\d{3}([ .\u00a0\u2010-\u2013-])\d{2}\1\d{4}|\d{9})(?![\w%]|[.-]\w|\/\d)/iy,
      confidence: 0.5,
      validate,
      context: {
        after: 24,
        raise: {
          en: 'ssn|ssns|social security|social sec|social|taxpayer|tin|w-2|w2|w-9|ss#|soc sec'.split('|'),
          es: ['seguro social', 'número de seguro'],
          de: ['sozialversicherungsnummer'],
        },
        lower: {
          en: 'order|invoice|part|sku|serial|isbn|tracking|ticket|case|routing|po|model|version|ref|zip'.split('|'),
        },
      },
    },
  ],
} satisfies Family;
