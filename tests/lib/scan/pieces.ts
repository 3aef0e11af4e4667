import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { organisationDetectors } from '../../../lib/detectors/organisation.ts';
import type { AnchoredDetector, Detector, NearbyDetector } from '../../../lib/scan/detector.ts';
import { reversed, rotated } from '../../../lib/scan/views/turned.ts';
import { expand } from '../../corpus/generate.ts';

/** Secrets as templates of `expand`. */
export const SECRETS: readonly string[] = [
  '{{github:ghp_}}',
  '{{npm:npm_}}',
  '{{gitlab:glpat-}}',
  '{{grafana:glsa_}}',
  'AKIA{{base32:16}}',
  'sk-ant-api03-{{base64url:93}}AA',
  'password = "{{base62:14}}!"',
  'export DB_PASSWORD={{base62:20}}',
  'datadog api key: {{hex:32}}',
  'DD_API_KEY={{hex:32}}',
  'postgres://admin:{{base62:18}}@db.example.org:5432/app',
  'Authorization: Bearer {{base62:40}}',
  'curl -u admin:{{base62:18}} https://example.org',
  '{{luhn:4,16, }}',
  'card {{luhn:5,16}} exp 12/29',
  '{{iban:DE, }}',
  'IBAN {{iban:GB}}',
  '+49 30 {{digit:8}}',
  'SSN 219-09-9999',
  'anna.bell@example.org',
  '-----BEGIN PRIVATE KEY-----\n{{pem:6}}\n-----END PRIVATE KEY-----',
  '{{seed:12}}',
  'AGE-SECRET-KEY-{{age:AGE-SECRET-KEY-}}',
  'Kärntner Straße {{digit:2}}\n1010 Wien',
];

function percent(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Ways to write a text that a scan sees through. */
export const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent,
  unicode: (text) => Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  references: (text) => Array.from(text, (character) => `&#${character.charCodeAt(0)};`).join(''),
  rotated,
  reversed,
  wide,
  invisible: (text) => Array.from(text).join('\u200b'),
  packed: (text) => gzipSync(text).toString('base64'),
  listed: (text) => `[${Array.from(Buffer.from(text)).join(', ')}]`,
  dumped: (text) =>
    `\n00000000: ${Buffer.from(text)
      .toString('hex')
      .match(/.{1,4}/g)
      ?.join(' ')}\n`,
};

function halves(joint: string): (text: string) => string {
  return (text) => `${text.slice(0, text.length / 2)}${joint}${text.slice(text.length / 2)}`;
}

/** Ways in which a value is cut. */
const JOINTS: readonly string[] = ['" + "', "'\n  . '", '\n', '\r\n> ', ' |\n| ', '<wbr>', '</span><span class="s">', '\\\n'];

/** Something that detectors, cues or views look at, or a half of it. */
export const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...SECRETS), fc.nat(50)).map(([template, seed]) => expand(template, `${seed}`)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...SECRETS), fc.nat(50), fc.constantFrom(...Object.values(DISGUISES)))
      .map(([template, seed, disguise]) => disguise(expand(template, `${seed}`))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...SECRETS), fc.nat(50), fc.constantFrom(...JOINTS))
      .map(([template, seed, joint]) => halves(joint)(expand(template, `${seed}`))),
  },
  // The two halves of a thing, so that an edit makes it or breaks it.
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...SECRETS), fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
      .map(([template, seed, cut, first]) => {
        const text = expand(template, `${seed}`);
        const at = Math.floor(text.length * cut);
        return first ? text.slice(0, at) : text.slice(at);
      }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\ud83d',
      '\ude00',
      '😀',
      'ghp_',
      'AKIA',
      'eyJ',
      '@',
      '://',
      'password',
      'datadog',
      'dear Anna Bell',
      'dear ',
      'falcon',
      '%41%42%43',
      '\\u0041',
      '&#65;',
      '=3D',
      '-----BEGIN ',
      '-----BEGIN PRIVATE KEY-----\n',
      '-----END PRIVATE KEY-----',
      'аdmin', // Cyrillic а
      '\n',
      '\n\n',
      ' ',
      '4',
      '-',
      '"',
      'x',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }).map((length) => '1234567890'.repeat(40).slice(0, length)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map((length) => '4 1-'.repeat(100).slice(0, length)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }).map((length) => expand(`{{base64url:${length}}}`, `${length}`)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const WORDS = (
  'the of and we plan to meet again on Tuesday because nobody could read the minutes that were sent out by mail after lunch, so please bring your own copy. ' +
  'Later they walked along the river until dusk; it was colder than anyone had thought it would be in May. Grüße aus Köln, said the card. '
).split(' ');

/** Prose without anything to find, `length` code units long. */
export function prose(length: number, from: number): string {
  let text = '';
  for (let i = from; text.length < length; i++) text += `${WORDS[(i * 7) % WORDS.length]} `;
  return text.slice(0, length);
}

/** A detector that finds nothing and tells when it was asked. */
export function spyOn(literal: string, seen: (at: number) => void): AnchoredDetector {
  return {
    kind: 'anchored',
    id: `spy-${literal}`,
    entity: 'SPY',
    source: 'test',
    anchors: { literals: [literal] },
    pattern: (_, at) => {
      seen(at);
      return null;
    },
    reach: 4,
    confidence: 1,
  };
}

export const near: NearbyDetector = {
  kind: 'nearby',
  id: 'near',
  entity: 'NEAR',
  source: 'test',
  cues: ['dear ', 'regards'],
  opensAt: (text, start, end) => text.charCodeAt(start - 1) === 32 && end - start < 9,
  entities: ['EMAIL'],
  before: 20,
  after: 20,
  budget: 96,
  find: (window) =>
    [...window.matchAll(/[A-Z]\S*/g)].map(({ index, 0: { length } }) => ({ span: { start: index, end: index + length }, confidence: 0.5 })),
};

/** Words and a pattern of an organisation. */
export const OWN: readonly Detector[] = organisationDetectors([
  { id: 'words', words: ['falcon', '😀x', 'Überflieger'], patterns: ['INT-\\d{2,6}'], caseSensitive: false },
]).detectors;
