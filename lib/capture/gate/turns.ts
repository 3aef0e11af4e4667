/** What is done when its turn has come; null when it was refused. */
type Deed = (() => void) | null;

interface Turn {
  /** Undefined while undecided. */
  deed: Deed | undefined;
  next: Turn | undefined;
}

/** A line in which things leave in the order in which they came, each when it was judged and those before it are gone. */
export interface Turns {
  /** Takes a place at the end; the returned function says what becomes of it, once. */
  take(): (deed: Deed) => void;
  /** True when nobody waits. */
  empty(): boolean;
}

export function createTurns(): Turns {
  let first: Turn | undefined;
  let last: Turn | undefined;

  function drain(): void {
    while (first && first.deed !== undefined) {
      const { deed, next } = first;
      first = next;
      if (!next) last = undefined;
      deed?.();
    }
  }

  return {
    take() {
      const turn: Turn = { deed: undefined, next: undefined };
      if (last) last.next = turn;
      else first = turn;
      last = turn;
      return (deed) => {
        turn.deed = deed;
        drain();
      };
    },
    empty: () => !first,
  };
}
