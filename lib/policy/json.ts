/** Where and why a text is not JSON. Lines and columns count from 1, columns in UTF-16 code units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure: string;
}

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

/**
 * Reads JSON (RFC 8259). Browsers word their errors differently and some leave the position out, so a text that is refused is
 * walked once more to find it.
 */
export function readJson(text: string): JsonReading {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(clean) };
  } catch {
    const { at, message, cure } = findFault(clean);
    const before = clean.slice(0, at).split('\n');
    return { ok: false, fault: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, cure } };
  }
}

interface Fault {
  readonly at: number;
  readonly message: string;
  readonly cure: string;
}

type Wanted = 'value' | 'value-or-close' | 'name' | 'name-or-close' | 'colon' | 'comma-or-close' | 'end';

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/** The first place where the text stops being JSON. Not recursive: depth costs memory, not stack. */
function findFault(text: string): Fault {
  const open: number[] = [];
  let at = 0;
  let want = 'value' as Wanted;
  let comma = -1;
  const afterValue = (): Wanted => (open.length === 0 ? 'end' : 'comma-or-close');

  for (;;) {
    while (' \t\r\n'.includes(text[at] || 'x')) at++;
    const char = text[at];
    if (char === undefined) return endFault(text, open);
    if (char === '/' || char === '#') return { at, message: 'A comment stands here', cure: 'Delete the comment: JSON has none.' };

    const inObject = text[open.at(-1) ?? -1] === '{';
    if (char === (inObject ? '}' : ']') && open.length > 0 && want !== 'colon') {
      if (want === 'value' && inObject) return { at, message: 'A value is missing', cure: 'Write the value after the colon.' };
      if (want === 'value' || want === 'name')
        return { at: comma, message: 'A comma stands before a closing bracket', cure: 'Delete the comma.' };
      open.pop();
      at++;
      want = afterValue();
    } else if (want === 'comma-or-close') {
      if (char !== ',') return { at, message: `A comma is missing before ${shown(char)}`, cure: 'Write a comma between two items.' };
      comma = at++;
      want = inObject ? 'name' : 'value';
    } else if (want === 'colon') {
      if (char !== ':') return { at, message: `A colon is missing before ${shown(char)}`, cure: 'Write a colon between name and value.' };
      at++;
      want = 'value';
    } else if (want === 'end') {
      return { at, message: 'Something follows the end of the policy', cure: 'Delete what follows, or mend the brackets.' };
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      want = want === 'name' || want === 'name-or-close' ? 'colon' : afterValue();
    } else if (want === 'name' || want === 'name-or-close') {
      return { at, message: `A name in double quotes is expected, not ${shown(char)}`, cure: 'Put the name in double quotes.' };
    } else if (char === '{' || char === '[') {
      open.push(at++);
      want = char === '{' ? 'name-or-close' : 'value-or-close';
    } else {
      SCALAR.lastIndex = at;
      const scalar = SCALAR.exec(text)?.[0];
      if (scalar === undefined)
        return {
          at,
          message: `A value is expected, not ${shown(char)}`,
          cure: 'Put texts in double quotes; write numbers, true and false plainly.',
        };
      at += scalar.length;
      want = afterValue();
    }
  }
}

/** Offset after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number | Fault {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') return at + 1;
    if (char < ' ')
      return { at: start, message: 'A text is not closed on its line', cure: 'Close it with a double quote; write \\n for a line break.' };
    if (char !== '\\') continue;
    const escaped = text.slice(at + 1, at + 6);
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) {
      return { at, message: 'A backslash stands before something that it cannot escape', cure: 'Write two backslashes for one.' };
    }
    at++;
  }
  return { at: start, message: 'A text is never closed', cure: 'Close it with a double quote.' };
}

function endFault(text: string, open: readonly number[]): Fault {
  const last = open.at(-1);
  if (last === undefined) return { at: text.length, message: 'There is nothing here', cure: 'Write a policy, or take the key away.' };
  return { at: last, message: `The bracket ${text[last]} is never closed`, cure: 'Close it; perhaps the text was cut off.' };
}

function shown(char: string): string {
  return char < ' ' ? 'a control character' : `\`${char}\``;
}
