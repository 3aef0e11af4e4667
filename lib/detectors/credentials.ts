import type { Detector } from '../scan/detector.ts';
import type { Span } from '../scan/finding.ts';
import { CHECKS } from './checks.ts';
import { type Prefixed, prefixedShape } from './drifted-credential.ts';
import type { EntityInfo } from './family.ts';
import { lazily } from './lazily.ts';
import { oddCredential } from './odd-credential.ts';
import { isBlank, isCutShort, isTyped } from './placeholder.ts';
import type { CredentialType, Provider } from './provider.ts';
import { anchorsOf, holdsRun, matchAtAnchor, matchFrom, parseShape, type Shape } from './shape.ts';
import { surprise } from './surprise.ts';
import { textBefore } from './text-before.ts';

/** A value that was made up by hand: shown, but nothing acts on it. */
const MADE_UP = 0.3;
/** A right shape, typed along the keyboard: perhaps an example, perhaps not. */
const TYPED = 0.55;
/** What is weaker is public by design, or for tests: no rule acts on it. */
const ACTS = 0.5;
const PROVED = 0.98;
const DISTINCTIVE = 0.85;
/** Bits per pair above which letters are no words: see `surprise`. */
const RANDOM = 5;

/** Hosts that are the provider's own, not a customer's. */
const SHARED_HOST =
  /^(?:www|docs?|developers?|help|support|log-?in|status|api|apps?|blog|community|learn|cdn|static|assets|accounts?|sign-?in|trust|partners?|admin|example)\.[a-z0-9.-]{1,80}\.(?:com|net|io|co)$/i;

/**
 * Detectors and entities of a table of providers. A shape is read when its detector is first asked for something: most are never. One that cannot be read
 * finds nothing; the tests name it.
 */
export function credentialsOf(providers: readonly Provider[]): {
  readonly detectors: readonly Detector[];
  readonly entities: readonly EntityInfo[];
  /** What they begin with. */
  readonly prefixed: () => readonly Prefixed[];
} {
  const formats = providers.flatMap(formatsOf);
  const open = lazily(() => openShapes(formats));
  const isPublic = (word: string, value: string): boolean =>
    [...(open().byWord.get(word) ?? []), ...open().everywhere].some((shape) => matchFrom(shape, value, 0)?.end === value.length);
  const entities = new Map(
    formats.map(({ own: { entity }, name }) => [entity, { entity, categories: ['secrets'], ambient: isAmbient(name) }] as const),
  );
  return {
    detectors: [...formats.map(detectorOf), oddCredential(() => [...open().byWord.keys()], isPublic)],
    entities: [...entities.values()],
    prefixed: () => formats.flatMap(({ isNear, shape, own, acts }) => (isNear ? [] : prefixedShape(shape(), own.entity, acts))),
  };
}

/** One shape of one type of credential. */
interface Format {
  readonly provider: Provider;
  readonly name: string;
  readonly type: CredentialType;
  readonly own: Own;
  /** Read when it is first asked for; one that cannot be read stands for nothing. */
  readonly shape: () => Shape;
  /** Nothing in it is distinctive: see `CredentialType.shape`. */
  readonly isNear: boolean;
  /** Neither public by design nor for tests. */
  readonly acts: boolean;
}

function formatsOf(provider: Provider): readonly Format[] {
  return Object.entries(provider.types).flatMap(([name, given]) => {
    const type: CredentialType = typeof given === 'string' ? { shape: given } : given;
    const common = { entity: type.entity ?? entityOf(provider.provider, name), source: type.source ?? provider.source };
    const id = `${provider.provider}-${name}`;
    return (typeof type.shape === 'string' ? [type.shape] : type.shape).map((source, index): Format => {
      const isNear = source.startsWith('~');
      return {
        provider,
        name,
        type,
        own: { ...common, id: index === 0 ? id : `${id}-${index + 1}` },
        shape: lazily(() => {
          const shape = parseShape(isNear ? source.slice(1) : source);
          return typeof shape === 'string' ? NOTHING : shape;
        }),
        isNear,
        acts: (type.confidence ?? 1) >= ACTS,
      };
    });
  });
}

/** What a shape that cannot be read stands for. */
const NOTHING: Shape = { items: [], anchor: -1 };

function detectorOf({ own, provider, type, shape, isNear }: Format): Detector {
  return isNear ? named(own, provider, type, shape) : anchored(own, type, shape);
}

/** Shapes of what is public by design: by word, and what is known anywhere. Every word of a provider has a list. */
function openShapes(formats: readonly Format[]): {
  readonly byWord: ReadonlyMap<string, readonly Shape[]>;
  readonly everywhere: readonly Shape[];
} {
  const byWord = new Map<string, Shape[]>();
  for (const { provider, type, shape, isNear, acts } of formats) {
    for (const word of wordsOf(provider, type)) {
      const shapes = byWord.get(word) ?? [];
      if (!acts && isNear) shapes.push(shape());
      byWord.set(word, shapes);
    }
  }
  return { byWord, everywhere: formats.flatMap(({ shape, isNear, acts }) => (acts || isNear ? [] : [shape()])) };
}

