import type { Finding } from '../../lib/scan/finding.ts';

/** Which findings are of one kind: their detector's id begins with one of the words, or is one of them, or their entity is listed. */
interface OwnKind {
  readonly words?: readonly string[];
  readonly entities?: readonly string[];
}

const TOKENS: OwnKind = {
  words: [
    'curl-header',
    'curl-user-password',
    'basic-auth-header',
    'bearer-header',
    'authorization-header',
    'api-key-header',
    'token-option',
    'password-option',
  ],
};
const CONNECTION: OwnKind = { words: ['url-password', 'key-value-password', 'basic-auth-header'], entities: ['CONNECTION_STRING'] };
const KEY: OwnKind = { words: ['wallet'], entities: ['PRIVATE_KEY'] };
const ASSIGNED: OwnKind = { words: ['assigned-secret', 'password-in-prose'], entities: ['ASSIGNED_SECRET'] };

/** Rules whose name does not begin with the name of our provider. Keys are beginnings of rule ids, in whole words. */
const ALIASES: Readonly<Record<string, OwnKind>> = {
  aws: { words: ['aws', 'amazon'] },
  'azure-ad': { words: ['azure', 'microsoft'] },
  azure: { words: ['azure', 'microsoft'] },
  basicauth: CONNECTION,
  'cisco-meraki': { words: ['cisco', 'meraki'] },
  'curl-auth-header': TOKENS,
  'curl-auth-user': TOKENS,
  'database-connection-string': CONNECTION,
  gcp: { words: ['google', 'gcp', 'gemini', 'firebase'] },
  generic: ASSIGNED,
  'hashicorp-tf': { words: ['terraform', 'hashicorp'] },
  'hashicorp-vault': { words: ['vault', 'hashicorp'] },
  jwt: { entities: ['JWT'] },
  kimi: { words: ['kimi', 'moonshot'] },
  mongodb: { words: ['mongodb', 'url-password'], entities: ['CONNECTION_STRING'] },
  'neon-connection-uri': CONNECTION,
  odbc: CONNECTION,
  pem: KEY,
  'private-key': KEY,
  privatekey: KEY,
  rabbitmq: CONNECTION,
  reactapp: ASSIGNED,
  'secp256k1-privatekey': KEY,
  'stability-ai': { words: ['stability', 'dreamstudio'] },
  togetherai: { words: ['together', 'togetherai'] },
  twitter: { words: ['twitter', 'x'] },
  uri: CONNECTION,
  vault: { words: ['vault', 'hashicorp'] },
  'weights-and-biases': { words: ['wandb', 'weights'] },
};

/** `slack-bot-token` for `secretlint-rule-slack-bot-token`, `kingfisher.slack-bot-token.2`. */
export function ruleName(rule: string): string {
  return rule
    .replace(/^(?:kingfisher\.|secretlint-rule-)/, '')
    .replace(/\.\d+$/, '')
    .toLowerCase();
}

function kindOf(rule: string): OwnKind {
  const name = ruleName(rule);
  const alias = Object.keys(ALIASES)
    .filter((key) => name === key || name.startsWith(`${key}-`) || name.startsWith(`${key}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (alias !== undefined) return ALIASES[alias] as OwnKind;
  const [first = '', second = ''] = name.split(/[-.]/);
  return { words: [first, `${first}-${second}`, first + second] };
}

/** Whether a finding is of the kind that `rule` looks for. A negative of a rule is a negative for this kind only. */
export function isOwnKind(rule: string, { detector, entity }: Finding): boolean {
  const { words = [], entities = [] } = kindOf(rule);
  return entities.includes(entity) || words.some((word) => detector === word || detector.startsWith(`${word}-`));
}
