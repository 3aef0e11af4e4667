import type { Words } from '../lib/words/en.ts';

/** Scripts in which joiners (U+200C, U+200D) are ordinary spelling. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gujarati}\\p{Script=Gurmukhi}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Khmer}\\p{Script=Myanmar}';

/**
 * Characters that a person cannot see or that turn the text around them: controls, format characters (zero width, bidi),
 * variation selectors, tags, lone surrogates, and spaces that are not the usual one. Tab and line breaks are layout; joiners
 * inside emoji or in scripts that need them are spelling.
 */
const HIDDEN = new RegExp(
  `(?:(?<=[\\p{Extended_Pictographic}\\uFE0F\\p{Emoji_Modifier}])\\u200D(?=\\p{Extended_Pictographic})|(?<=[${JOINING}])[\\u200C\\u200D]|(?<=[\\p{Extended_Pictographic}\\p{Emoji}])\\uFE0F)|([\\p{Cf}\\p{Cs}\\p{Co}\\p{Variation_Selector}\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029\\u034F\\u115F\\u1160\\u3164\\uFFA0])`,
  'gu',
);

/** `at` counts UTF-16 code units from the start of the text. */
type Piece = { readonly at: number; readonly plain: string } | { readonly at: number; readonly code: string };

/** Splits a text into plain pieces and hidden characters, the latter by their code point: `U+202E`. Total: every input. */
export function revealHidden(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const hidden = match[1];
    if (hidden === undefined) continue;
    if (match.index > at) pieces.push({ at, plain: text.slice(at, match.index) });
    pieces.push({ at: match.index, code: `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` });
    at = match.index + hidden.length;
  }
  if (at < text.length) pieces.push({ at, plain: text.slice(at) });
  return pieces;
}

/** Text from a page, as text only, with what is hidden in it made visible. */
export function VisibleText({ text, words }: { readonly text: string; readonly words: Words }) {
  return revealHidden(text).map((piece) =>
    'plain' in piece ? (
      piece.plain
    ) : (
      <span key={piece.at} className="hidden-character" role="img" aria-label={words.dialog.hiddenCharacter(piece.code)}>
        {piece.code}
      </span>
    ),
  );
}
