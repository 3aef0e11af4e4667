import type { Guess } from '../../scan/detector.ts';
import { everyMatch } from '../every-match.ts';
import { isPlaceholder } from '../placeholder.ts';
import { textBefore } from '../text-before.ts';
import { isSigned, isStriking } from './striking.ts';

const VALUE = `["'\`“„]?([^\\s"'\`“”„<>(){}[\\],;]{5,63}[^\\s"'\`“”„<>(){}[\\],;.:?])["'\`“”.?]?`;
const CHANGED = new RegExp(
  `(?:from|von|van|de|da|z|с|pass\\w{1,8}|kennwort)[ \\t]{1,2}${VALUE}[ \\t]{1,2}(?:to|with|by|auf|zu|in|durch|naar|à|en|par|por|a|para|na|на)[ \\t]{1,2}${VALUE}`,
  'dgi',
);
/** "(old: x, new: y)" */
const OLD_AND_NEW = new RegExp(`\\bold: ${VALUE}[ \\t]{0,2}[,;/|→-]?[>]?[ \\t]{0,2}(?:and )?new: ${VALUE}`, 'dgi');
/** `admin_password = "x" -> "y"`, as Terraform shows a change. */
const PLANNED = /pass[\w"']{0,24}[ \t]{0,24}[:=][ \t]{0,4}"([^"\s]{6,63})"[ \t]{1,2}->[ \t]{1,2}"([^"\s]{6,63})"/dgi;
const SPOKEN = /pass|pwd|mdp|wort|woord|contras|senha|has[łl]|парол/i;

/** A word for a password, and perhaps what it is for, right before "from x to y". */
const RIGHT_BEFORE = /(?:passw(?:or[dt])?|pwd|kennwort)(?: (?:for|of|für|vom) \S{1,24})? $/i;

/** Literals of an index: what says "change it from x to y" where nothing before it is a password, where `endsInValue` says so. */
export const CHANGE_CUES: readonly string[] = [' from ', ' von ', 'old: '];

/** Whether letters and digits, or a sign that no name holds, stand behind a cue, or a word for a password before it. */
export function endsInValue(text: string, start: number, end: number): boolean {
  return SPOKEN.test(textBefore(text, start, 8)) || /^\S{0,6}(?:[A-Za-z]\d|\d[A-Za-z]|[!#$%&*+?^~@])/.test(text.slice(end, end + 8));
}

/** Letters of both cases, digits and a sign: no version, no colour, no name of a machine. */
function isChosen(value: string): boolean {
  return isSigned(value) && /^(?=.*[a-z])(?=.*[A-Z])(?!.*\d\.\d)[A-Za-z\d].{7}/.test(value);
}

/** Letters of both cases and digits, in no version. */
function isRich(value: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*\d\.\d).{8}/.test(value);
}

/** The old and the new password of "from x to y". */
export function changedPasswords(window: string): readonly Guess[] {
  return [...everyMatch(CHANGED, window), ...everyMatch(OLD_AND_NEW, window), ...everyMatch(PLANNED, window)].flatMap(
    ({ indices, index }) => {
      const spans = [1, 2].map((group) => indices?.[group] ?? [0, 0]).map(([start = 0, end = 0]) => ({ start, end }));
      const values = spans.map(({ start, end }) => window.slice(start, end));
      // Both must look like passwords, the more so where none is spoken of: versions, names and dates are changed, too.
      const isNamed = RIGHT_BEFORE.test(textBefore(window, index, 48)) && values.every(isRich);
      if (values.some((value) => isPlaceholder(value) || !(isNamed || isStriking(value, false)))) return [];
      if (!(SPOKEN.test(window) || values.every(isChosen))) return [];
      return spans.map((span) => ({ span, confidence: 0.7 }));
    },
  );
}
