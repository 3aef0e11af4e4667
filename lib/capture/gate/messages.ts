import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { createTurns } from './turns.ts';
import { copy, fromBytes } from './wire-body.ts';

/** Values inside a message that are looked at; a message with more is not sent. */
const MOST_VALUES = 20_000;
/** Messages with less text carry nothing that could be found. */
const SHORTEST = 8;

/** Says that messages of this port or worker reach a thread that no gate guards. */
export type Watch = (target: object) => void;

/**
 * Holds messages to threads that have ways out of their own and carry no gate: shared workers, service workers, workers from a
 * file, and whoever listens on a broadcast channel. What is judged is a copy of the message, and the copy is what is sent.
 */
export function guardMessages(ask: Ask): Watch {
  const watched = new WeakMap<object, true>();
  const partners = new WeakMap<object, object>();
  const clone = structuredClone;
  const turns = createTurns();
  const keysOf = Reflect.ownKeys;
  const mapEach = native.uncurry(Map.prototype.forEach) as (map: object, each: (value: unknown, key: unknown) => void) => void;
  const setEach = native.uncurry(Set.prototype.forEach) as (set: object, each: (value: unknown) => void) => void;
  const sharedPort =
    typeof SharedWorker === 'function' ? native.cleanGetter(SharedWorker.prototype, 'port') : (worker: SharedWorker) => worker.port;
  const watch: Watch = (target) => void native.weakSet(watched, target, true);

  /** Every text in a message, one on each line; undefined when there is more than can be looked at. */
  function textOf(message: unknown): string | undefined {
    const seen = new WeakMap<object, true>();
    let text = '';
    let left = MOST_VALUES;
    function walk(value: unknown): void {
      left -= 1;
      if (typeof value === 'string') text += `${value}\n`;
      if (left < 0 || typeof value !== 'object' || value === null || native.weakGet(seen, value)) return;
      native.weakSet(seen, value, true);
      if (native.isView(value) || native.hasSlot(native.bufferLength, value)) {
        const body = fromBytes(copy(value as BufferSource));
        text += `${typeof body === 'string' ? body : native.decodeLoosely(body)}\n`;
      } else if (native.hasSlot(native.mapSize, value)) {
        mapEach(value, (inner, key) => {
          walk(key);
          walk(inner);
        });
      } else if (native.hasSlot(native.setSize, value)) setEach(value, walk);
      else {
        const keys = keysOf(value);
        for (let i = 0; i < keys.length; i += 1) {
          const key = keys[i] as string;
          if (!native.isArray(value)) walk(key);
          walk(native.getOwnPropertyDescriptor(value, key)?.value);
        }
      }
    }
    walk(message);
    return left < 0 ? undefined : text;
  }

  /** Ports that go along keep a way open: what is posted to their partners reaches the same thread. */
  function follow(transfer: unknown): void {
    for (let i = 0; native.isArray(transfer) && i < transfer.length; i += 1) {
      const partner = native.weakGet(partners, transfer[i] as object);
      if (partner) watch(partner);
    }
  }

  function hold(target: native.Native, self: unknown, args: unknown[]): unknown {
    const second = args[1];
    const transfer = native.isArray(second) ? second : (second as { transfer?: unknown } | undefined)?.transfer;
    follow(transfer);
    let message = args[0];
    try {
      message = clone(message);
    } catch {
      // What can only be handed over, not copied (a canvas, a stream), goes as it is.
    }
    const text = textOf(message);
    const post = (): void => void native.apply(target, self, (transfer === undefined ? [message] : [message, transfer]) as never[]);
    if (text !== undefined && text.length < SHORTEST && turns.empty()) {
      post();
      return undefined;
    }
    const settle = turns.take();
    if (text === undefined) settle(null);
    else {
      ask({ channel: 'worker', method: 'SEND', url: native.baseUri(native.page), contentType: 'text/plain', body: text }, (outcome) => {
        // A message cannot be written anew from its texts.
        settle(outcome.kind === 'release' ? post : null);
      });
    }
    return undefined;
  }

  const whenWatched: native.Instead = (target, self, args) =>
    native.weakGet(watched, self as object) ? hold(target, self, args) : native.apply(target, self, args as never[]);
  native.wrap('MessagePort.', 'postMessage', whenWatched);
  native.wrap('Worker.', 'postMessage', whenWatched);
  native.wrap('ServiceWorker.', 'postMessage', hold);
  native.wrap('BroadcastChannel.', 'postMessage', hold);
  native.wrapConstructor('MessageChannel', (target, args, newTarget) => {
    const channel = native.construct(target, args as never[], newTarget) as MessageChannel;
    const [one, other] = [native.port1(channel), native.port2(channel)];
    native.weakSet(partners, one, other);
    native.weakSet(partners, other, one);
    return channel;
  });
  native.wrapConstructor('SharedWorker', (target, args, newTarget) => {
    const worker = native.construct(target, args as never[], newTarget) as SharedWorker;
    watch(sharedPort(worker));
    return worker;
  });
  return watch;
}
