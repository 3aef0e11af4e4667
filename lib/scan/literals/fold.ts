/** Makes ASCII letters of both cases one. */
export const FOLD = 0x20202020;
