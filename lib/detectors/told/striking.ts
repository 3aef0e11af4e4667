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

/** What words and digits name besides: methods, codings, products, things that are counted. */
const COUNTED =
  /^(?:sha|base|http|windows|office|server|version|python|outlook|room|error|port|user|node|host|page|line|code|type|level|field|pass|word|file|test|exampl|sampl|account|client|chan|chrome)/i;

/** A word and digits behind it, as people choose them: `walnut4821`. Where what stands beside it says that a password follows. */
export function isWordAndDigits(value: string): boolean {
  return /^\p{L}{4,12}\d{3,6}[!?$#]?$/u.test(value) && !COUNTED.test(value);
}
