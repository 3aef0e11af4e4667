/**
 * Counts the digits of a number that is written in groups: digits with at most two separator characters, not both blanks, between groups (`(020) 7946 0958`,
 * `4111-1111-1111-1111`). Asked from left to right, it reads the text once.
 */
export class DigitPhrase {
  readonly #text: string;
  /** Phrase that was read last: where it ends, and how many digits lie from `#from` to there. */
  #from = 0;
  #end = 0;
  #digits = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Digits from `at`, the begin of a digit run, to the end of its phrase. Offsets must not decrease from call to call. */
  digitsFrom(at: number): number {
    if (at >= this.#end || at < this.#from) this.#read(at);
    else {
      for (let i = this.#from; i < at; i++) if (isDigit(this.#text.charCodeAt(i))) this.#digits--;
      this.#from = at;
    }
    return this.#digits;
  }

  #read(at: number): void {
    const text = this.#text;
    let end = at;
    let digits = 0;
    let gap = 0;
    for (let i = at; i < text.length && gap <= 2; i++) {
      const unit = text.charCodeAt(i);
      if (isDigit(unit)) {
        digits++;
        gap = 0;
        end = i + 1;
      } else if (isSeparator(unit)) gap += unit === 32 && i > at && text.charCodeAt(i - 1) === 32 ? 3 : 1;
      else break;
    }
    this.#from = at;
    this.#end = end;
    this.#digits = digits;
  }
}

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
