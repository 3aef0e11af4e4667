import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { everyMatch } from '../every-match.ts';
import type { Family } from '../family.ts';
import { isLuhn } from '../luhn.ts';
import { textBefore } from '../text-before.ts';

/** Numbers from the first to the last prefix (same number of digits), and the lengths that are issued. `wide`: so many numbers fit that the shape says little. */
interface Issuer {
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
  readonly wide: boolean;
}

/**
 * Prefixes, or the first and the last one of as many digits, and the lengths that are issued; `~`: so many numbers fit that the shape says little.
 * https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN), after ISO/IEC 7812-1. Besides:
 * - JCB, UnionPay: Discover Global Network, IPP VAR enabler compliance (https://www.discoverglobalnetwork.com); JCB of 15 digits: https://github.com/braintree/credit-card-type
 * - RuPay: https://www.npci.org.in; Elo: https://dev.elo.com.br/apis/tabela-de-bins; Hipercard: https://www.hipercard.com.br
 * - Maestro: Mastercard Rules. All its ranges are wide, but those that Wikipedia names
 * - Carnet, Cabal, mada: https://github.com/activemerchant/active_merchant
 */
const ISSUERS: readonly Issuer[] = [
  // Visa
  '4 13 16 19',
  // Mastercard
  '51-55,2221-2720 16',
  // American Express
  '34,37 15',
  // Discover
  '6011,644-649,65 16-19',
  // Diners Club
  '300-305,3095 14 16-19',
  '36 14-19',
  '38-39 14 16-19',
  // JCB
  '3528-3589,3088-3094,3096-3102,3112-3120,3158-3159,3337-3349 16-19',
  '2131,1800 15',
  // UnionPay
  '62,8100-8171 16-19',
  // RuPay
  '81-82,508,353,606985-607984,608001-608500 16',
  // Mir
  '2200-2204 16-19',
  // Troy
  '9792 16',
  // Elo
  '504175,506699-506778,509000-509999,627780,636297-636298,636368 16',
  // Hipercard
  '606282,637095,637568,637599,637609,637612 16',
  // Verve
  '506099-506198,507865-507964,650002-650027 16 18-19',
  // Carnet
  '286900,502275,506199-506499,639484,639559 16',
  // Cabal
  '604201-604400,589657 16',
  // Dankort
  '5019 16',
  // LankaPay
  '357111 16',
  // Borica
  '2205 16',
  // Napas
  '9704 16 19',
  // Uzcard
  '8600,5614 16',
  // Humo
  '9860 16',
  // mada
  '968201-968211 16',
  // UkrCard
  '604001-604200 16-19',
  // GPN
  '1946 16',
  // Maestro
  '5018,5020,5038,5893,6304,6759,6761-6763 12-19',
  // UATP
  '~1 15',
  // Maestro
  '~50,56-59,60-69 12-19',
].flatMap((row) => {
  const [prefixes = '', ...lengths] = row.replace('~', '').split(' ');
  return prefixes.split(',').map((prefix) => {
    const [from = '', to = from] = prefix.split('-');
    return { from, to, lengths: lengths.flatMap(range), wide: row.startsWith('~') };
  });
});

/** The numbers of `16-19`, or the one that stands there. */
function range(written: string): readonly number[] {
  const [first = 0, last = first] = written.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, more) => first + more);
}

/** By the first digit. */
const ISSUERS_BY_DIGIT = Array.from({ length: 10 }, (_, digit) =>
  ISSUERS.filter(({ from, to }) => String(digit) >= from.charAt(0) && String(digit) <= to.charAt(0)),
);

