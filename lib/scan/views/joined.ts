import type { Span } from '../finding.ts';
import { isRunUnit, LONG_RUN_LENGTH, runAround } from '../long-run.ts';
import { AROUND, type View, ViewBuilder } from './view.ts';

/** Longer values, and those of more pieces, are files. Code units, and pieces. */
const LONGEST = 8_192;
const MOST_PIECES = 32;
/** No longer piece is looked at, code units. */
const LONGEST_PIECE = 400;
/** Short pieces in front of a long one are looked for so many times. */
const MOST_BEFORE = 4;
/** What is written in lines is broken here at the earliest: shorter lines end where their writer ends them. */
const NARROWEST = 60;
/** Fewest code units of a piece on a line of its own, and of one behind a value that may be whole already. */
const SHORTEST = 4;
const SHORTEST_REST = 8;
/** What is put together must look like something by itself, more so where lines may end because their writer ends them. */
const LEAST = { joined: 0.5, overLines: 0.7 } as const;

/** By unit: what values are written with. */
const VALUE_UNITS = Uint8Array.from({ length: 128 }, (_, unit) => (isRunUnit(unit) ? 1 : 0));
for (const mark of './+=~:') VALUE_UNITS[mark.charCodeAt(0)] = 1;

/** Two literals of a programming language, one behind the other or with an operator between; over a line end, too. */
const LITERALS = String.raw`(?<quote>["'\x60])[ \t]{0,8}(?:(?:\r?\n[ \t]{0,80})?(?:[+.&]|\|\||<>)[ \t]{0,8}(?:\\?\r?\n[ \t]{0,80})?|\\?\r?\n[ \t]{0,80})?[bBfFrRuU]?\k<quote>`;
/** Markup that changes how something looks. */
const TAGS = String.raw`(?:<\/?(?:wbr|b|i|u|em|strong|span|code|mark|font)(?: [^<>\n]{0,80})?\/?>){1,6}`;
/** A line end, with what mail, tables, comments and listings write before the next line. */
const LINES = String.raw`[ \t]{0,8}(?:\\|\|)?(?:\r?\n|<br ?\/?>\r?\n?)[ \t]{0,80}(?:(?:>[ \t]?){1,4}|[|#*][ \t]{1,4}|\/\/[ \t]{0,4}|\d{1,5}[:|][ \t]{1,4})?`;

const JOINT = new RegExp(`${LITERALS}|${TAGS}|(?<lines>${LINES})`, 'y');
/** Code units of a joint, nearly always; a tag has half as many. */
const LONGEST_JOINT = 200;
const MOST_TAGS = 6;

/** Whether one piece goes on in the other, which stands behind it. A line end may part two values as well. */
type GoesOn = (before: Span, behind: Span) => boolean;

/**
 * The value that the long run of letters and digits `[start, end)` is the first long piece of, in one piece; null when it is not: values are cut by code
 * that joins literals, by lines that are broken in terminals and mail, and by markup.
 *
 * @param found up to where what is found at a place in the text as it is goes; negative where nothing is
 */
