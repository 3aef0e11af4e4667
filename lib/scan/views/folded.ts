import { AROUND, type View, ViewBuilder } from './view.ts';

/**
 * Letters that look like letters of ASCII, from Unicode Technical Standard 39, confusables.txt (https://www.unicode.org/Public/security/latest/confusables.txt):
 * Cyrillic, Greek, Armenian, Cherokee, Latin and letter-like forms that compatibility decomposition does not already make ASCII. Pairs of look-alike and letter.
 */
const LOOKALIKES =
  'аaАAвbВBсcСCԁdеeЕEһhНHіiІIїiјjЈJкkКKӏlмmМMпnоoОOрpРPԛqѕsЅSтtТTуyУYѵvѴVԝwԜWхxХXґrгrѡwүyҮYԍgԌGіiҺhԀdԐeѐeёeЁEђhћhӀIЗ3з3бbЬbьbЪbИNиuцuшwщwФOфo' +
  'αaΑAβbΒBϲcϹCδdεeΕEζzΖZηnΗHθoιiΙIκkΚKλlμuΜMνvΝNοoΟOρpΡPσoςcτtΤTυuΥYχxΧXωwγyϳjϝfΣEϜFΔA' +
  'աwցgեeհhոnսuօoՕOՏSԼLզqքpյjղnԱUՍUՈnʀrɑaɡgɩiɪiʏyɴnʟlʜhʙbꓐBꓑPꓒdꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲIꓳOꓴU' +
  "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎥiᎫJᏦKᏞLᎷMΝNᏢPᏒRᏚSᎢTᏙVᎳWᎩYᏃZᴀaʙbᴄcᴅdᴇeɢgʜhᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzıiłlŁLøoØOđdĐDħhʼ'‐-‑-‒-–-—-−-⁃-﹘-―-＿_․.‥.∕/⁄/∶:：:꞉:﹕:⸺-ǃ!";

const LETTERS = new Map<number, string>();
for (let at = 0; at + 1 < LOOKALIKES.length; at += 2) LETTERS.set(LOOKALIKES.charCodeAt(at), LOOKALIKES[at + 1] as string);

/** Characters that a reader does not see: soft hyphen, zero width, joiners, bidi controls, variation selectors, fillers, invisible operators, tags, combining marks on letters. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: code points on purpose, one at a time
  /^[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0100}-\u{e01ef}]$/u;
/** The same and everything that may fold to ASCII, to find where to look. */
const ODD =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: code points on purpose, one at a time
  /[\u00ad\u00b2\u00b3\u00b9\u00d8\u00f8\u0110\u0111\u0131\u0141\u0142\u0250-\u02ff\u0300-\u1fff\u200b-\u206f\u2070-\u22ff\u2400-\u24ff\u2e3a\u2e3b\u3164\ua4d0-\ua4ff\ua730-\ua731\ua78a\ufb00-\ufb4f\ufe00-\uffef\u{1d173}-\u{1d7ff}\u{1f100}-\u{1f1ff}\u{1fbf0}-\u{1fbf9}\u{e0000}-\u{e01ef}]/gu;

/** What one character reads as: ASCII where it looks like it, nothing where it is invisible, itself otherwise. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (INVISIBLE.test(character)) return '';
  // Tag characters mirror ASCII: U+E0020 … U+E007E.
  if (code >= 0xe0000 && code <= 0xe007f) return code >= 0xe0020 && code <= 0xe007e ? String.fromCharCode(code & 0x7f) : '';
  const lookalike = LETTERS.get(code);
  if (lookalike !== undefined) return lookalike;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (plain !== character) return Array.from(plain, (each) => LETTERS.get(each.codePointAt(0) as number) ?? each).join('');
  const digit = digitOf(code, character);
  return digit < 0 ? character : String(digit);
}

/** Value of a decimal digit of any script: they come in runs of ten that begin at a multiple of ten or sixteen places (Unicode Standard, 4.6), or -1. */
function digitOf(code: number, character: string): number {
  if (!/\p{Nd}/u.test(character)) return -1;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

const memory = new Map<string, string>();

function folded(character: string): string {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const fresh = foldCharacter(character);
  if (memory.size < 4096) memory.set(character, fresh);
  return fresh;
}

/**
 * The stretches of a text that look like other text: compatibility forms (NFKC: full width, mathematical, enclosed), look-alike letters of other scripts, other scripts'
 * digits, and invisible characters. Empty for a text without any.
 */
export function foldedStretches(text: string): View[] {
  const views: View[] = [];
  let from = -1;
  let to = 0;
  for (const { index } of text.matchAll(ODD)) {
    if (from >= 0 && index - AROUND > to) {
      views.push(foldStretch(text, from, to));
      from = -1;
    }
    if (from < 0) from = Math.max(0, index - AROUND);
    to = Math.min(text.length, index + AROUND);
  }
  if (from >= 0) views.push(foldStretch(text, from, to));
  return views;
}

function foldStretch(text: string, from: number, to: number): View {
  const builder = new ViewBuilder();
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      builder.copy(text, at, at + 1);
      at++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    builder.add(folded(character), at, at + character.length);
    at += character.length;
  }
  return builder.view(from, to);
}
