import type { Detector } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { CHECKS } from './checks.ts';
import type { EntityInfo } from './family.ts';
import { isBlank, isTyped } from './placeholder.ts';
import type { CredentialType, Provider } from './provider.ts';
import { anchorsOf, holdsRun, matchAtAnchor, matchFrom, overlongFrom, parseShape, type Shape } from './shape.ts';
import { surprise } from './surprise.ts';

/** A value that was made up by hand: shown, but nothing acts on it. */
const MADE_UP = 0.3;
/** Longer than the format: it may have changed. */
const GROWN = 0.5;
/** A right shape, typed along the keyboard: perhaps an example, perhaps not. */
const TYPED = 0.55;
const PROVED = 0.98;
const DISTINCTIVE = 0.85;
/** Bits per pair above which letters are no words: see `surprise`. */
const RANDOM = 5;

/** Detectors and entities of a table of providers. A shape that cannot be read is left out; the tests name it. */
export function credentialsOf(providers: readonly Provider[]): {
  readonly detectors: readonly Detector[];
  readonly entities: readonly EntityInfo[];
} {
  const detectors: Detector[] = [];
  const entities = new Map<string, EntityInfo>();
  for (const provider of providers) {
    for (const [name, given] of Object.entries(provider.types)) {
      const type: CredentialType = typeof given === 'string' ? { shape: given } : given;
      const entity = type.entity ?? entityOf(provider.provider, name);
      entities.set(entity, { entity, categories: ['secrets'], ambient: isAmbient(name) });
      const common = { entity, source: type.source ?? provider.source };
      const id = `${provider.provider}-${name}`;
      const shapes = typeof type.shape === 'string' ? [type.shape] : type.shape;
      shapes.forEach((source, index) => {
        const near = source.startsWith('~');
        const shape = parseShape(near ? source.slice(1) : source);
        if (typeof shape === 'string') return;
        const own = { ...common, id: index === 0 ? id : `${id}-${index + 1}` };
        detectors.push(near ? named(own, provider, type, shape) : anchored(own, type, shape));
      });
    }
  }
  return { detectors, entities: [...entities.values()] };
}

/** `ACME_KEY` for `acme` and `api-key`. */
export function entityOf(provider: string, type: string): string {
  return `${provider}_${type.slice(type.lastIndexOf('-') + 1)}`.toUpperCase().replaceAll('-', '_');
}

/** Ids, cookies and addresses go with every request of an app that uses the provider itself. */
function isAmbient(name: string): boolean {
  return /(?:^|-)(?:id|cookie)$/.test(name);
}

/** How text names a provider, when its table does not say. */
export function wordsOf(provider: Provider, type: CredentialType): readonly string[] {
  const given = type.words ?? provider.words;
  if (given) return given;
  const name = provider.provider;
  return name.includes('-') ? [...new Set(['-', '_', ' ', '', '.'].map((joint) => name.replaceAll('-', joint)))] : [name];
}

interface Own {
  readonly id: string;
  readonly entity: string;
  readonly source: string;
}

function anchored(own: Own, type: CredentialType, shape: Shape): Detector {
  return {
    ...own,
    kind: 'anchored',
    anchors: { literals: anchorsOf(shape) },
    distinctive: true,
    holdsRun: holdsRun(shape),
    pattern: (text, at) => matchAtAnchor(shape, text, at),
    reach: longest(shape) + 8,
    confidence: type.confidence ?? DISTINCTIVE,
    validate: (text, span) => {
      const value = text.slice(span.start, span.end);
      return confidenceOf(value, type, type.confidence ?? DISTINCTIVE, shape);
    },
  };
}

/** Code units that a match of `shape` can be long. */
function longest(shape: Shape): number {
  return shape.items.reduce((sum, item) => sum + (item.kind === 'set' ? item.max : (item.options[0]?.length ?? 0)), 0);
}

