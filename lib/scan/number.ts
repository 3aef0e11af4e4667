/** ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Space - . / ( ), no-break, thin and narrow no-break space, and the hyphens and dashes that editors put in place of "-". */
export function isSeparator(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 40 ||
    unit === 41 ||
    (unit >= 45 && unit <= 47) ||
    unit === 0xa0 ||
    unit === 0x2009 ||
    unit === 0x202f ||
    (unit >= 0x2010 && unit <= 0x2013)
  );
}

/** Digits of a number in pieces, at least. */
export const FEWEST_IN_PIECES = 12;

/**
 * Reads a number that is written in groups (`(020) 7946 0958`, `4111-1111-1111-1111`), once, and tells of each group how many digits follow. One reader
 * serves a whole text; what it tells is that of the number that was read last.
 */
export class NumberReader {
  /** How many groups of digits there are. */
  groups = 0;
  /** Where each group begins. */
  starts = new Int32Array(64);
  /** By group: digits from its begin on, as long as at most two separators, not both blanks, stand between groups. */
  digits = new Int32Array(64);
  /** Where digits and separators end. */
  end = 0;
  #ends = new Int32Array(64);

  /** Reads the digits and separators round `at`; nothing before `least` belongs to them. */
  read(text: string, at: number, least: number): void {
    let place = at;
    while (place > least && isPart(text.charCodeAt(place - 1))) place--;
    let groups = 0;
    for (;;) {
      let unit = text.charCodeAt(place);
      if (isDigit(unit)) {
        if (groups === this.starts.length) this.#grow();
        this.starts[groups] = place;
        do unit = text.charCodeAt(++place);
        while (isDigit(unit));
        this.#ends[groups++] = place;
      }
      if (!isSeparator(unit)) break;
      place++;
    }
    this.end = place;
    this.groups = groups;
    // After the last group it is zero, whatever an earlier number left there.
    let following = 0;
    for (let group = groups - 1; group >= 0; group--) {
      const own = (this.#ends[group] as number) - (this.starts[group] as number);
      following = this.#goesOn(text, group) ? own + following : own;
      this.digits[group] = following;
    }
  }

  #grow(): void {
    const larger = (list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(list.length * 2);
      copy.set(list);
      return copy;
    };
    this.starts = larger(this.starts);
    this.#ends = larger(this.#ends);
    this.digits = larger(this.digits);
  }

  #goesOn(text: string, group: number): boolean {
    const from = this.#ends[group] as number;
    const gap = (this.starts[group + 1] as number) - from;
    return gap === 1 || (gap === 2 && !(text.charCodeAt(from) === 32 && text.charCodeAt(from + 1) === 32));
  }

  /**
   * Whether the number may be written in pieces to disguise it: groups of one size (but for the last one) of one or four digits, or lines of
   * six and more, or any groups at all after two capitals, which may be those of an account number.
   */
  isInPieces(text: string): boolean {
    const { starts, groups } = this;
    const ends = this.#ends;
    if (groups === 0) return false;
    const first = starts[0] as number;
    const size = (ends[0] as number) - first;
    let regular = true;
    for (let group = 1; group < groups - 1 && regular; group++) regular = (ends[group] as number) - (starts[group] as number) === size;
    const last = ends[groups - 1] as number;
    const goesOn = goesOnElsewhere(text, last);
    const many = goesOn || this.#count() >= FEWEST_IN_PIECES;
    if (!many) return false;
    if (regular && (groups > 2 || size >= 6) && groups > 1 && (size === 1 || size === 4 || size >= 6)) return true;
    const whole = regular && last - (starts[groups - 1] as number) === size;
    return (whole && goesOn && (size === 1 || size === 4 || size >= 6)) || followsCapitals(text, first);
  }

  /** Whether the second and the third group may be bytes of a row of them in hexadecimal: the first may be the end of one. */
  isInPairs(): boolean {
    return (
      this.groups > 2 &&
      (this.#ends[1] as number) - (this.starts[1] as number) === 2 &&
      (this.#ends[2] as number) - (this.starts[2] as number) <= 2
    );
  }

  #count(): number {
    let sum = 0;
    for (let group = 0; group < this.groups; group++) sum += (this.#ends[group] as number) - (this.starts[group] as number);
    return sum;
  }
}

function isPart(unit: number): boolean {
  return isDigit(unit) || isSeparator(unit);
}

/** Whether digits follow after a line end, a tab or a `_`. */
function goesOnElsewhere(text: string, at: number): boolean {
  let place = at;
  let unit = text.charCodeAt(place);
  while (place - at < 4 && (isSeparator(unit) || unit === 10 || unit === 13 || unit === 95 || unit === 9)) unit = text.charCodeAt(++place);
  return isDigit(unit);
}

/** Whether two capitals stand before `at`, with at most two separators or line ends after each. */
function followsCapitals(text: string, at: number): boolean {
  let place = at;
  for (let letters = 0; letters < 2; letters++) {
    let gap = 0;
    while (gap < 2 && isGap(text.charCodeAt(place - 1))) {
      place--;
      gap++;
    }
    const unit = text.charCodeAt(place - 1);
    if (!(unit >= 65 && unit <= 90)) return false;
    place--;
  }
  return true;
}

function isGap(unit: number): boolean {
  return unit === 32 || unit === 46 || unit === 45 || unit === 10 || unit === 13;
}
