/** What `fnv` begins with. */
export const FNV_BASIS = 0x811c9dc5;

/** A hash with one more number mixed in (FNV-1a of 32 bits, draft-eastlake-fnv), signed. */
export function fnv(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}
