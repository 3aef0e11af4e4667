import type { Span } from '../../scan/finding.ts';
import type { Family } from '../family.ts';
import { isLuhn } from '../luhn.ts';

/** First and last prefix (same number of digits), and the lengths that are issued. `wide`: so many numbers fit that the shape says little. */
interface Issuer {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
  readonly wide?: true;
}

/** https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN), after ISO/IEC 7812-1 */
const ISSUERS: readonly Issuer[] = [
  { name: 'Visa', from: '4', to: '4', lengths: [13, 16, 19] },
  { name: 'Mastercard', from: '51', to: '55', lengths: [16] },
  { name: 'Mastercard', from: '2221', to: '2720', lengths: [16] },
  { name: 'American Express', from: '34', to: '34', lengths: [15] },
  { name: 'American Express', from: '37', to: '37', lengths: [15] },
  { name: 'Discover', from: '6011', to: '6011', lengths: [16, 17, 18, 19] },
  { name: 'Discover', from: '644', to: '649', lengths: [16, 17, 18, 19] },
  { name: 'Discover', from: '65', to: '65', lengths: [16, 17, 18, 19] },
  { name: 'Diners Club', from: '300', to: '305', lengths: [14, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '3095', to: '3095', lengths: [14, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '36', to: '36', lengths: [14, 15, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '38', to: '39', lengths: [14, 16, 17, 18, 19] },
  { name: 'JCB', from: '3528', to: '3589', lengths: [16, 17, 18, 19] },
  { name: 'UnionPay', from: '62', to: '62', lengths: [16, 17, 18, 19] },
  { name: 'RuPay', from: '81', to: '82', lengths: [16] },
  { name: 'RuPay', from: '508', to: '508', lengths: [16] },
  { name: 'Mir', from: '2200', to: '2204', lengths: [16, 17, 18, 19] },
  { name: 'Troy', from: '9792', to: '9792', lengths: [16] },
  { name: 'UATP', from: '1', to: '1', lengths: [15], wide: true },
  { name: 'Maestro', from: '50', to: '50', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
  { name: 'Maestro', from: '56', to: '58', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
  { name: 'Maestro', from: '60', to: '69', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
];

function validate(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  if (!isLuhn(digits)) return null;
  const issuers = ISSUERS.filter(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  if (issuers.length === 0) return null;
  if (issuers.every((issuer) => issuer.wide)) return 0.3;
  // One bare number in ten passes Luhn by chance; the usual grouping is a second witness.
  return written.length > digits.length ? 0.9 : digits.length === 16 || digits.length === 15 ? 0.75 : 0.4;
}

export default {
  id: 'payment-cards',
  title: 'Payment cards',
  entities: [{ entity: 'CREDIT_CARD', categories: ['financial', 'personal', 'pci'], ambient: false }],
  detectors: [
    {
      kind: 'anchored',
      id: 'payment-card',
      entity: 'CREDIT_CARD',
      source: 'https://www.iso.org/standard/70484.html (ISO/IEC 7812-1)',
      anchors: { digits: 12 },
      // One run; 4-4-4-4 with up to three more; 4-6-5 and 4-6-4. The separator must be the same throughout.
      pattern:
        /(?<![\w$#/=]|[\w)][.+-])(?:\d{12,19}|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{4}\1\d{4}\1\d{4}(?:\1?\d{1,3})?|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{6}\2\d{4,5})(?![\w%]|[.-]\w)/y,
      confidence: 0.75,
      validate,
      context: {
        before: 60,
        after: 30,
        raise: {
          en: [
            'card',
            'visa',
            'mastercard',
            'amex',
            'american express',
            'discover',
            'maestro',
            'credit',
            'debit',
            'cvv',
            'cvc',
            'cc',
            'pan',
            'expires',
            'exp',
            'expiry',
          ],
          de: ['karte', 'kreditkarte', 'kartennummer', 'debitkarte', 'girokarte', 'gültig bis', 'prüfnummer'],
          fr: ['carte', 'carte bancaire', 'cb'],
          es: ['tarjeta', 'caduca'],
        },
        lower: {
          en: ['order', 'order number', 'tracking', 'invoice', 'timestamp', 'serial', 'imei', 'isbn', 'ean', 'sku', 'request id', 'trace'],
          de: ['bestellnummer', 'sendungsnummer', 'rechnungsnummer', 'seriennummer', 'auftragsnummer'],
        },
      },
    },
  ],
} satisfies Family;
