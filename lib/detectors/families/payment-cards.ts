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

/** https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN), after ISO/IEC 7812-1; RuPay: https://www.npci.org.in; Hipercard: https://www.hipercard.com.br */
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
  { name: 'RuPay', from: '353', to: '353', lengths: [16] },
  { name: 'RuPay', from: '606985', to: '607984', lengths: [16] },
  { name: 'RuPay', from: '608001', to: '608500', lengths: [16] },
  { name: 'Mir', from: '2200', to: '2204', lengths: [16, 17, 18, 19] },
  { name: 'Troy', from: '9792', to: '9792', lengths: [16] },
  { name: 'Elo', from: '5066', to: '5067', lengths: [16] },
  { name: 'Elo', from: '509', to: '509', lengths: [16] },
  { name: 'Elo', from: '6277', to: '6277', lengths: [16] },
  { name: 'Elo', from: '6362', to: '6363', lengths: [16] },
  { name: 'Hipercard', from: '606282', to: '606282', lengths: [16] },
  { name: 'Verve', from: '506099', to: '506198', lengths: [16, 18, 19] },
  { name: 'Verve', from: '650002', to: '650027', lengths: [16, 18, 19] },
  { name: 'Dankort', from: '5019', to: '5019', lengths: [16] },
  { name: 'LankaPay', from: '357111', to: '357111', lengths: [16] },
  { name: 'Borica', from: '2205', to: '2205', lengths: [16] },
  { name: 'Napas', from: '9704', to: '9704', lengths: [16, 19] },
  { name: 'Uzcard', from: '8600', to: '8600', lengths: [16] },
  { name: 'Uzcard', from: '5614', to: '5614', lengths: [16] },
  { name: 'Humo', from: '9860', to: '9860', lengths: [16] },
  { name: 'UATP', from: '1', to: '1', lengths: [15], wide: true },
  { name: 'Maestro', from: '50', to: '50', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
  { name: 'Maestro', from: '56', to: '58', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
  { name: 'Maestro', from: '60', to: '69', lengths: [12, 13, 14, 15, 16, 17, 18, 19], wide: true },
];

/** By the first digit. */
const ISSUERS_BY_DIGIT = Array.from({ length: 10 }, (_, digit) =>
  ISSUERS.filter(({ from, to }) => String(digit) >= from.charAt(0) && String(digit) <= to.charAt(0)),
);

/** One run; 4-4-4-4 with up to three more; 4-6-5 and 4-6-4. The separator must be the same throughout. */
const CARD =
  /(?<![\w$#/=]|[\w)][.+-])(?:\d{12,19}|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{4}\1\d{4}\1\d{4}(?:\1?\d{1,3}(?![/\d]))?|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{6}\2\d{4,5})(?![\w%]|[.-]\w)/y;
/** Sixteen digits in groups, and their separators. */
const SIXTEEN = 19;

/** The number that begins at `at`. What stands behind sixteen digits may be the card's code and not the end of a longer number. */
function readCard(text: string, at: number): Span | null {
  CARD.lastIndex = at;
  const written = CARD.exec(text)?.[0];
  if (written === undefined) return null;
  const isLonger = written.length > SIXTEEN && /^\D\d/.test(written.slice(SIXTEEN));
  const own = isLonger && !isLuhn(written.replace(/\D/g, '')) ? written.slice(0, SIXTEEN) : written;
  return { start: at, end: at + own.length };
}

function validate(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  if (!isLuhn(digits)) return null;
  const issuers = ISSUERS_BY_DIGIT[Number(digits[0])]?.filter(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  if (!issuers || issuers.length === 0) return null;
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
      pattern: readCard,
      confidence: 0.75,
      reach: 32,
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
          pt: ['cartão', 'cartão de crédito', 'elo', 'hipercard'],
          it: ['carta', 'carta di credito'],
          nl: ['kaart', 'creditcard', 'pinpas'],
          pl: ['karta', 'karty', 'kartą'],
          tr: ['kart', 'kartı', 'kart numarası'],
          ru: ['карта', 'карты', 'картой'],
          uz: ['karta raqami', 'uzcard', 'humo'],
          sv: ['kort', 'kortnummer'],
        },
        lower: {
          en: ['order', 'order number', 'tracking', 'invoice', 'timestamp', 'serial', 'imei', 'isbn', 'ean', 'sku', 'request id', 'trace'],
          de: ['bestellnummer', 'sendungsnummer', 'rechnungsnummer', 'seriennummer', 'auftragsnummer'],
        },
      },
    },
  ],
} satisfies Family;
