/** Id of the organisation that the practice page is used with. */
export const PRACTICE_ORGANIZATION = '6f1c2a50-5b1e-4a55-9a64-0c64a2f5d001';
