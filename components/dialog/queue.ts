import type { Presentation, Resolution } from '../../lib/messages/presentation.ts';

/** Questions in the order in which they came; the first is shown. */
export interface Queue {
  /** Adds a question; resolves with the answer. Asking again under a known id shares its answer. */
  ask(presentation: Presentation): Promise<Resolution>;
  /** Takes an answer for a waiting question; others are ignored. */
  answer(resolution: Resolution): void;
  /** The questions that wait, the shown one first. */
  waiting(): readonly Presentation[];
  /** How many were answered since the queue was last empty: the shown one is number `answered + 1`. */
  answered(): number;
}

interface Entry {
  readonly presentation: Presentation;
  readonly promise: Promise<Resolution>;
  readonly resolve: (resolution: Resolution) => void;
}

/** An empty queue; `onChange` runs after every change, before the asker hears of an answer. */
export function createQueue(onChange: () => void): Queue {
  let entries: readonly Entry[] = [];
  let answered = 0;
  return {
    ask(presentation) {
      const known = entries.find((entry) => entry.presentation.askId === presentation.askId);
      if (known !== undefined) return known.promise;
      const { promise, resolve } = newPromise();
      entries = [...entries, { presentation, promise, resolve }];
      onChange();
      return promise;
    },
    answer(resolution) {
      const entry = entries.find(({ presentation }) => presentation.askId === resolution.askId);
      if (entry === undefined) return;
      const shown = entry === entries[0];
      entries = entries.filter((other) => other !== entry);
      // One that is taken away before it was shown was never counted by anybody.
      if (shown) answered += 1;
      if (entries.length === 0) answered = 0;
      onChange();
      entry.resolve(resolution);
    },
    waiting: () => entries.map(({ presentation }) => presentation),
    answered: () => answered,
  };
}

/** `Promise.withResolvers`, which the oldest supported browsers do not have. */
function newPromise(): { promise: Promise<Resolution>; resolve: (resolution: Resolution) => void } {
  let resolve: (resolution: Resolution) => void = () => undefined;
  const promise = new Promise<Resolution>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
