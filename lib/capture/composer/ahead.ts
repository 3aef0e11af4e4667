/** What the background thinks of a text that is still in the composer. */
export interface Opinion {
  /** It may go without asking anybody. */
  readonly clean: boolean;
  /** The strictest action that the policy asks for. */
  readonly action: string;
  /** Entity type of each finding that the policy minds. */
  readonly entities: readonly string[];
}

/** Checks one composer's text while it is written. */
export interface Ahead {
  /** The text is now this. `at once`: do not wait for a pause in typing. */
  changed(text: string, atOnce: boolean): void;
  /** What is known of exactly this text. */
  known(text: string): Opinion | undefined;
  /** Finds out about exactly this text; null when nobody answers. */
  about(text: string): Promise<Opinion | null>;
  /** Somebody allowed exactly this text to go. */
  clear(text: string): void;
}

export const CLEAN: Opinion = { clean: true, action: 'allow', entities: [] };

/** Longer texts are checked only when typing pauses. UTF-16 code units. */
const LONG = 20_000;
const PAUSE = 150;
/** Still longer ones only when they are sent: the gate sees them anyway. */
const TOO_LONG = 1_000_000;

/**
 * One check at a time, and after it the newest text, so that the opinion lags by one round trip and no queue grows.
 * `onOpinion` hears every opinion together with the text it is about.
 */
export function createAhead(ask: (text: string) => Promise<Opinion | null>, onOpinion: (text: string, opinion: Opinion) => void): Ahead {
  let last: { readonly text: string; readonly opinion: Opinion } | undefined;
  let cleared: string | undefined;
  let flying: { readonly text: string; readonly opinion: Promise<Opinion | null> } | undefined;
  let next: string | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const known = (text: string): Opinion | undefined => {
    if (text === cleared || text.trim() === '') return CLEAN;
    return last?.text === text ? last.opinion : undefined;
  };

  const start = (text: string): Promise<Opinion | null> => {
    const opinion = ask(text).then((answer) => {
      if (flying?.opinion === opinion) flying = undefined;
      if (answer) {
        last = { text, opinion: answer };
        onOpinion(text, answer);
      }
      if (!flying && next !== undefined) {
        const following = next;
        next = undefined;
        if (!known(following)) void start(following);
      }
      return answer;
    });
    flying = { text, opinion };
    return opinion;
  };

  const soon = (text: string) => {
    if (flying) next = flying.text === text ? undefined : text;
    else void start(text);
  };

  return {
    known,
    changed: (text, atOnce) => {
      clearTimeout(pause);
      const opinion = known(text);
      if (opinion) {
        next = undefined;
        onOpinion(text, opinion);
      } else if (text.length > TOO_LONG) next = undefined;
      else if (atOnce || text.length <= LONG) soon(text);
      else pause = setTimeout(() => soon(text), PAUSE);
    },
    about: (text) => {
      const opinion = known(text);
      if (opinion) return Promise.resolve(opinion);
      clearTimeout(pause);
      next = undefined;
      return flying?.text === text ? flying.opinion : start(text);
    },
    clear: (text) => {
      cleared = text;
    },
  };
}