/** One run; 4-4-4-4 with up to three more; 4-6-5 and 4-6-4. The separator must be the same throughout. */
const CARD =
  /(?<![\w$#/]|(?<![Cc]ard|CARD|[Pp]an|PAN|cc|CC|[Nn]umber|NUMBER|num|no)=|[\w)[][.+-]|[\s([]\.)(?:\d{12,19}|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{4}\1\d{4}\1\d{4}(?:\1?\d{1,3}(?![/\d]))?|\d{4}([ .\u00a0\u2009\u202f\u2010-\u2013-])\d{6}\2\d{4,5})(?![\w%]|[.-]\w)/y;
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

/** Four digits in hexadecimal, or five, before the groups and behind them. */
const GROUPS_BEFORE = /(?<![\w.])(?:[\dA-F]{4,5}([ .-]))(?:[\dA-F]{4,5}\1){0,15}$/;
const GROUPS_BEHIND = /^([ .-])[\dA-F]{4,5}(?:\1[\dA-F]{4,5}){0,15}(?!\w)/;

/** Whether a number of four groups is cut out of a longer row of them: a table of characters, the bytes of a file. Cards side by side are no such row. */
function isAmongGroups(text: string, { start, end }: Span): boolean {
  const separator = text[start + 4] as string;
  const before = GROUPS_BEFORE.exec(textBefore(text, start, 96))?.[0] ?? '';
  const behind = GROUPS_BEHIND.exec(text.slice(end, end + 96))?.[0] ?? '';
  const groups = `${before}${behind}`.split(separator).filter(Boolean);
  if (groups.some((group) => /\d/.test(group) && /[A-F]/.test(group))) return true;
  if (groups.length < 2) return false;
  const beside = [before, behind].map((row) => row.replace(/\D/g, ''));
  return !beside.every((digits) => digits.length % 16 === 0 && (digits === '' || isLuhn(digits.slice(0, 16))));
}

/** Whether the groups are points of a drawing: they end in 0 or 5, and numbers stand beside them. */
function isPoints(text: string, { start, end }: Span): boolean {
  return (
    /^(?:\d{3}[05]\s){4}$/.test(`${text.slice(start, end)} `) &&
    /\d\s{1,2}_|_\s\d/.test(`${textBefore(text, start, 3)}_${text.slice(end, end + 2)}`)
  );
}

/** A name of a card right before the number. */
const LABEL =
  /(?:(?<!\p{L})(?:credit|debit|bank|payment|visa|mastercard|master|amex|american express|diners(?: club)?|kredit)[ -]?(?:card|karte)?s?(?: (?:account|number|no\.?|num|nr\.?|#))?|(?<!\p{L})card(?:[ _-](?:number|no\.?|num|nr\.?|#))|(?<!\p{L})my (?:[a-z0-9]{2,8} ){0,2}card|kartennummer|(?:tarjeta|cartão|carta) de cr[ée]dito|carte (?:bancaire|de crédit|bleue)|carta di credito|信用卡(?:号码?)?|クレジットカード(?:番号)?|카드 ?번호)["']?(?: (?:is|ist|est|es|was)(?: l[ae])?)?[:：=是为は]? ?["'#]? ?$/iu;
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
    return LABEL.test(textBefore(text, span.start, 40)) ? MISTYPED : null;
  }
  if (!isIssued || (written.length === SIXTEEN && (isAmongGroups(text, span) || isPoints(text, span)))) return null;
  if (issuers.every((issuer) => issuer.wide)) return 0.3;
  // One bare number in ten passes Luhn by chance; the usual grouping is a second witness.
  return isGrouped ? 0.9 : digits.length === 16 || digits.length === 15 ? 0.75 : 0.4;
}

/** The code on the back of a card, behind its name. */
const CODE =
  /(?<![\p{L}\d])(?:cvv2?|cvc2?|cv2(?!\d)|(?:card )?verification value|security code on the back of (?:the|your|my) card)(?:[ _](?:code|number|no\.?))?["'*]{0,3}(?:,? (?:is|ist|est|es|è|é)|[ :=#,>(]){0,2} ?["'(]?(?<value>\d{3,4})(?![\w%-]|[.,]\d)/dgiu;

function findCodes(window: string): readonly Guess[] {
  return everyMatch(CODE, window).map(({ indices }) => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    return { span: { start, end }, confidence: 0.6 };
  });
}

/** Month and year, and the code by other names, as they stand beside a card. */
const BESIDE =
  /(?<![\d/.-])(?<expiry>(?:0[1-9]|1[0-2])(?: ?[/–-] ?|\|)(?:20)?[2-4]\d)(?![\d/-]|\.\d)|(?<!\p{L})(?:prüf(?:ziffer|nummer)|sicherheitscode|security code(?: on the back of the card)?|(?:card )?verification (?:value|code)|cryptogramme|código(?: de segur\p{L}{4,5})?|codice di sicurezza|(?:3|three) (?:digits|numbers) (?:on|at|from) the back)["']?(?: (?:is|are|ist|est|es|è))? ?[:=]? ?["']?(?<code>\d{3,4})(?![\w/-]|[.,]\d)/dgiu;

const SOME_CARD = /(?<!\d)\d{4}(?:([ .-]?)\d{4}\1\d{4}\1\d{4}|([ .-]?)\d{6}\2\d{4,5})/g;

function findBeside(window: string): readonly Guess[] {
  if (!everyMatch(SOME_CARD, window).some(({ 0: card }) => isLuhn(card.replace(/\D/g, '')))) return [];
  return everyMatch(BESIDE, window).map(({ indices }) => {
    const { expiry, code } = indices?.groups ?? {};
    const [start, end] = expiry ?? code ?? [0, 0];
    return { span: { start, end }, entity: expiry ? 'CARD_EXPIRY' : 'CARD_SECURITY_CODE', confidence: 0.6 };
  });
}

export default {
  id: 'payment-cards',
  title: 'Payment cards',
  entities: [
    { entity: 'CREDIT_CARD', categories: ['financial', 'personal', 'pci'] },
    { entity: 'CARD_SECURITY_CODE', categories: ['financial', 'pci'] },
    { entity: 'CARD_EXPIRY', categories: ['financial', 'pci'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'card-security-code-behind-name',
      entity: 'CARD_SECURITY_CODE',
      source: 'https://www.pcisecuritystandards.org/glossary/ (card verification code)',
      cues: ['cvv', 'cvc', 'cv2', 'verification value', 'on the back of'],
      before: 24,
      after: 64,
      find: findCodes,
    },
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
          en: 'card|visa|mastercard|amex|american express|discover|maestro|credit|debit|cvv|cvc|cc|pan|expires|exp|expiry'.split('|'),
          de: 'karte|kreditkarte|kartennummer|debitkarte|girokarte|gültig bis|prüfnummer'.split('|'),
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
          en: 'order|order number|tracking|invoice|timestamp|serial|imei|isbn|ean|sku|request id|trace'.split('|'),
          de: ['bestellnummer', 'sendungsnummer', 'rechnungsnummer', 'seriennummer', 'auftragsnummer'],
        },
      },
    },
    {
      kind: 'nearby',
      id: 'beside-card',
      entity: 'CARD_EXPIRY',
      source: 'https://www.pcisecuritystandards.org/glossary/ (cardholder data)',
      cues: ['expir', 'valid thru', 'gültig bis', 'prüfziffer', 'cryptogramme', 'on the back'],
      entities: ['CREDIT_CARD'],
      before: 64,
      after: 96,
      find: findBeside,
    },
  ],
} satisfies Family;
