/**
 * What the built-in detectors want looked for, see `packed`. The builds put the string in its place (`scripts/prepared-tables.ts`); where it is null, every
 * engine works it out when it is created, to the same effect.
 */
export const PREPARED: string | null = null;
