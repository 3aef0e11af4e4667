import type { Cleared } from './cleared.ts';
import * as native from './pristine.ts';

/** Shorter values carry nothing that could be found. */
const SHORTEST = 12;

/**
 * Holds cookies that page code writes: they would leave with every later request. Until the verdict the page reads its cookie as
 * if it were set; a refused one is gone.
 */
export function guardCookies(cleared: Cleared): void {
  const waiting: (string | undefined)[] = [];

  native.wrap(
    'Document.',
    'cookie',
    (target, self, args) => {
      const body = native.toWellFormed(`${args[0]}`);
      const set = (text: unknown): void => void native.apply(target, self, [text] as never[]);
      const question = { channel: 'cookie', method: 'SET', url: native.baseUri(native.page), contentType: '', body } as const;
      if (body.length < SHORTEST || cleared.has(question)) {
        set(body);
        return;
      }
      const end = native.indexOf(body, ';');
      const at = waiting.length;
      native.put(waiting, at, end < 0 ? body : native.slice(body, 0, end));
      cleared.ask(question, (outcome) => {
        native.put(waiting, at, undefined);
        if (outcome.kind === 'release') set(body);
        else if (outcome.kind === 'rewrite' && typeof outcome.body === 'string') set(outcome.body);
      });
    },
    'set',
  );

  native.wrap(
    'Document.',
    'cookie',
    (target, self, args) => {
      let text = `${native.apply(target, self, args as never[])}`;
      for (let i = 0; i < waiting.length; i += 1) {
        const pair = waiting[i];
        if (pair !== undefined) text = text === '' ? pair : `${text}; ${pair}`;
      }
      return text;
    },
    'get',
  );

  native.wrap('CookieStore.', 'set', (target, self, args) => {
    const named = typeof args[0] === 'object' && args[0] !== null;
    const options = named ? native.bare({ ...(args[0] as CookieInit) }) : native.bare({ name: `${args[0]}`, value: `${args[1]}` });
    const body = `${options.name}=${options.value}`;
    return new native.NativePromise((resolve, reject) => {
      const question = { channel: 'cookie', method: 'SET', url: native.baseUri(native.page), contentType: '', body } as const;
      cleared.ask(question, (outcome) => {
        if (outcome.kind === 'release') resolve(native.apply(target, self, [options] as never[]));
        else reject(new native.NativeDOMException());
      });
    });
  });
}
