import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stamp.ts';

/**
 * Writes `lib/scan/literals/common-grams.ts`: the four characters in a row that text and code are full of, so that literals are told by others.
 * Counted in the documentation and sources of the project's own dependencies; run by hand when they should be looked at anew.
 */

const MOST = 24_000_000;
const LONGEST_FILE = 60_000;
/** Grams of text of which one at least is such a gram. */
const RARELY = 16_384;
/** Every class is twice as common as the one before. */
const CLASSES = 6;

function* texts(): Generator<string> {
  let read = 0;
  const entries = readdirSync(join(ROOT, 'node_modules'), { recursive: true, withFileTypes: true });
  // Packages far apart in the alphabet, as they come.
  for (let at = 0, step = 7919; read < MOST && at < entries.length; at++) {
    const entry = entries[(at * step) % entries.length];
    if (!entry?.isFile() || !/\.(?:md|ts|mts|txt|[cm]?js|json)$|^LICENSE/.test(entry.name) || /\.min\./.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'latin1').slice(0, LONGEST_FILE);
    read += text.length;
    yield text;
  }
}

const counts = new Map<string, number>();
let all = 0;
for (const text of texts()) {
  const lower = text.toLowerCase();
  for (let at = 0; at + 4 <= lower.length; at++) {
    const gram = lower.slice(at, at + 4);
    // The rest is rare, or told by the characters alone.
    if (!/^[\n -~]{4}$/.test(gram) || /^\s+$/.test(gram)) continue;
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
    all++;
  }
}
const classes: string[] = Array.from({ length: CLASSES }, () => '');
for (const [gram, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const rank = Math.floor(Math.log2((count * RARELY) / all));
  if (rank >= 0) classes[Math.min(rank, CLASSES - 1)] += gram;
}
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
writeFileSync(
  join(ROOT, 'lib/scan/literals/common-grams.ts'),
  `/**
 * Four characters in a row that text and code are full of, lower case, one after the other; the first line those of which there is one in 16,384 characters at
 * least, each further line twice as many. Written by \`scripts/train-grams.ts\` from the sources of the project's dependencies.
 */
export const COMMON_GRAMS: readonly string[] = [
${classes.map((grams) => `  // biome-ignore format: a table\n  ${(grams.match(/[\s\S]{1,112}/g) ?? ['']).map(quoted).join(' +\n    ')},`).join('\n')}
];
`,
);
console.log(classes.map((grams) => grams.length / 4).join(' '));