function confidenceOf(value: string, type: CredentialType, usual: number, shape: Shape): number {
  if (isBlank(value)) return MADE_UP;
  if (isTyped(value)) return Math.min(usual, TYPED);
  const proof = type.check === undefined ? null : (CHECKS[type.check]?.(value) ?? null);
  if (proof === true) return Math.max(usual, PROVED);
  if (proof === false) return Math.min(usual, 0.7);
  const fixed = shape.items.reduce(
    (sum, item) => sum + (item.kind === 'literal' ? (item.options[item.options.length - 1]?.length ?? 0) : 0),
    0,
  );
  const body = value.slice(fixed > 3 && fixed < value.length - 7 ? fixed : 0);
  return /\d/.test(body) || surprise(body) >= RANDOM ? usual : Math.min(usual, 0.4);
}

/** Words that say that what follows is a credential. */
const CREDENTIAL =
  /key|token|secret|passw|pwd|auth|access|private|credential|creds|api|client|bearer|license|licence|\bsid\b|\bpat\b|jwt|cookie|session|webhook|signature|\bsalt\b|password|user|login|\bpass\b|\bid\b/i;
/** Words that say that it is something else. */
const ELSE =
  /commit|sha-?\d|sha\b|hash|checksum|digest|integrity|revision|\brev\b|guid|image|version|etag|md5|fingerprint|build|trace|span_?id|request[-_ ]?id|correlation|asset|chunk|node_modules|\btree\b|\bblob\b|merge|branch|\bref\b|resolved|tarball|\.(?:png|jpe?g|gif|svg|css|js|html?|tgz|woff2?)\b/i;
const ASSIGNED = /^["'`\])]{0,3}\s{0,8}(?:=>|:=|==?|:|,|\s|\(|-|\||is\b|>)\s{0,8}["'`([{<]{0,3}$/i;

function named(own: Own, provider: Provider, type: CredentialType, shape: Shape): Detector {
  return {
    ...own,
    kind: 'named',
    words: wordsOf(provider, type),
    holdsRun: holdsRun(shape),
    match: (text, at) => matchFrom(shape, text, at) ?? overlongFrom(shape, text, at),
    judge: (text, value, word) => {
      const confidence = judge(text, value, word, type);
      const grown = confidence !== null && matchFrom(shape, text, value.start) === null;
      return grown ? Math.min(confidence, GROWN) : confidence;
    },
  };
}

/**
 * How likely a value of a plain shape belongs to the word beside it: a word for credentials between or before them makes it likely, a bare
 * assignment less so, and a word for hashes, versions or files unlikely.
 */
function judge(text: string, value: Span, word: Span, type: CredentialType): number | null {
  if (value.start < word.end && word.start < value.end && value.start < word.start) return null;
  const written = text.slice(value.start, value.end);
  const after = value.start >= word.end;
  const gap = after ? text.slice(word.end, value.start) : text.slice(value.end, word.start);
  const before = after ? text.slice(Math.max(0, word.start - 40), word.start) : text.slice(Math.max(0, value.start - 60), value.start);
  const leading = text.slice(Math.max(0, value.start - 24), value.start);
  const most = type.confidence ?? 0.75;
  const says =
    CREDENTIAL.test(gap) ||
    CREDENTIAL.test(before.slice(before.lastIndexOf('\n') + 1)) ||
    CREDENTIAL.test(text.slice(word.start, word.end));
  const isWordy = !/\d/.test(written) && surprise(written) < RANDOM;
  if (isWordy || ELSE.test(leading) || /[/#@.]$/.test(leading))
    return says && !isWordy && !ELSE.test(leading) ? Math.min(most, 0.4) : MADE_UP;
  if (isBlank(written)) return MADE_UP;
  // Something else stands between: other long words, or a sentence.
  const far = gap.length > 64 || /[.!?]\s+[A-Z]/.test(gap);
  if (says) return ELSE.test(gap) ? 0.4 : Math.min(most, far ? 0.5 : 0.75);
  return after && ASSIGNED.test(gap) ? Math.min(most, 0.55) : MADE_UP;
}
