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

const SIXTEEN_UP = [16, 17, 18, 19];
const TWELVE_UP = [12, 13, 14, 15, ...SIXTEEN_UP];

/**
 * https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN), after ISO/IEC 7812-1. Besides:
 * - JCB, UnionPay: Discover Global Network, IPP VAR enabler compliance (https://www.discoverglobalnetwork.com); JCB of 15 digits: https://github.com/braintree/credit-card-type
 * - RuPay: https://www.npci.org.in; Elo: https://dev.elo.com.br/apis/tabela-de-bins; Hipercard: https://www.hipercard.com.br
 * - Maestro: Mastercard Rules. All its ranges are wide, but those that Wikipedia names
 * - Carnet, Cabal, mada: https://github.com/activemerchant/active_merchant
 */
const ISSUERS: readonly Issuer[] = [
  { name: 'Visa', from: '4', to: '4', lengths: [13, 16, 19] },
  { name: 'Mastercard', from: '51', to: '55', lengths: [16] },
  { name: 'Mastercard', from: '2221', to: '2720', lengths: [16] },
  { name: 'American Express', from: '34', to: '34', lengths: [15] },
  { name: 'American Express', from: '37', to: '37', lengths: [15] },
  { name: 'Discover', from: '6011', to: '6011', lengths: SIXTEEN_UP },
  { name: 'Discover', from: '644', to: '649', lengths: SIXTEEN_UP },
  { name: 'Discover', from: '65', to: '65', lengths: SIXTEEN_UP },
  { name: 'Diners Club', from: '300', to: '305', lengths: [14, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '3095', to: '3095', lengths: [14, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '36', to: '36', lengths: [14, 15, 16, 17, 18, 19] },
  { name: 'Diners Club', from: '38', to: '39', lengths: [14, 16, 17, 18, 19] },
  { name: 'JCB', from: '3528', to: '3589', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '3088', to: '3094', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '3096', to: '3102', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '3112', to: '3120', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '3158', to: '3159', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '3337', to: '3349', lengths: SIXTEEN_UP },
  { name: 'JCB', from: '2131', to: '2131', lengths: [15] },
  { name: 'JCB', from: '1800', to: '1800', lengths: [15] },
  { name: 'UnionPay', from: '62', to: '62', lengths: SIXTEEN_UP },
  { name: 'UnionPay', from: '8100', to: '8171', lengths: SIXTEEN_UP },
  { name: 'RuPay', from: '81', to: '82', lengths: [16] },
  { name: 'RuPay', from: '508', to: '508', lengths: [16] },
  { name: 'RuPay', from: '353', to: '353', lengths: [16] },
  { name: 'RuPay', from: '606985', to: '607984', lengths: [16] },
  { name: 'RuPay', from: '608001', to: '608500', lengths: [16] },
  { name: 'Mir', from: '2200', to: '2204', lengths: SIXTEEN_UP },
  { name: 'Troy', from: '9792', to: '9792', lengths: [16] },
  { name: 'Elo', from: '504175', to: '504175', lengths: [16] },
  { name: 'Elo', from: '506699', to: '506778', lengths: [16] },
  { name: 'Elo', from: '509000', to: '509999', lengths: [16] },
  { name: 'Elo', from: '627780', to: '627780', lengths: [16] },
  { name: 'Elo', from: '636297', to: '636298', lengths: [16] },
  { name: 'Elo', from: '636368', to: '636368', lengths: [16] },
  { name: 'Hipercard', from: '606282', to: '606282', lengths: [16] },
  { name: 'Hipercard', from: '637095', to: '637095', lengths: [16] },
  { name: 'Hipercard', from: '637568', to: '637568', lengths: [16] },
  { name: 'Hipercard', from: '637599', to: '637599', lengths: [16] },
  { name: 'Hipercard', from: '637609', to: '637609', lengths: [16] },
  { name: 'Hipercard', from: '637612', to: '637612', lengths: [16] },
  { name: 'Verve', from: '506099', to: '506198', lengths: [16, 18, 19] },
  { name: 'Verve', from: '507865', to: '507964', lengths: [16, 18, 19] },
  { name: 'Verve', from: '650002', to: '650027', lengths: [16, 18, 19] },
  { name: 'Carnet', from: '286900', to: '286900', lengths: [16] },
  { name: 'Carnet', from: '502275', to: '502275', lengths: [16] },
  { name: 'Carnet', from: '506199', to: '506499', lengths: [16] },
  { name: 'Carnet', from: '639484', to: '639484', lengths: [16] },
  { name: 'Carnet', from: '639559', to: '639559', lengths: [16] },
  { name: 'Cabal', from: '604201', to: '604400', lengths: [16] },
  { name: 'Cabal', from: '589657', to: '589657', lengths: [16] },
  { name: 'Dankort', from: '5019', to: '5019', lengths: [16] },
  { name: 'LankaPay', from: '357111', to: '357111', lengths: [16] },
  { name: 'Borica', from: '2205', to: '2205', lengths: [16] },
  { name: 'Napas', from: '9704', to: '9704', lengths: [16, 19] },
  { name: 'Uzcard', from: '8600', to: '8600', lengths: [16] },
  { name: 'Uzcard', from: '5614', to: '5614', lengths: [16] },
  { name: 'Humo', from: '9860', to: '9860', lengths: [16] },
  { name: 'mada', from: '968201', to: '968211', lengths: [16] },
  { name: 'UkrCard', from: '604001', to: '604200', lengths: SIXTEEN_UP },
  { name: 'GPN', from: '1946', to: '1946', lengths: [16] },
  { name: 'Maestro', from: '5018', to: '5018', lengths: TWELVE_UP },
  { name: 'Maestro', from: '5020', to: '5020', lengths: TWELVE_UP },
  { name: 'Maestro', from: '5038', to: '5038', lengths: TWELVE_UP },
  { name: 'Maestro', from: '5893', to: '5893', lengths: TWELVE_UP },
  { name: 'Maestro', from: '6304', to: '6304', lengths: TWELVE_UP },
  { name: 'Maestro', from: '6759', to: '6759', lengths: TWELVE_UP },
  { name: 'Maestro', from: '6761', to: '6763', lengths: TWELVE_UP },
  { name: 'UATP', from: '1', to: '1', lengths: [15], wide: true },
  { name: 'Maestro', from: '50', to: '50', lengths: TWELVE_UP, wide: true },
  { name: 'Maestro', from: '56', to: '59', lengths: TWELVE_UP, wide: true },
  { name: 'Maestro', from: '60', to: '69', lengths: TWELVE_UP, wide: true },
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

/** A name of a card right before the number. */
const LABEL =
  /(?:(?<!\p{L})(?:credit|debit|bank|payment|visa|mastercard|master|amex|american express|diners(?: club)?|kredit)[ -]?(?:card|karte)?s?(?: (?:account|number|no\.?|num|nr\.?|#))?|(?<!\p{L})card(?:[ _-](?:number|no\.?|num|nr\.?|#))|(?<!\p{L})my (?:[a-z0-9]{2,8} ){0,2}card|kartennummer|(?:tarjeta|cartão|carta) de cr[ée]dito|carte (?:bancaire|de crédit|bleue)|carta di credito|信用卡(?:号码?)?|クレジットカード(?:番号)?|카드 ?번호)["']?(?: (?:is|ist|est|es|was))?[:：=是为は]? ?["'#]? ?$/iu;
/** A wrong check digit: mistyped, or an example. */
const MISTYPED = 0.5;

function validate(text: string, span: Span): number | null {
  const written = text.slice(span.start, span.end);
  const digits = written.replace(/\D/g, '');
  const issuers = ISSUERS_BY_DIGIT[Number(digits[0])]?.filter(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  const isIssued = issuers !== undefined && issuers.length > 0;
  const isGrouped = written.length > digits.length;
  if (!isLuhn(digits)) {
    if (!(isIssued || isGrouped) || new Set(digits).size < 2) return null;
    return LABEL.test(text.slice(Math.max(0, span.start - 40), span.start)) ? MISTYPED : null;
  }
  if (!isIssued) return null;
  if (issuers.every((issuer) => issuer.wide)) return 0.3;
  // One bare number in ten passes Luhn by chance; the usual grouping is a second witness.
  return isGrouped ? 0.9 : digits.length === 16 || digits.length === 15 ? 0.75 : 0.4;
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
