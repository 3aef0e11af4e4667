import { surprise } from '../surprise.ts';

/** Bits per pair above which letters and digits are no name of a product: see `surprise`. */
const RANDOM = 6;

/** Whether a value shows by itself that it is no word: beside its name, with no sign between. `strictly`: and no name of a product either. */
export function isStriking(value: string, strictly: boolean): boolean {
  if (value.length < 6 || /\s/.test(value) || !/\d/.test(value) || !/\p{L}/u.test(value)) return false;
  // `sha256`, `Base64`, `1Password`, `8-character`; `--option=value`
  if (/^[a-z]{2,12}[-_ ]?\d{1,4}$|^\d{1,3}[-_]?[a-z]+$/i.test(value) || /[/\\]|^[\w.-]+\.\w{1,4}$|^--[a-z]/.test(value)) return false;
  if (strictly && surprise(value) < RANDOM) return false;
  return /[!#$%&*+=?@^~]/.test(value) || (/\p{Ll}/u.test(value) && /\p{Lu}/u.test(value) && changesOf(value) > 1);
}

/** Signs that no name holds; one before a domain stands in an address. */
const SIGNS = /[!#$%&*+=?^~]|@(?![^@]{0,64}\.)/;

/** Whether a sign in a value, such as `#`, shows that it is a password. */
export function isSigned(value: string): boolean {
  return SIGNS.test(value) && isStriking(value, false);
}

/** How often letters and digits change. */
function changesOf(value: string): number {
  return value.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0;
}
