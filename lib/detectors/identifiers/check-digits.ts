/**
 * Check digits of the identifiers. Every function takes the identifier without separators, letters in capitals, says whether it is consistent, never
 * throws, and takes time linear in its argument.
 */
export type Check = (value: string) => boolean;

/** 0 to 9 for digits, 10 to 35 for letters; NaN for anything else. */
export function rank(character: string): number {
  return rankAt(character, 0);
}

function rankAt(value: string, place: number): number {
  const unit = value.charCodeAt(place);
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = (unit | 32) - 97;
  return letter >= 0 && letter < 26 ? letter + 10 : Number.NaN;
}

/** The digits of `value` times their weights, added up; letters count 10 to 35 (ISO/IEC 7064, annex A). */
export function weighted(value: string, weights: readonly number[], from = 0): number {
  const end = Math.min(weights.length, value.length - from);
  let sum = 0;
  for (let i = 0; i < end; i++) sum += (weights[i] as number) * rankAt(value, from + i);
  return sum;
}

/** Weights as they are printed in standards: `3 7 1`. */
function numbers(weights: string): readonly number[] {
  return weights.split(' ').map(Number);
}

/** The weighted sum is divisible; the check digit has a weight of its own. */
export function divides(weights: string, modulus: number): Check {
  const list = numbers(weights);
  return (value) => weighted(value, list) % modulus === 0;
}

/** The character behind the weighted ones is what the table says for the remainder of their sum. `from` characters before them have no weight. */
export function keyed(weights: string, modulus: number, table: (remainder: number) => number | string, from = 0): Check {
  const list = numbers(weights);
  return (value) => String(table(weighted(value, list, from) % modulus)) === value[from + list.length];
}

/** What is missing to a multiple of `modulus`; a result of two digits becomes `ten`. */
export function missing(modulus: number, ten: number | string = 0): (remainder: number) => number | string {
  return (remainder) => {
    const rest = (modulus - remainder) % modulus;
    return rest > 9 ? ten : rest;
  };
}

/** The remainder itself; a remainder of two digits becomes `ten`. */
export function remaining(ten: number | string = 0): (remainder: number) => number | string {
  return (remainder) => (remainder > 9 ? ten : remainder);
}

/** A number of any length modulo a small one; letters count as two digits (ISO/IEC 7064). */
export function modulo(value: string, modulus: number): number {
  let rest = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = rankAt(value, i);
    rest = (rest * (digit > 9 ? 100 : 10) + digit) % modulus;
  }
  return rest;
}

/** ISO/IEC 7812-1, annex B. */
export const luhn: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(value.length - 1 - i) - 48;
    const double = i % 2 === 1 ? digit * 2 : digit;
    sum += double > 9 ? double - 9 : double;
  }
  return sum % 10 === 0;
};

/** GS1 General Specifications, 7.9: weights 1 and 3 from the right. */
export const gs1: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length; i++) sum += (value.charCodeAt(value.length - 1 - i) - 48) * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
};

const TURNS = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'];
/** Products in the dihedral group of order ten. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/** J. Verhoeff, "Error Detecting Decimal Codes", 1969. */
export const verhoeff: Check = (value) => {
  let rest = 0;
  for (let i = 0; i < value.length; i++) {
    rest = dihedral(rest, Number(TURNS[i % 8]?.[value.charCodeAt(value.length - 1 - i) - 48] ?? 0));
  }
  return rest === 0;
};

/** ISO/IEC 7064 MOD 11,10. */
export const mod11x10: Check = (value) => hybrid(value, 10);

/** ISO/IEC 7064 MOD 37,36. */
export const mod37x36: Check = (value) => hybrid(value, 36);

function hybrid(value: string, modulus: number): boolean {
  let product = modulus;
  for (const character of value.slice(0, -1)) {
    const sum = (product + rank(character)) % modulus || modulus;
    product = (sum * 2) % (modulus + 1);
  }
  return (product + rank(value.slice(-1))) % modulus === 1;
}

/** ISO/IEC 7064 MOD 11-2: the check character may be X for ten. */
export const mod11x2: Check = (value) => {
  let rest = 0;
  for (const character of value.slice(0, -1)) rest = ((rest + rank(character)) * 2) % 11;
  const check = (12 - rest) % 11;
  return (check === 10 ? 'X' : String(check)) === value.slice(-1);
};

/** ICAO Doc 9303-3, 4.9: weights 7, 3, 1, letters 10 to 35, over all but the last character. */
export const icao: Check = (value) => {
  let sum = 0;
  for (let i = 0; i < value.length - 1; i++) sum += rank(value[i] ?? '0') * ([7, 3, 1][i % 3] ?? 1);
  return String(sum % 10) === value.slice(-1);
};

/** Whether a day exists; without a century a year counts as a leap year when it may be one. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0 || year < 100);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** A date within: `yymmdd` at an offset, `ddmmyy`, `yyyymmdd` or `ddmmyyyy`. Four-digit years run from 1880 to 2035. */
export function dated(form: 'yymmdd' | 'ddmmyy' | 'yyyymmdd' | 'ddmmyyyy', from = 0): Check {
  const at = (letter: string): readonly [number, number] => [from + form.indexOf(letter), from + form.lastIndexOf(letter) + 1];
  const [y, m, d] = [at('y'), at('m'), at('d')];
  return (value) => {
    const year = Number(value.slice(...y));
    if (y[1] - y[0] === 4 && (year < 1880 || year > 2035)) return false;
    return isDay(year, Number(value.slice(...m)), Number(value.slice(...d)));
  };
}

/** All of them hold. */
export function every(...checks: readonly Check[]): Check {
  return (value) => checks.every((check) => check(value));
}

/** One of them holds. */
export function either(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

/** A check of a part: `value.slice(from, to)`. */
export function within(from: number, to: number | undefined, check: Check): Check {
  return (value) => check(value.slice(from, to));
}

/** A day and one digit more: `20240131-2`, as versions and changes are numbered. */
const DAY_AND_MORE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d$/;

/** Digits that are not (nearly) all the same, do not simply count up and are no day, which nobody is given. */
export const plausible: Check = (value) => {
  const digits = value.replace(/[^0-9]/g, '');
  return !/^(?:(\d)\1{4,}\d?|\d(\d)\2{6,})$/.test(digits) && !'01234567890123456789'.includes(digits) && !DAY_AND_MORE.test(value);
};
