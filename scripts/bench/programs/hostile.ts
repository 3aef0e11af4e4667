import { answer, flat, loadShipped } from '../child.ts';
import { inTurns, type Pair, warmUp } from '../times.ts';

/** Times of a hostile text: `own` of one twice as long, `other` of the text itself. */
export interface HostileResult extends Pair {
  readonly family: string;
  /** Length of the shorter text, characters. */
  readonly length: number;
}

const LENGTH = 65_536;
const ROUNDS = 9;
/** Anchors one after the other: as many attempts as a text can call for. */
const FAMILIES = ['eyJ', '1 ', '-----BEGIN ', 'password=', '://', 'A', '%41', 'ghp_'];

const { createEngine, DETECTORS } = await loadShipped();
const engine = createEngine(DETECTORS);

answer(
  FAMILIES.map((family): HostileResult => {
    const text = (length: number): string => flat(family.repeat(Math.ceil(length / family.length)).slice(0, length));
    const [single, double] = [text(LENGTH), text(LENGTH * 2)];
    warmUp(() => engine.scan(single), 500);
    const times = inTurns(
      ROUNDS,
      () => engine.scan(double),
      () => engine.scan(single),
    );
    return { family, length: LENGTH, ...times };
  }),
);
