import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { guardSends } from './sends.ts';
import { isBinary, serialise, toBytes } from './wire-body.ts';

/** Holds what goes to peers and over streams: data channels, WebTransport, WebSocketStream. */
export function guardPeers(ask: Ask): void {
  const here = (): string => native.baseUri(native.page);
  if (typeof RTCDataChannel === 'function') {
    guardSends(ask, { channel: 'peer', owner: 'RTCDataChannel', prototype: RTCDataChannel.prototype, open: 'open', address: here });
  }

  const Through = TransformStream;
  const readableOf = native.cleanGetter(Through.prototype, 'readable');
  const writableOf = native.cleanGetter(Through.prototype, 'writable');
  const pipeTo = native.uncurry(ReadableStream.prototype.pipeTo) as (from: ReadableStream, to: WritableStream) => Promise<void>;
  const enqueue = native.uncurry(TransformStreamDefaultController.prototype.enqueue) as (
    to: TransformStreamDefaultController,
    chunk: unknown,
  ) => void;
  const gates = new WeakMap<WritableStream, WritableStream>();

  /** A stream that hands on what was judged, in order, and drops what was refused. */
  function gated(target: WritableStream): WritableStream {
    const known = native.weakGet(gates, target);
    if (known) return known;
    const transform = (chunk: unknown, controller: TransformStreamDefaultController): Promise<void> =>
      new native.NativePromise((done) => {
        const binary = isBinary(chunk);
        serialise(
          binary ? chunk : `${chunk}`,
          ({ body }) => {
            ask({ channel: 'peer', method: 'SEND', url: here(), contentType: '', body }, (outcome) => {
              const judged = outcome.kind === 'rewrite' ? outcome.body : body;
              if (outcome.kind !== 'refuse') enqueue(controller, binary ? new native.NativeUint8Array(toBytes(judged)) : judged);
              done();
            });
          },
          () => done(),
        );
      });
    const through = new Through(native.bare({ transform }));
    const writable = writableOf(through);
    native.whenSettled(
      pipeTo(readableOf(through), target),
      () => undefined,
      () => undefined,
    );
    native.weakSet(gates, target, writable);
    return writable;
  }

  const held: native.Instead = (target, self, args) => gated(native.apply(target, self, args as never[]) as WritableStream);
  const later = (adopt: (made: never) => unknown): native.Instead => {
    return (target, self, args) =>
      new native.NativePromise((resolve, reject) => {
        native.whenSettled(native.apply(target, self, args as never[]) as Promise<never>, (made) => resolve(adopt(made)), reject);
      });
  };
  native.wrap('WebTransport.', 'createUnidirectionalStream', later(gated));
  native.wrap('WebTransportBidirectionalStream.', 'writable', held, 'get');
  native.wrap('WebTransportDatagramDuplexStream.', 'writable', held, 'get');
  native.wrap('WebTransportDatagramDuplexStream.', 'createWritable', held);
  const opened = (made: { readonly readable: unknown; readonly writable: WritableStream }): object =>
    native.assign(made, { writable: gated(made.writable) });
  native.wrap('WebSocketStream.', 'opened', later(opened), 'get');
}