/** `ACME_KEY` for `acme` and `api-key`. */
export function entityOf(provider: string, type: string): string {
  return `${provider}_${type.slice(type.lastIndexOf('-') + 1)}`.toUpperCase().replaceAll('-', '_');
}

/** Ids, cookies and addresses go with every request of an app that uses the provider itself. */
function isAmbient(name: string): boolean {
  return /(?:^|-)(?:id|cookie)$/.test(name);
}

/** By list of words as a table gives it: most types of a provider share theirs. */
const joinedWords = new WeakMap<object, readonly string[]>();

/** How text names a provider. */
export function wordsOf(provider: Provider, type: CredentialType): readonly string[] {
  const words = type.words ?? provider.words;
  const given = words ?? provider;
  const known = joinedWords.get(given);
  if (known) return known;
  const joined = [...new Set((words ?? [provider.provider]).flatMap(withJoints))];
  joinedWords.set(given, joined);
  return joined;
}

/** `acme_mail`, `acme-mail`, `acme mail`, `acme.mail` and `acmemail` for any one of them. */
function withJoints(word: string): string[] {
  const parts = word.split(/(?<=[a-z0-9])[-_ .](?=[a-z0-9])/);
  if (parts.length === 1 || parts.some((part) => part.length === 1)) return [word];
  const joined = ['-', '_', ' ', '.'].map((joint) => parts.join(joint));
  // Short ones are parts of words.
  return word.length > 5 ? [...joined, parts.join('')] : joined;
}

interface Own {
  readonly id: string;
  readonly entity: string;
  readonly source: string;
}

function anchored(own: Own, type: CredentialType, shape: () => Shape): Detector {
  return {
    ...own,
    kind: 'anchored',
    get anchors() {
      return { literals: anchorsOf(shape()) };
    },
    distinctive: true,
    get holdsRun() {
      return holdsRun(shape());
    },
    pattern: (text, at) => matchAtAnchor(shape(), text, at),
    get reach() {
      return longest(shape()) + 8;
    },
    confidence: type.confidence ?? DISTINCTIVE,
    validate: (text, span) => {
      const value = text.slice(span.start, span.end);
      if (isCutShort(text, span.end)) return MADE_UP;
      if (isInBase64(text, span)) return null;
      if (SHARED_HOST.test(value)) return null;
      return confidenceOf(value, type, type.confidence ?? DISTINCTIVE, shape());
    },
  };
}

/** Whether what looks like a value is the middle of a picture or font: `+` and `/` part it from letters on both sides. Of addresses `/` alone does. */
function isInBase64(text: string, { start, end }: Span): boolean {
  const sides = textBefore(text, start, 2) + text.slice(end, end + 2);
  return /^[A-Za-z0-9+/][+/][+/][A-Za-z0-9+/]$/.test(sides) && sides.slice(1, 3) !== '//';
}

/** Code units that a match of `shape` can be long. */
function longest(shape: Shape): number {
  return shape.items.reduce((sum, item) => sum + (item.kind === 'set' ? item.max : (item.options[0]?.length ?? 0)), 0);
}

