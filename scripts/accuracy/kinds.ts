import type { CredentialType, Provider } from '../../lib/detectors/provider.ts';
import { expand } from '../../tests/corpus/generate.ts';
import { sampleOf } from '../../tests/lib/detectors/shape-sample.ts';

/** Families of kinds, for the columns of the table. */
export const GROUPS = ['distinctive', 'named value', 'named line', 'structured', 'numbers'] as const;

/** A secret and the text round it; only `secret` is disguised. */
export interface Kind {
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly before: string;
  readonly secret: string;
  readonly after: string;
}

/** Structured secrets and numbers: name, words before it, template (see `tests/corpus/generate.ts`). */
const OTHERS: readonly (readonly [string, Kind['group'], string, string])[] = [
  ['PEM key', 'structured', 'The key:\n', '-----BEGIN RSA PRIVATE KEY-----\n{{pem:8}}\n-----END RSA PRIVATE KEY-----'],
  [
    'OpenSSH key',
    'structured',
    'id_ed25519 is\n',
    '-----BEGIN OPENSSH PRIVATE KEY-----\n{{openssh:200}}\n-----END OPENSSH PRIVATE KEY-----',
  ],
  [
    'JSON web token',
    'structured',
    'I got ',
    '{{base64url-of:{"alg":"HS256","typ":"JWT"}}}.{{base64url-of:{"sub":"1029384756","iat":1735689600}}}.{{base64url:43}}',
  ],
  ['Postgres URL', 'structured', 'We connect with ', 'postgres://app:{{base62:18}}@db.internal.acme.io:5432/shop'],
  ['MongoDB URL', 'structured', 'We connect with ', 'mongodb+srv://root:{{base62:20}}@cluster0.k3vq1.mongodb.net/admin'],
  ['Redis URL', 'structured', 'cache at ', 'redis://:{{base62:24}}@cache.internal.acme.io:6379/0'],
  [
    'ADO connection string',
    'structured',
    'Use ',
    'Server=tcp:sql7.acme.io,1433;Database=shop;User ID=app;Password={{base62:18}};Encrypt=True;',
  ],
  ['Visa', 'numbers', 'Card number: ', '{{luhn:4,16}}'],
  ['Mastercard', 'numbers', 'Please charge card ', '{{luhn:52,16}}'],
  ['American Express', 'numbers', 'Credit card: ', '{{luhn:37,15}}'],
  ['Visa, second', 'numbers', 'my visa is ', '{{luhn:45,16}}'],
  ['Discover', 'numbers', 'Card number: ', '{{luhn:6011,16}}'],
  ['German IBAN', 'numbers', 'Transfer to ', '{{iban:DE}}'],
  ['Spanish IBAN', 'numbers', 'IBAN: ', '{{iban:ES}}'],
  ['Belgian IBAN', 'numbers', 'account ', '{{iban:BE}}'],
  ['Polish IBAN', 'numbers', 'konto ', '{{iban:PL}}'],
  ['Austrian IBAN', 'numbers', 'IBAN: ', '{{iban:AT}}'],
];

const wordOf = ({ provider, words }: Provider, { words: own }: CredentialType): string => (own ?? words)?.[0] ?? provider;

/**
 * One sample of every type of every provider. What is distinctive stands in a sentence by itself; what counts near its provider's word is assigned to
 * `<word>_api_key`, once with only the value disguised and once with the whole line.
 */
export function kindsOf(providers: readonly Provider[]): Kind[] {
  const kinds: Kind[] = [];
  for (const provider of providers) {
    for (const [name, given] of Object.entries(provider.types)) {
      const type: CredentialType = typeof given === 'string' ? { shape: given } : given;
      // Public by design, or for tests: not acted on in plain text either.
      if (type.confidence !== undefined && type.confidence < 0.5) continue;
      const source = [type.shape].flat()[0] ?? '';
      const id = `${provider.provider}-${name}`;
      const secret = sampleOf(source, 'evasion');
      if (!source.startsWith('~')) {
        kinds.push({ name: id, group: 'distinctive', before: 'Here it is: ', secret, after: ' please check it.' });
        continue;
      }
      const before = `${wordOf(provider, type).replace(/[\s.-]/g, '_')}_api_key = `;
      kinds.push({ name: id, group: 'named value', before, secret, after: '\nregion = eu' });
      kinds.push({ name: id, group: 'named line', before: 'config:\n', secret: before + secret, after: '\nregion = eu' });
    }
  }
  for (const [name, group, before, template] of OTHERS)
    kinds.push({ name, group, before, secret: expand(template, name), after: ' thanks' });
  return kinds;
}
