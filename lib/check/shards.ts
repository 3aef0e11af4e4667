import type { TextPart } from '../capture/draft.ts';
import type { Finding } from '../scan/finding.ts';

/** UTF-16 code units of what was sent last that are kept, and of a new text that may complete a value begun there. */
const REACH = 512;
/** Places (paths of bodies) whose tails are kept for one tab; the ones used longest ago go first. */
const MOST_PLACES = 200;
/** Texts of the last draft that are remembered, so that a re-posted history is no continuation. */
const MOST_TEXTS = 400;

interface Place {
  /** The end of what was sent here. In the worker's memory only; gone when it sleeps. */
  tail: string;
  /** Texts that were sent here in the last draft. */
  texts: ReadonlySet<string>;
}

/** Finds values that are cut in pieces and sent in several messages of one conversation. */
export interface Shards {
  /**
   * Findings that begin in what was sent before and end in these parts, with the span of the piece that lies in them; empty lists
   * where there are none. Parts that were sent before are no continuation.
   */
  crossing(where: string, parts: readonly TextPart[], scan: (text: string) => readonly Finding[]): readonly (readonly Finding[])[];
  /** These parts have left. */
  sent(where: string, parts: readonly TextPart[]): void;
  /** Everything about places that begin so is forgotten. */
  forget(prefix: string): void;
}

/** `/messages/3/content` and `/messages/4/content` are the same place. */
function placeOf(where: string, path: string): string {
  return `${where} ${path.replace(/\d+/g, '*')}`;
}

/** What stands in the set of texts for a long one. */
function trace(text: string): string {
  return text.length <= REACH ? text : `${text.length} ${text.slice(0, 40)}…${text.slice(-40)}`;
}

export function createShards(): Shards {
  const places = new Map<string, Place>();

  /** The parts that continue something, each with what it continues; null for those that do not. */
  function continued(where: string, parts: readonly TextPart[]): readonly (string | null)[] {
    const tails = new Map<string, string>();
    return parts.map(({ path, text }) => {
      const name = placeOf(where, path);
      const place = places.get(name);
      if (text === '' || place?.texts.has(trace(text))) return null;
      const tail = tails.get(name) ?? place?.tail ?? '';
      tails.set(name, (tail + text.slice(-REACH)).slice(-REACH));
      return tail;
    });
  }

  return {
    crossing(where, parts, scan) {
      return continued(where, parts).map((tail, index) => {
        const text = parts[index]?.text ?? '';
        if (tail === null || tail === '') return [];
        const border = tail.length;
        return scan(tail + text.slice(0, REACH)).flatMap((finding) => {
          const { start, end } = finding.span;
          return start < border && end > border ? [{ ...finding, span: { start: 0, end: end - border } }] : [];
        });
      });
    },
    sent(where, parts) {
      const tails = continued(where, parts);
      const texts = new Map<string, Set<string>>();
      parts.forEach(({ path, text }, index) => {
        const name = placeOf(where, path);
        const set = texts.get(name) ?? new Set<string>();
        if (set.size < MOST_TEXTS) set.add(trace(text));
        texts.set(name, set);
        const tail = tails[index];
        const place = { tail: places.get(name)?.tail ?? '', texts: set };
        if (tail !== null && tail !== undefined) place.tail = (tail + text.slice(-REACH)).slice(-REACH);
        places.delete(name);
        places.set(name, place);
      });
      for (const oldest of places.keys()) {
        if (places.size <= MOST_PLACES) break;
        places.delete(oldest);
      }
    },
    forget(prefix) {
      for (const name of places.keys()) if (name.startsWith(prefix)) places.delete(name);
    },
  };
}
