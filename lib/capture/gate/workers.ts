import type { Ask } from './ask.ts';
import type { Watch } from './messages.ts';
import * as native from './pristine.ts';
import { fromBytes, toBytes } from './wire-body.ts';
import { guardWorker, type WorkerAnswer, type WorkerQuestion } from './worker-gate.ts';

/**
 * Workers have ways out of their own. One whose source the page has made itself (a blob) gets a gate in front of it, which asks
 * through this one. One from a file keeps its address and its code, which are the site's; what it is told is judged instead.
 */
export function guardWorkers(ask: Ask, watch: Watch): void {
  const blobs = new Map<string, Blob>();
  const makeUrl = URL.createObjectURL;
  const dropUrl = URL.revokeObjectURL;
  const toJson = JSON.stringify;
  const text = native.uncurry(Function.prototype.toString) as (what: unknown) => string;
  const source = text(guardWorker);

  native.wrap('URL', 'createObjectURL', (target, self, args) => {
    const made = native.apply(target, self, args as never[]) as string;
    if (args[0] instanceof native.NativeBlob) native.mapSet(blobs, made, args[0]);
    return made;
  });
  native.wrap('URL', 'revokeObjectURL', (target, self, args) => {
    native.mapDelete(blobs, `${args[0]}`);
    return native.apply(target, self, args as never[]);
  });

  /** Answers the gate of a worker, and those of the workers that it makes. */
  function serve(port: MessagePort): void {
    port.onmessage = (event) => {
      const question = native.messageData(event) as WorkerQuestion | 'adopt';
      if (question === 'adopt') {
        const nested = native.messagePorts(event)?.[0];
        if (nested) serve(nested);
        return;
      }
      const { id, channel, method, url, contentType, headers, body } = question;
      const answer = (kind: WorkerAnswer['kind'], rest: Omit<WorkerAnswer, 'id' | 'kind'>): void =>
        native.postMessage(port, native.bare({ id, kind, ...rest }));
      ask({ channel, method, url, contentType, headers, body: fromBytes(body) }, (outcome) => {
        if (outcome.kind === 'refuse') answer('refuse', outcome);
        else if (outcome.kind === 'release') answer('release', { body: '', status: 0, contentType: '' });
        else {
          const written = channel === 'websocket' ? outcome.body : toBytes(outcome.body);
          answer('rewrite', { body: written, status: 0, contentType: '' });
        }
      });
    };
  }

  native.wrapConstructor('Worker', (target, args, newTarget) => {
    const blob = typeof args[0] === 'string' ? native.mapGet(blobs, args[0]) : undefined;
    const url = args[0];
    if (!blob || typeof url !== 'string') {
      const worker = native.construct(target, args as never[], newTarget);
      watch(worker);
      return worker;
    }
    const options = args[1] as WorkerOptions | undefined;
    const type = options?.type === 'module' ? 'module' : 'classic';
    const call = `(${source})(${toJson(source)},${toJson(type === 'module' ? url : '')});\n`;
    const parts = type === 'module' ? native.sequence<BlobPart>(call) : native.sequence<BlobPart>(call, blob);
    const guarded = makeUrl(new native.NativeBlob(parts, native.bare({ type: 'text/javascript' })));
    const worker = native.construct(target, [guarded, native.bare({ type, name: options?.name ?? '' })] as never[], newTarget) as Worker;
    native.later(() => dropUrl(guarded), 60_000);
    const channel = new native.NativeChannel();
    serve(native.port1(channel));
    native.workerPost(worker, 0, native.sequence<Transferable>(native.port2(channel)));
    return worker;
  });
}
