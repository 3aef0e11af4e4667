/** Character lists for `Lead.of`. */
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';
export const LETTERS = LOWER + UPPER;
export const ALPHANUMERIC = DIGITS + LETTERS;