export function joined(text: string, start: number, end: number, found: (at: number) => number): View | null {
  let first = start;
  while (start - first < LONGEST_PIECE && isValueUnit(text.charCodeAt(first - 1))) first--;
  const ownEnd = endOfPiece(text, end);
  // What is found over several lines, such as a key, has its pieces together.
  if (found(start) > ownEnd || (first < start && holdsLongRun(text, { start: first, end: start }))) return null;
  const goesOn: GoesOn = (before, behind) => mayGoOn(text, before, behind, found);
  const pieces: Span[] = [{ start: first, end: ownEnd }];
  let [lines, narrow] = [0, 0];
  for (let i = 0; i < MOST_BEFORE; i++) {
    const piece = pieceBefore(text, pieces[0] as Span, goesOn);
    if (piece === null) break;
    if (holdsLongRun(text, piece)) return null;
    if (piece.isLine) lines++;
    pieces.unshift(piece);
  }
  for (;;) {
    const last = pieces[pieces.length - 1] as Span;
    JOINT.lastIndex = last.end;
    const joint = JOINT.exec(text);
    if (joint === null) break;
    const begin = JOINT.lastIndex;
    const piece = { start: begin, end: endOfPiece(text, begin) };
    const isLine = joint.groups?.lines !== undefined;
    if (piece.end === begin || (isLine ? !goesOn(last, piece) : isKey(text, piece.end) || isAddress(text, begin))) break;
    if (isLine) lines++;
    if (isLine && !isFull(text, last.end)) narrow++;
    // A list of values, or a file.
    if (narrow > 1 || pieces.length === MOST_PIECES || piece.end - first > LONGEST) return null;
    pieces.push(piece);
  }
  return pieces.length === 1 ? null : inOnePiece(text, pieces, lines === 0 ? LEAST.joined : LEAST.overLines);
}

function isValueUnit(unit: number): boolean {
  return unit < 128 && VALUE_UNITS[unit] === 1;
}

/** Where the piece that goes on at `at` ends. */
function endOfPiece(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_PIECE && isValueUnit(text.charCodeAt(end))) end++;
  return end;
}

/** Words are written with small letters alone, or with one capital in front. */
function isNoWord(piece: string): boolean {
  return /[\d_]|[a-z][A-Z]/.test(piece);
}

/** What names a value, or is assigned one: `region:`, `REGION=eu`, `region = eu`. */
function isLabel(text: string, { start, end }: Span): boolean {
  return text[end - 1] === ':' || isAssignment(text, { start, end }) || /^[ \t]*[:=]/.test(text.slice(end, end + 4));
}

/** Whether what ends at `end` is a quoted key, whose value stands behind it: `"region" = "eu"`. */
function isKey(text: string, end: number): boolean {
  return /^["'`][ \t]{0,8}(?:=>|[:=](?!=))/.test(text.slice(end, end + 12));
}

/** Whether an address begins at `at`: the next argument of a command. */
function isAddress(text: string, at: number): boolean {
  return /^https?:\/\//.test(text.slice(at, at + 8));
}

/** Whether something follows on a sign that is no padding. */
function isAssignment(text: string, { start, end }: Span): boolean {
  return /[:=][^=]/.test(text.slice(start, end));
}

/** Whether a line is so long at `at` that it may have been broken there. */
function isFull(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NARROWEST), at);
  return before.length === NARROWEST && !before.includes('\n');
}

/** Whether a piece at the end of a line may be less than a value: in a narrow line, what is long, or assigned to a name with more than half of it below. */
function mayBeCut(text: string, before: Span, behind: Span): boolean {
  const isTelling = isNoWord(text.slice(before.start, before.end));
  if (isFull(text, before.end)) return isTelling;
  const isAssigned =
    /[:=][ \t]*["']?$/.test(text.slice(Math.max(0, before.start - 8), before.start)) || /=[^=]/.test(text.slice(before.start, before.end));
  return holdsLongRun(text, before) || (isTelling && isAssigned && holdsLongRun(text, behind));
}

function mayGoOn(text: string, before: Span, behind: Span, found: (at: number) => number): boolean {
  const length = behind.end - behind.start;
  if (length < SHORTEST || /[:=]/.test(text[before.end - 1] as string)) return false;
  if (!mayBeCut(text, before, behind)) return false;
  if (!isNoWord(text.slice(behind.start, behind.end)) || isLabel(text, behind) || found(behind.start) >= 0) return false;
  return found(before.end - 1) < 0 || (length >= SHORTEST_REST && isFull(text, before.end));
}

/** Whether a piece has a long run of its own, from which all is put together. */
function holdsLongRun(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    if (!isRunUnit(text.charCodeAt(at))) continue;
    const run = runAround(text, at, start);
    if (run.isValue && run.end - run.start >= LONG_RUN_LENGTH) return true;
    at = run.end;
  }
  return false;
}

