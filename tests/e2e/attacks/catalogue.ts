import type { Attack } from './attack.ts';
import { ADDRESSES } from './families/addresses.ts';
import { BODIES } from './families/bodies.ts';
import { DISGUISES } from './families/disguises.ts';
import { FRAMES } from './families/frames.ts';
import { HANDING_OVER } from './families/handing-over.ts';
import { HEADERS } from './families/headers.ts';
import { SOCKETS } from './families/sockets.ts';
import { TAMPERING } from './families/tampering.ts';
import { WORKERS } from './families/workers.ts';

/** Every way out that is tried, in the order of its number. */
export const ATTACKS: readonly Attack[] = [
  ...BODIES,
  ...DISGUISES,
  ...FRAMES,
  ...WORKERS,
  ...ADDRESSES,
  ...SOCKETS,
  ...HANDING_OVER,
  ...HEADERS,
  ...TAMPERING,
].sort((a, b) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10) || (a.id < b.id ? -1 : 1));
