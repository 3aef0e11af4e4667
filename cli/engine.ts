import { categoriesOf, engineFor, isAmbient } from '../lib/check/posture-source.ts';
import { loadPeople } from '../lib/detectors/people.ts';
import type { Trial } from '../lib/policy/policy-tests.ts';

/** The engine that the extension uses, with names of people. */
export async function createTrial(): Promise<Trial> {
  const people = await loadPeople();
  return { scanFor: (policy) => engineFor(policy, people).scan, ambient: isAmbient, categoriesOf };
}
