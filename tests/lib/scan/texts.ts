import { countOf, type Literals, textOf } from '../../../lib/scan/literals/literals.ts';

/** The texts of literals, in their order. */
export function textsOf(literals: Literals): string[] {
  return Array.from({ length: countOf(literals) }, (_, index) => textOf(literals, index));
}
