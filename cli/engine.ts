import { DETECTORS, ENTITIES } from '../lib/detectors/catalogue.ts';
import { CATEGORIES } from '../lib/detectors/family.ts';
import { organisationDetectors } from '../lib/detectors/organisation.ts';
import { loadPeople } from '../lib/detectors/people.ts';
import type { KnownNames } from '../lib/policy/parse.ts';
import type { Trial } from '../lib/policy/policy-tests.ts';
import type { PolicyProblem } from '../lib/policy/problem.ts';
import type { Policy } from '../lib/policy/schema.ts';
import { createEngine } from '../lib/scan/engine.ts';
import { SITES } from '../lib/sites/sites.ts';

/** What a policy may name. */
export const KNOWN: KnownNames = {
  entities: new Set(ENTITIES.keys()),
  categories: new Set(CATEGORIES),
  sites: new Set(SITES.map((site) => site.id)),
};

/** The engine that the extension uses, with names of people. */
export async function createTrial(): Promise<Trial> {
  const people = await loadPeople();
  return {
    scanFor: (policy) => createEngine([...DETECTORS, people, ...ownDetectors(policy).detectors]).scan,
    ambient: (entity) => ENTITIES.get(entity)?.ambient ?? false,
    categoriesOf: (entity) => (entity.startsWith('ORG:') ? ['organisation'] : (ENTITIES.get(entity)?.categories ?? [])),
  };
}

/** Words and patterns of the policy's lists that the engine refuses. */
export function listProblems(policy: Policy): PolicyProblem[] {
  return ownDetectors(policy).problems.map(({ list, path, message, cure }) => ({ path: `lists.${list}.${path}`, message, cure }));
}

function ownDetectors(policy: Policy) {
  return organisationDetectors(Object.entries(policy.lists).map(([id, list]) => ({ id, ...list })));
}
