import { type AnchorIndex, indexOf } from './anchor-index.ts';
import type { Detector, NamedDetector, NearbyDetector } from './detector.ts';
import { listAt } from './lists.ts';
import { unpacked } from './packed.ts';
import { type Compiled, compile, type DigitAnchor } from './pass.ts';
import type { Disguise } from './views/views.ts';
import { ofKind, type Wants, wantsOf, withFurther } from './wants.ts';

/** What a pass looks things up in: an index of all literals, and by what it finds, what to do. */
export interface Tables {
  readonly index: AnchorIndex;
  readonly anchored: readonly Compiled[];
  readonly nearby: readonly NearbyDetector[];
  readonly onDigits: readonly DigitAnchor[];
  readonly onRuns: readonly number[];
  readonly named: readonly (readonly NamedDetector[])[];
  readonly disguises: readonly Disguise[];
}

/**
 * Puts detectors in order.
 *
 * @param prepared what `packed` made of the first of the detectors, which then need not be asked what they want. What it made of others is not used.
 */
export function buildTables(detectors: readonly Detector[], prepared: string | null = null): Tables {
  const { gathered, named, disguises, onDigits, onRuns } = wantsOfAll(detectors, prepared);
  const { anchored, nearby } = ofKind(detectors);
  return {
    index: indexOf(gathered),
    anchored: anchored.map(compile),
    nearby,
    onDigits,
    onRuns,
    named: Array.from({ length: named.begins.length - 1 }, (_, word) =>
      Array.from(listAt(named, word), (index) => detectors[index] as NamedDetector),
    ),
    disguises,
  };
}

function wantsOfAll(detectors: readonly Detector[], prepared: string | null): Wants {
  const known = prepared === null ? null : unpacked(prepared, detectors);
  if (known === null) return wantsOf(detectors);
  return withFurther(known.wants, detectors.slice(0, known.count), detectors.slice(known.count));
}
