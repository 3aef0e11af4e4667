import type { EntityInfo } from './family.ts';

/** Names of people; kept apart from the families because its detector is loaded on demand. */
export const PERSON: EntityInfo = { entity: 'PERSON', categories: ['personal'], ambient: true };