/** A piece in front of another one, perhaps at the end of the line before. */
interface FirstPiece extends Span {
  readonly isLine: boolean;
}

/** The piece in front of one. Most values stand behind a word and a blank: three looks tell. */
function pieceBefore(text: string, behind: Span, goesOn: GoesOn): FirstPiece | null {
  const at = behind.start;
  const unit = text[at - 1];
  if (unit === '"' || unit === "'" || unit === '`') return pieceUpTo(text, beginOfLiterals(text, at), behind, goesOn);
  // A line of quoted mail begins with what ends a tag.
  const piece = unit === '>' ? pieceUpTo(text, beginOfTags(text, at), behind, goesOn) : null;
  return piece ?? pieceUpTo(text, beginOfLines(text, at), behind, goesOn);
}

/** The piece that ends at `end`, where a joint may begin, if one does after which the other piece goes on. */
function pieceUpTo(text: string, end: number, behind: Span, goesOn: GoesOn): FirstPiece | null {
  let start = end;
  while (end - start < LONGEST_PIECE && isValueUnit(text.charCodeAt(start - 1))) start--;
  if (start === end) return null;
  JOINT.lastIndex = end;
  const joint = JOINT.exec(text);
  if (joint === null || JOINT.lastIndex !== behind.start) return null;
  const piece = { start, end, isLine: joint.groups?.lines !== undefined };
  return !piece.isLine || goesOn(piece, behind) ? piece : null;
}

/** Where the joint may begin that two literals have between them, of which the second one's text begins at `at`; -1 where none may be. */
function beginOfLiterals(text: string, at: number): number {
  let begin = at - 2;
  while (at - begin < LONGEST_JOINT && /[\s\\+.&|<>bBfFrRuU]/.test(text[begin] ?? '')) begin--;
  return text[begin] === text[at - 1] ? begin : -1;
}

function beginOfTags(text: string, at: number): number {
  let begin = at;
  for (let i = 0; i < MOST_TAGS && text[begin - 1] === '>'; i++) {
    const tag = beginOfTag(text, begin);
    if (tag < 0) break;
    begin = tag;
  }
  return begin < at ? begin : -1;
}

/** Where the tag begins that ends at `end`, if one does. */
function beginOfTag(text: string, end: number): number {
  const from = Math.max(0, end - LONGEST_JOINT / 2);
  const tag = text.slice(from, end).lastIndexOf('<');
  return tag < 0 ? -1 : from + tag;
}

function beginOfLines(text: string, at: number): number {
  let begin = at - 1;
  while (at - begin < LONGEST_JOINT / 2 && /[ \t>|#*/\d:]/.test(text[begin] ?? '')) begin--;
  if (text[begin] !== '\n') return -1;
  if (text[begin - 1] === '\r') begin--;
  if (text[begin - 1] === '>') return beginOfTag(text, begin);
  while (at - begin < LONGEST_JOINT && /[ \t|\\]/.test(text[begin - 1] ?? '')) begin--;
  return begin;
}

function inOnePiece(text: string, pieces: readonly Span[], least: number): View {
  const first = (pieces[0] as Span).start;
  const last = (pieces[pieces.length - 1] as Span).end;
  const builder = new ViewBuilder();
  // What stands round it is not cut in a word, of which the rest may look like something else.
  let from = Math.max(0, first - AROUND);
  while (from > 0 && from < first && text.charCodeAt(from - 1) > 32) from++;
  let to = Math.min(text.length, last + AROUND);
  while (to < text.length && to > last && text.charCodeAt(to) > 32) to--;
  builder.copy(text, from, first);
  for (const { start, end } of pieces) builder.copy(text, start, end);
  builder.copy(text, last, to);
  return builder.view(first, last, least);
}
