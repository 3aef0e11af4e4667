import { random } from '../../../tests/corpus/generate.ts';
import { answer, loadShipped, readText } from '../child.ts';
import { inTurns, warmUp } from '../times.ts';

/** Times of the same text: `own` with `MANY` words of an organisation, `other` with `FEW`. */
const MANY = 10_000;
const FEW = 200;
const ROUNDS = 7;

const SYLLABLES = 'ba,co,du,fen,gal,hor,in,jal,kes,lum,mor,nev,or,pra,qui,ros,sta,tel,un,ver,wil,xan,yor,zeph'.split(',');

/** Made-up phrases of two words and codenames, half of each; the same for the same seed. */
function organisationWords(count: number, seed: string): string[] {
  const next = random(seed);
  const word = (syllables: number): string =>
    Array.from({ length: syllables }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
  const words = new Set<string>();
  while (words.size < count) words.add(words.size % 2 === 0 ? `${word(2)} ${word(3)}` : word(4));
  return [...words];
}

const { createEngine, DETECTORS, organisationDetectors } = await loadShipped();

function engineWith(count: number): ReturnType<typeof createEngine> {
  const words = organisationWords(count, 'organisation');
  const { detectors } = organisationDetectors([{ id: 'words', words, patterns: [], caseSensitive: false }]);
  return createEngine([...DETECTORS, ...detectors]);
}

const [many, few] = [engineWith(MANY), engineWith(FEW)];
const text = readText(1_048_576);
warmUp(() => many.scan(text));
warmUp(() => few.scan(text));
answer(
  inTurns(
    ROUNDS,
    () => many.scan(text),
    () => few.scan(text),
  ),
);
