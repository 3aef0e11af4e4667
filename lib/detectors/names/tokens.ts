/** Words, numbers and marks of a text, in order. Offsets count UTF-16 code units; a pair of surrogates is never split. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Indices of the tokens that begin a sentence or a line; empty for an empty text. */
  readonly sentences: readonly number[];
}

/** Short forms whose full stop belongs to them and ends no sentence. */
const SHORT = new Set(
  (
    'mr|mrs|ms|mx|dr|drs|prof|rev|fr|st|sr|sra|jr|gen|col|maj|capt|cpt|lt|sgt|cmdr|adm|sen|rep|gov|pres|hon|supt|det|mt|ft|inc|corp|co|ltd|llc|bros|dept|univ|assn|intl|nr|' +
    'ing|dipl|mme|mlle|sig|dott|ul|str|av|ave|blvd|rd|vs|approx|ca|bzw|ggf|evtl|jan|feb|apr|aug|sept|oct|nov|dec|mon|tue|wed|thu|fri'
  ).split('|'),
);

/** Where no plain ASCII word stands: addresses and handles, words (an apostrophe belongs to one where letters stand on both sides and it is no English ending), numbers, endings such as 's. */
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|[@#][\p{L}\p{N}_]{1,64}`,
    String.raw`\p{L}[\p{L}\p{M}\p{N}_]*(?:['’](?!(?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}\p{N}_]*)*`,
    String.raw`\p{N}+(?:[.,:]\p{N}+)*\p{L}{0,3}`,
    String.raw`['’](?:s|S|re|ve|ll|d|m|t)(?![\p{L}\p{N}])`,
    String.raw`[^\s]`,
  ].join('|'),
  'uy',
);
/** What follows an ASCII word that may go on: more than that word, or an address. */
const GOES_ON = /['’@+:\u0080-\uffff-]|\.[\w-]{1,64}@/y;
const LINE_FEED = 10;

function isPlain(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}

/** Cuts a text into tokens. Total: any string is accepted. Time is linear in the text. */
export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const sentences: number[] = [];
  let fresh = true;
  let ended = false;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED) fresh = true;
    if (unit <= 32 || (unit >= 0x80 && /\s/.test(text[at] as string))) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, unit);
    if (fresh || (ended && startsSentence(text, at))) {
      sentences.push(starts.length);
      ended = false;
    }
    fresh = false;
    if (end - at === 1 && (unit === 46 || unit === 33 || unit === 63)) ended = true;
    else if (!(end - at === 1 && '"\'”’»)]'.includes(text[at] as string))) ended = false;
    starts.push(at);
    ends.push(end);
    at = end;
  }
  return { starts, ends, sentences };
}

function tokenEnd(text: string, at: number, unit: number): number {
  let end = at;
  if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) {
    while (isPlain(text.charCodeAt(end))) end++;
    GOES_ON.lastIndex = end;
    if (!GOES_ON.test(text)) return withStop(text, at, end);
  }
  TOKEN.lastIndex = at;
  end = TOKEN.test(text) ? TOKEN.lastIndex : at + 1;
  return withStop(text, at, end);
}

/** Initials and short forms keep their full stop. */
function withStop(text: string, at: number, end: number): number {
  if (text.charCodeAt(end) !== 46 || end - at > 6) return end;
  if (SHORT.has(text.slice(at, end).toLowerCase())) return end + 1;
  // U.S. and J.R.R. are one token; what follows a single letter's stop may be the next initial.
  let to = end;
  let from = at;
  while (to - from === 1 && isCapital(text.charCodeAt(from)) && text.charCodeAt(to) === 46) {
    end = to + 1;
    from = to + 1;
    to = from + 1;
    if (isPlain(text.charCodeAt(to))) break;
  }
  return end;
}

function isCapital(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde);
}

function startsSentence(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 34 || unit === 39) return text.charCodeAt(at - 1) <= 32;
  return !(unit >= 97 && unit <= 122) && !',;:)]”’»'.includes(text[at] as string);
}
