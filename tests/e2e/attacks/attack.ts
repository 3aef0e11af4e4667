/** What an attack is given. */
export interface Secret {
  /** A sentence with the value in it, for ways that carry any text. */
  readonly text: string;
  /** The value alone: letters and digits, for ways that carry a word (headers, sub-protocols, cookies). */
  readonly value: string;
  /** Address of the sink for this run, absolute, with a slash at the end. Whatever arrives below it belongs to this run. */
  readonly sink: string;
  /** The same on a host that is not governed, as storage hosts are. */
  readonly elsewhere: string;
  /** What the name of a host that belongs to this run ends with; page code may put anything before it. */
  readonly domain: string;
}

/** How the server tells that the value arrived, where it is not simply found in one arrival. */
export type Sign =
  /** In one request, header or frame, however encoded. */
  | 'whole'
  /** In several arrivals of the run, which the server joins. */
  | 'pieces'
  /** Encrypted by the page: any body that is long enough counts. */
  | 'cipher'
  /** In the name of a host, in small letters. */
  | 'host';

/** One way in which page code sends text out. */
export interface Attack {
  /** Number in the catalogue, with a letter for a variant. */
  readonly id: string;
  readonly title: string;
  /** False for variants and ways that are not among the 62 channel rows. */
  readonly counts: boolean;
  /**
   * Runs in the page, as its own code. Resolves with the selector of an element that a person must click, or nothing. What it
   * returns says nothing about what arrived.
   */
  readonly run: (secret: Secret) => unknown;
  readonly sign?: Sign;
  /** True when the page code invents the value, so that nobody has written it in the composer before. */
  readonly unwritten?: boolean;
  /** How long stragglers may take, ms; for races and timers. */
  readonly patience?: number;
  /** Why the row proves nothing here although the attack exists. */
  readonly cannotRun?: string;
}

/** A catalogue row. */
export function row(id: string, title: string, run: Attack['run'], rest: Partial<Omit<Attack, 'id' | 'title' | 'run'>> = {}): Attack {
  return { id, title, run, counts: true, ...rest };
}

/** A variant of a row, or a way that the catalogue does not count. */
export function variant(id: string, title: string, run: Attack['run'], rest: Partial<Omit<Attack, 'id' | 'title' | 'run'>> = {}): Attack {
  return { id, title, run, counts: false, ...rest };
}
