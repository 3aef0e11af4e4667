import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import type { GateChannel } from './protocol.ts';
import { createTurns, type Turns } from './turns.ts';
import { isBinary, serialise, toBytes } from './wire-body.ts';

/** Reasons of a close that are shorter carry nothing. */
const SHORTEST = 8;

/** A kind of connection whose `send` is held. */
export interface Kind {
  readonly channel: GateChannel;
  /** Name of the interface. */
  readonly owner: string;
  readonly prototype: { send(data: string | ArrayBuffer): void };
  /** What `readyState` says while messages leave. */
  readonly open: unknown;
  readonly address: (connection: never) => string;
}

/** Messages of one connection. */
interface Line {
  readonly turns: Turns;
  /** The page has closed it: what it sends now is ignored, as it would be. */
  closed: boolean;
}

/** Holds `send` of a connection. Order is kept, `close` waits for the messages before it, and messages never change their kind. */
export function guardSends(ask: Ask, { channel, owner, prototype, open, address }: Kind): void {
  const lines = new WeakMap<object, Line>();
  const readyState = native.cleanGetter(prototype, 'readyState' as never) as (connection: object) => unknown;
  const nativeSend = native.uncurry(prototype.send) as (connection: object, data: string | ArrayBuffer) => void;

  function lineOf(connection: object): Line {
    const line = native.weakGet(lines, connection) ?? { turns: createTurns(), closed: false };
    native.weakSet(lines, connection, line);
    return line;
  }

  native.wrap(`${owner}.prototype`, 'send', (target, self, args) => {
    const connection = self as object;
    // Not open, or no connection at all: the native function throws or ignores, and sends nothing.
    if (readyState(connection) !== open) return native.apply(target, self, args as never[]);
    const line = lineOf(connection);
    if (line.closed) return undefined;
    const settle = line.turns.take();
    const data = args[0];
    const binary = isBinary(data);
    serialise(
      binary ? data : `${data}`,
      ({ body }) => {
        ask({ channel, method: 'SEND', url: address(connection as never), contentType: '', body }, (outcome) => {
          if (outcome.kind === 'refuse') {
            settle(null);
            return;
          }
          const judged = outcome.kind === 'release' ? body : outcome.body;
          settle(() => {
            // A data channel that was closed meanwhile would throw.
            if (readyState(connection) === open) nativeSend(connection, binary ? toBytes(judged) : judged);
          });
        });
      },
      () => settle(null),
    );
    return undefined;
  });

  native.wrap(`${owner}.prototype`, 'close', (target, self, args) => {
    const connection = self as object;
    const reason = args.length > 1 ? `${args[1]}` : '';
    const speaks = reason.length >= SHORTEST && readyState(connection) === open;
    const line = speaks ? lineOf(connection) : native.weakGet(lines, connection);
    if (!line || (!speaks && line.turns.empty())) return native.apply(target, self, args as never[]);
    line.closed = true;
    const settle = line.turns.take();
    const close = (words: unknown[]): void => settle(() => void native.apply(target, self, words as never[]));
    if (!speaks) close(args);
    else {
      ask({ channel, method: 'SEND', url: address(connection as never), contentType: '', body: reason }, (outcome) =>
        close(outcome.kind === 'release' ? [args[0], reason] : [args[0]]),
      );
    }
    return undefined;
  });
}
