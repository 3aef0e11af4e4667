import type { Span } from '../../scan/finding.ts';
import type { Family } from '../family.ts';

/** Numbers that were printed in advertisements or given out as examples, so they belong to nobody. */
const NEVER_ISSUED = new Set(['078051120', '219099999']);

/** Area 001–665 and 667–899, group 01–99, serial 0001–9999. */
function validate(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900' || digits.slice(3, 5) === '00' || digits.slice(5) === '0000') return null;
  if (NEVER_ISSUED.has(digits) || /^(\d)\1+$/.test(digits)) return null;
  if (written.includes('.')) return 0.4;
  return written.length > 9 ? 0.5 : 0.1;
}

export default {
  id: 'us-identifiers',
  title: 'Identifiers of the United States',
  entities: [{ entity: 'US_SSN', categories: ['personal', 'government-id'], ambient: false }],
  detectors: [
    {
      kind: 'anchored',
      id: 'us-ssn',
      entity: 'US_SSN',
      source: 'https://www.ssa.gov/employer/randomization.html',
      anchors: { digits: 9 },
      pattern:
        /(?<![\w$#/+]|(?<!ssn|social_security_number|social)=|[\w)][.+/-])(?:\d{3}([ .\u00a0\u2010-\u2013-])\d{2}\1\d{4}|\d{9})(?![\w%]|[.-]\w)/y,
      confidence: 0.5,
      validate,
      context: {
        after: 24,
        raise: {
          en: ['ssn', 'ssns', 'social security', 'social sec', 'social', 'taxpayer', 'tin', 'w-2', 'w2', 'w-9', 'ss#', 'soc sec'],
          es: ['seguro social', 'número de seguro'],
          de: ['sozialversicherungsnummer'],
        },
        lower: {
          en: [
            'order',
            'invoice',
            'part',
            'sku',
            'serial',
            'isbn',
            'tracking',
            'ticket',
            'case',
            'routing',
            'po',
            'model',
            'version',
            'ref',
            'zip',
          ],
        },
      },
    },
  ],
} satisfies Family;
