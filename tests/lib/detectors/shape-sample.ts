import { parseShape } from '../../../lib/detectors/shape.ts';
import { random } from '../../corpus/generate.ts';

/** A credential of a shape, the same for the same seed. Runs of free length get their shortest useful length. */
export function sampleOf(source: string, seed: string): string {
  const shape = parseShape(source.replace(/^~/, ''));
  if (typeof shape === 'string') throw new Error(shape);
  const next = random(`${source} ${seed}`);
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] as string;
  return shape.items
    .map((item) => {
      if (item.kind === 'literal') return one(item.options);
      const members = Array.from(item.set, (member, unit) => (member ? String.fromCharCode(unit) : '')).filter((each) => each !== '');
      const length = Math.min(item.max, Math.max(item.min, Math.min(40, item.max)));
      const characters = Array.from({ length }, () => one(members));
      // A sample never lacks a digit, or begins or ends on a hyphen, by bad luck.
      const digits = members.filter((each) => /\d/.test(each));
      const plain = members.filter((each) => /[0-9A-Za-z]/.test(each));
      if (length >= 8 && digits.length > 0) characters[3] = one(digits);
      if (plain.length > 0) {
        characters[0] = one(plain);
        characters[length - 1] = one(plain);
      }
      return characters.join('');
    })
    .join('');
}
