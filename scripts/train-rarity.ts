import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stamp.ts';

/**
 * Writes `lib/detectors/bigrams.ts`: how surprising each pair of neighbouring characters is in words, identifiers and prose. Trained on the
 * documentation and sources of the project's own dependencies; run by hand when they should be looked at anew.
 */

const MOST = 12_000_000;
const CLASSES = 28;

function classOf(unit: number): number {
  const lower = unit | 32;
  if (lower >= 97 && lower <= 122) return lower - 97;
  return unit >= 48 && unit <= 57 ? 26 : 27;
}

function* texts(): Generator<string> {
  let read = 0;
  for (const entry of readdirSync(join(ROOT, 'node_modules'), { recursive: true, withFileTypes: true })) {
    if (read > MOST) return;
    if (!entry.isFile() || !/\.(?:md|d\.ts|mts|txt)$|^LICENSE/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'latin1').slice(0, 60_000);
    read += text.length;
    yield text;
  }
}

const counts = new Float64Array(CLASSES * CLASSES).fill(1);
for (const text of texts()) {
  // Words and identifiers only: what is long and holds digits is what we want to tell apart.
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9_-]{3,24}/g)) {
    for (let i = 1; i < word.length; i++) {
      const at = classOf(word.charCodeAt(i - 1)) * CLASSES + classOf(word.charCodeAt(i));
      counts[at] = (counts[at] as number) + 1;
    }
  }
}
let table = '';
for (let a = 0; a < CLASSES; a++) {
  const row = counts.slice(a * CLASSES, (a + 1) * CLASSES);
  const sum = row.reduce((total, count) => total + count, 0);
  // Bits of surprise in quarters, as one printable character from "0" on.
  for (const count of row) table += String.fromCharCode(48 + Math.min(60, Math.round(-Math.log2(count / sum) * 4)));
}
writeFileSync(
  join(ROOT, 'lib/detectors/bigrams.ts'),
  `/**
 * Bits of surprise of each pair of neighbouring characters in words and identifiers, in quarters from "0" on; rows and columns: a–z, digit, other. Written
 * by \`scripts/train-rarity.ts\` from the sources of the project's dependencies.
 */
export const BIGRAMS =
${(table.match(/.{1,112}/g) ?? []).map((line) => `  ${JSON.stringify(line).replaceAll("'", "\\'").replace(/^"|"$/g, "'")}`).join(' +\n')};
`,
);
