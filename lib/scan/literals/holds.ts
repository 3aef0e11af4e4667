/** What a word of four characters may hold, as `sift` and `siftNear` note it: a gram that begins in the word before, a gram of its own, a literal of one or two units, a number, the end of a long run, an escape, two digits, a literal of three or four. */
export const MIDDLE_GRAM = 1;
export const WHOLE_GRAM = 2;
export const SHORT = 4;
export const SOME_NUMBER = 8;
export const LONG_RUN = 16;
export const ESCAPE = 32;
export const DIGITS = 64;
export const TRIPLE = 128;
/** Places that the index of a word is moved by, to make room for these. */
export const INDEX_SHIFT = 8;

/** What a pair of characters may be part of: a long run, a number. `SHORT`, `ESCAPE` and `DIGITS` stand for themselves. */
export const RUN_PAIR = 1;
export const NUMBER_PAIR = 2;
