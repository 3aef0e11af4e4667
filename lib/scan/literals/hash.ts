/** Spreads the bits of a few bytes over a hash (Knuth, The Art of Computer Programming, volume 3, section 6.4: 2^32 divided by the golden ratio). */
export const FACTOR = 0x9e3779b1;
