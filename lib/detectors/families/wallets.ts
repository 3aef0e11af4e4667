import type { Guess } from '../../scan/detector.ts';
import type { Span } from '../../scan/finding.ts';
import { decodeBase58 } from '../base58.ts';
import { isSeedPhrase, seedWord } from '../bip39.ts';
import { CHECKS } from '../checks.ts';
import type { Family } from '../family.ts';
import { isHandMade } from '../placeholder.ts';
import { textBefore } from '../text-before.ts';

/** What may stand between two words of a seed phrase: white space, commas, quotes, numbers of a list. */
const BETWEEN = /^[\s,;"'`|*_-]{0,12}(?:\d{1,2}[.):]?[\s,;"'`|*_-]{1,12}){0,4}(?:\d{1,2}[.):]?)?$/;
/** Longest first, so that 24 words are not taken for twelve. */
const LENGTHS = [24, 21, 18, 15, 12] as const;
/** A longer row is the list itself, or a test. */
const LONGEST_ROW = 40;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Seed phrases in a window: rows of words of the list, one after the other. */
function findSeeds(window: string): readonly Guess[] {
  const found: Guess[] = [];
  let row: Word[] = [];
  let end = 0;
  const close = (): void => {
    const guess = row.length >= 12 && row.length <= LONGEST_ROW ? seedIn(row) : null;
    if (guess) found.push(guess);
    row = [];
  };
  for (const { 0: text, index } of window.matchAll(/[A-Za-z]{1,64}/g)) {
    const gap = window.slice(end, index);
    if (text.length < 3 || text.length > 8 || seedWord(text.toLowerCase()) === undefined) close();
    else {
      if (row.length > 0 && (gap === '' || gap.length > 12 || !BETWEEN.test(gap))) close();
      row.push({ text, start: index });
    }
    end = index + text.length;
  }
  close();
  return found;
}

/** The checksum settles it; without one, a row of just the right length is a phrase with a slip in it. Words of the sentence before may lead the row. */
function seedIn(row: readonly Word[]): Guess | null {
  for (const proved of [true, false]) {
    for (const length of LENGTHS) {
      for (let from = row.length - length; from >= 0; from--) {
        const words = row.slice(from, from + length);
        if (proved ? isSeedPhrase(words.map(({ text }) => text)) !== true : row.length > length + 2) continue;
        const last = words[length - 1] as Word;
        const different = new Set(words.map(({ text }) => text)).size;
        if (!proved && different < length * 0.75) continue;
        return { span: { start: (words[0] as Word).start, end: last.start + last.text.length }, confidence: proved ? 0.95 : 0.6 };
      }
    }
  }
  return null;
}

const PRIVATE = /priv(?:ate)?[ _-]?key|secret[ _-]?key|privkey|keypair|\bwif\b|mnemonic|private\b/i;
/** Keys of a network's accounts in the settings of Hardhat (https://hardhat.org/hardhat-runner/docs/config). */
const ACCOUNTS = /accounts["']?\s{0,4}:\s{0,4}\[\s{0,8}(?:["'`]0x[0-9a-f]{0,40}["'`],\s{0,4})?["'`]$/i;
const CHAIN = /ethereum|\beth\b|bitcoin|\bbtc\b|wallet|metamask|solana|web3|hardhat|foundry|polygon|\bevm\b|phantom|infura|\b0x/i;
const PUBLIC = /\btx|hash|transaction|block|sha-?\d|address|signature|public|pub_?key|checksum|digest|topic|root|txid/i;

/** Keys of wallets that look like any other number: only what stands near a word about them counts. */
function findKeys(window: string): readonly Guess[] {
  const found: Guess[] = [];
  const add = (start: number, text: string, confidence: number): void => {
    if (!isHandMade(text)) found.push({ span: { start, end: start + text.length }, confidence });
  };
  for (const { 0: text, index } of window.matchAll(
    /(?<![1-9A-Za-z])(?:[59KLc][1-9A-HJ-NP-Za-km-z]{50,51}|6P[1-9A-HJ-NP-Za-km-z]{56}|[1-9A-HJ-NP-Za-km-z]{86,88})(?![0-9A-Za-z])/g,
  )) {
    if (text.length > 60) {
      if (/priv|secret|keypair|phantom|solana/i.test(window) && decodeBase58(text)?.length === 64) add(index, text, 0.8);
    } else if (CHECKS['base58-key']?.(text) === true) add(index, text, 0.98);
    else if (/wif|priv/i.test(window) && /\d/.test(text) && /[a-z]/.test(text)) add(index, text, 0.6);
  }
  for (const { 0: text, index } of window.matchAll(/(?<![0-9A-Za-z])(?:0x)?[0-9A-Fa-f]{64}(?![0-9A-Za-z])/g)) {
    const before = textBefore(window, index, 60);
    if (!CHAIN.test(window)) continue;
    if (PRIVATE.test(before) || ACCOUNTS.test(before)) add(index, text, 0.85);
    else if (!PUBLIC.test(before) && /wallet|metamask|priv/i.test(window)) add(index, text, 0.55);
  }
  return found;
}

/** A key pair as a list of its 64 bytes, as the tools of Solana store it. */
function findKeyPairs(window: string): readonly Guess[] {
  if (!/keypair|solana|secret|private|id\.json/i.test(window)) return [];
  const found: Guess[] = [];
  for (const { 0: text, index } of window.matchAll(/\[\s{0,4}(?:\d{1,3}\s{0,4},\s{0,4}){63}\d{1,3}\s{0,4}\]/g)) {
    if ((text.match(/\d+/g) ?? []).every((number) => Number(number) < 256))
      found.push({ span: { start: index, end: index + text.length }, confidence: 0.9 });
  }
  return found;
}

/** The checksum raises confidence and never drops a hit. */
function validateExtended(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return CHECKS['base58-key']?.(value) === true ? 0.99 : isHandMade(value) ? null : 0.8;
}

function validateNostr(text: string, span: Span): number | null {
  const value = text.slice(span.start, span.end);
  return CHECKS.nostr?.(value) === true ? 0.99 : isHandMade(value) ? null : 0.7;
}

export default {
  id: 'wallets',
  title: 'Seed phrases and keys of wallets',
  entities: [
    { entity: 'CRYPTO_SEED', categories: ['secrets', 'financial'] },
    { entity: 'CRYPTO_KEY', categories: ['secrets', 'financial'] },
  ],
  detectors: [
    {
      kind: 'nearby',
      id: 'seed-phrase',
      entity: 'CRYPTO_SEED',
      source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
      cues: 'seed |seed:|seed=|seed"|seed_|seedp|seeds|seedw|mnemonic|recovery|secret phrase|backup phrase|wallet|metamask|ledger|trezor|phantom|bip39|bip-39|12 words|24 words|twelve words|passphrase|12. |frase semilla|phrase de récupération|wiederherstellung'.split(
        '|',
      ),
      before: 300,
      after: 400,
      budget: 40000,
      find: findSeeds,
    },
    {
      kind: 'nearby',
      id: 'wallet-key',
      entity: 'CRYPTO_KEY',
      source: 'https://en.bitcoin.it/wiki/Wallet_import_format, https://ethereum.org/en/developers/docs/accounts/',
      holdsRun: true,
      cues: 'private key|private_key|privatekey|privkey|priv_key|secret key|secret_key|secretkey|keypair|accounts: [|wif|bitcoin|ethereum|solana|metamask|phantom|wallet|web3|hardhat|foundry|bip38'.split(
        '|',
      ),
      before: 200,
      after: 440,
      budget: 40000,
      find: findKeys,
    },
    {
      kind: 'nearby',
      id: 'wallet-key-pair',
      entity: 'CRYPTO_KEY',
      source: 'https://docs.solanalabs.com/cli/wallets/file-system',
      cues: [
        'keypair',
        'key pair',
        'solana',
        'id.json',
        'private key',
        'secret key',
        'secret_key',
        'secretkey',
        'private_key',
        'privatekey',
      ],
      before: 200,
      after: 440,
      budget: 40000,
      find: findKeyPairs,
    },
    {
      kind: 'anchored',
      id: 'extended-private-key',
      entity: 'CRYPTO_KEY',
      source:
        'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format and https://github.com/satoshilabs/slips/blob/master/slip-0132.md',
      holdsRun: true,
      anchors: { literals: ['xprv', 'yprv', 'zprv', 'tprv', 'uprv', 'vprv'] },
      pattern: /(?<![0-9A-Za-z])[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{107,108}(?![0-9A-Za-z])/y,
      confidence: 0.8,
      validate: validateExtended,
    },
    {
      kind: 'anchored',
      id: 'nostr-secret-key',
      entity: 'CRYPTO_KEY',
      source: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
      holdsRun: true,
      anchors: { literals: ['nsec1'] },
      pattern: /(?<![0-9a-z])nsec1[02-9ac-hj-np-z]{58}(?![0-9a-z])/iy,
      confidence: 0.7,
      validate: validateNostr,
    },
  ],
} satisfies Family;
