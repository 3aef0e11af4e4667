import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { isBinary, serialise, toBytes } from './wire-body.ts';

/** One frame that waits for its verdict, and for those before it. */
interface Frame {
  /** Undefined while undecided; null when refused. */
  ready: string | ArrayBuffer | null | undefined;
  next: Frame | undefined;
}

/** Frames of one socket in the order in which the page sent them. */
interface Queue {
  first: Frame | undefined;
  last: Frame | undefined;
  /** Arguments of a `close` that waits until the queue is empty. */
  closing: unknown[] | undefined;
}

/** Holds `WebSocket.send`. Order is kept, `close` waits for the frames before it, and frames never change their kind. */
export function guardWebSocket(ask: Ask): void {
  const queues = new WeakMap<WebSocket, Queue>();
  const prototype = WebSocket.prototype;
  const readyState = native.cleanGetter(prototype, 'readyState');
  const address = native.cleanGetter(prototype, 'url');
  const nativeSend = native.uncurry(prototype.send);
  const nativeClose = prototype.close;

  function queueOf(socket: WebSocket): Queue {
    let queue = native.weakGet(queues, socket);
    if (!queue) {
      queue = { first: undefined, last: undefined, closing: undefined };
      native.weakSet(queues, socket, queue);
    }
    return queue;
  }

  function drain(socket: WebSocket, queue: Queue): void {
    while (queue.first && queue.first.ready !== undefined) {
      const { ready, next } = queue.first;
      queue.first = next;
      if (!next) queue.last = undefined;
      if (ready !== null) nativeSend(socket, ready);
    }
    if (!queue.first && queue.closing) {
      const args = queue.closing;
      queue.closing = undefined;
      native.apply(nativeClose, socket, args as []);
    }
  }

  native.wrap(prototype, 'send', (target, self, args) => {
    const socket = self as WebSocket;
    // Not open, or no socket at all: the native function throws or ignores, and sends nothing.
    if (args.length === 0 || readyState(socket) !== 1) return native.apply(target, self, args as never[]);
    const queue = queueOf(socket);
    if (queue.closing) return undefined;
    const frame: Frame = { ready: undefined, next: undefined };
    if (queue.last) queue.last.next = frame;
    else queue.first = frame;
    queue.last = frame;
    const data = args[0];
    const binary = isBinary(data);
    const settle = (ready: string | ArrayBuffer | null): void => {
      frame.ready = ready;
      drain(socket, queue);
    };
    serialise(
      binary ? data : `${data}`,
      ({ body }) => {
        ask({ channel: 'websocket', method: 'SEND', url: address(socket), contentType: '', body }, (outcome) => {
          if (outcome.kind === 'refuse') settle(null);
          else {
            const judged = outcome.kind === 'release' ? body : outcome.body;
            settle(binary ? toBytes(judged) : judged);
          }
        });
      },
      () => settle(null),
    );
    return undefined;
  });

  native.wrap(prototype, 'close', (target, self, args) => {
    const queue = native.weakGet(queues, self as WebSocket);
    if (!queue?.first) return native.apply(target, self, args as never[]);
    queue.closing = args;
    return undefined;
  });
}