function confidenceOf(value: string, type: CredentialType, usual: number, shape: Shape): number {
  if (isBlank(withoutFilling(value, shape))) return MADE_UP;
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

/** A value without the long rows of one character, and the words, that its shape holds anyway. */
function withoutFilling(value: string, { items }: Shape): string {
  return items.reduce((rest, item) => {
    const filling =
      item.kind === 'literal' ? item.options.find((option) => /([A-Za-z0-9])\1{6}/.test(option) || isBlank(option)) : undefined;
    return filling === undefined ? rest : rest.replace(filling, '');
  }, value);
}

/** Words that say that what follows is a credential. */
const CREDENTIAL =
  /key|token|secret|passw|pwd|auth|access|private|credential|creds|api|client|bearer|license|licence|jwt|cookie|session|webhook|signature|password|user|login|\bid\b|(?<![a-z])(?:sid|pat|salt|pass)(?![a-z])/i;
/** Words that say that it is something else. */
const ELSE =
  /commit|sha-?\d|sha\b|hash|checksum|digest|integrity|revision|\brev\b|guid|image|version|etag|md5|fingerprint|build|trace|span_?id|request[-_ ]?id|correlation|asset|chunk|node_modules|\btree\b|\bblob\b|merge|branch|\bref\b|resolved|tarball|\.(?:png|jpe?g|gif|svg|css|js|html?|tgz|woff2?)\b/i;
const NAMED_AFTER = /^["'`]{0,2},?(?: (?:is|as|for|being|was|the|my|our|your|its|a|an|this|that)){1,4} ["'`]?$/i;
/** The rest of an address whose path is a version of an API and the key. */
const VERSIONED = /^(?:\.[a-z]{2,16}){1,2}(?:\/ws)?\/v\d\/$/i;
/** The rest of the name of a call, and an argument before the key. */
const SECOND = /^\w{0,16}\(\s{0,8}["'`][\w.-]{1,40}["'`],\s{0,8}["'`]$/;
const ASSIGNED = /^["'`\])]{0,3}\s{0,8}(?:=>|:=|==?|:|,|\s|\(|-|\||is\b|>)\s{0,8}["'`([{<]{0,3}$/i;

function named(own: Own, provider: Provider, type: CredentialType, shape: () => Shape): Detector {
  return {
    ...own,
    kind: 'named',
    get words() {
      return wordsOf(provider, type);
    },
    get holdsRun() {
      return holdsRun(shape());
    },
    match: (text, at) => matchFrom(shape(), text, at),
    judge: (text, value, word) => judge(text, value, word, type),
  };
}

/** Whether what is joined to the value on its left belongs to it, as `sk_` and `live-` do, and `acme_key_` and `TOKEN-` do not. */
function isTail(text: string, start: number, word: Span): boolean {
  if (!/[-_]/.test(text[start - 1] ?? '') || (word.start < start && word.end >= start - 1)) return false;
  const piece = /[A-Za-z0-9]{1,24}$/.exec(text.slice(Math.max(0, start - 25), start - 1))?.[0] ?? '';
  return (
    piece !== '' && (piece.length <= 6 || /\d/.test(piece)) && !/(?:key|token|secret|private|access|auth|pass(?:word)?|creds)$/i.test(piece)
  );
}

/**
 * How likely a value of a plain shape belongs to the word beside it: a word for credentials between or before them makes it likely, a bare
 * assignment less so, and a word for hashes, versions or files unlikely.
 */
function judge(text: string, value: Span, word: Span, type: CredentialType): number | null {
  if (value.start < word.end && word.start < value.end && value.start < word.start) return null;
  if (isTail(text, value.start, word)) return null;
  // The end of the name, where the alphabet holds what parts it from the value.
  if (
    /^(?:[A-Za-z_]{0,16}(?:[Kk]ey|KEY|[Tt]oken|TOKEN|[Ss]ecret|SECRET|PRIVATE|ACCESS)[=:]|(?:KEY|TOKEN|SECRET|PRIVATE|ACCESS)[-_])/.test(
      text.slice(value.start, value.start + 26),
    )
  )
    return null;
  const written = text.slice(value.start, value.end);
  const after = value.start >= word.end;
  const gap = after ? text.slice(word.end, value.start) : text.slice(value.end, word.start);
  const before = after ? textBefore(text, word.start, 40) : textBefore(text, value.start, 60);
  const leading = textBefore(text, value.start, 24);
  const most = type.confidence ?? 0.75;
  const says =
    CREDENTIAL.test(gap) ||
    (after && SECOND.test(gap)) ||
    CREDENTIAL.test(before.slice(before.lastIndexOf('\n') + 1)) ||
    CREDENTIAL.test(text.slice(word.start, word.end));
  // A name of several words may hold a digit: `AcmeConfigurationS3BucketPolicy`.
  const digits = written.match(/\d/g)?.length ?? 0;
  const isWordy = (digits === 0 || (digits === 1 && written.length >= 20)) && surprise(written) < RANDOM;
  // https://api.acme.com/v2/KEY
  if (!isWordy && after && VERSIONED.test(gap)) return Math.min(most, 0.6);
  if (isWordy || ELSE.test(leading) || /[/#@.]$/.test(leading))
    return says && !isWordy && !ELSE.test(leading) ? Math.min(most, 0.4) : MADE_UP;
  // A public half stands beside the private one.
  if (/publi[cs]\w{0,12}["'`\]]{0,2}\s?[:=]/i.test(leading)) return MADE_UP;
  if (isBlank(written) || isCutShort(text, value.end)) return MADE_UP;
  // Something else stands between: other long words, or a sentence.
  const far = gap.length > 64 || /[.!?]\s+[A-Z]/.test(gap);
  if (says) return ELSE.test(gap) ? 0.4 : Math.min(most, far ? 0.5 : 0.75);
  // "use … as the Acme API key"
  if (!after && NAMED_AFTER.test(gap) && CREDENTIAL.test(text.slice(word.end, word.end + 24))) return Math.min(most, 0.55);
  return after && ASSIGNED.test(gap) ? Math.min(most, 0.55) : MADE_UP;
}
