import type { Ask } from './ask.ts';
import type { Watch } from './messages.ts';
import * as native from './pristine.ts';
import { fromBytes, isBlob, toBytes } from './wire-body.ts';
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

  const random = Math.random;
  const maker = (native.realm as { trustedTypes?: object }).trustedTypes;
  const method = (name: string, holder?: object): never =>
    native.uncurry((native.getOwnPropertyDescriptor(holder ?? {}, name)?.value as () => unknown) ?? random) as never;
  const factory = maker && native.getPrototypeOf(maker);
  const isTrusted: (factory: object, value: unknown) => boolean = method('isScriptURL', factory ?? undefined);
  const createPolicy: (factory: object, name: string, rules: object) => object = method('createPolicy', factory ?? undefined);
  const policies = (native.realm as { TrustedTypePolicy?: { readonly prototype: object } }).TrustedTypePolicy;
  const createTrusted: (policy: object, address: string) => unknown = method('createScriptURL', policies?.prototype);

  native.wrap('URL', 'createObjectURL', (target, self, args) => {
    const made = native.apply(target, self, args as never[]) as string;
    if (isBlob(args[0])) native.mapSet(blobs, made, args[0] as Blob);
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

  /** An address that the constructor takes where the page used a trusted one; undefined where the page's policy allows no other maker of them. */
  function trusted(given: unknown, address: string): unknown {
    if (typeof given !== 'object' || !maker || !isTrusted(maker, given)) return address;
    try {
      return createTrusted(createPolicy(maker, `${random()}`, native.bare({ createScriptURL: (text: string) => text })), address);
    } catch {
      return undefined;
    }
  }

  native.wrapConstructor('Worker', (target, args, newTarget) => {
    const given = args[0];
    const url = `${given}`;
    const options = args[1] as WorkerOptions | undefined;
    const type = options?.type === 'module' ? 'module' : 'classic';
    if (native.startsWith(url, 'blob:') || native.startsWith(url, 'data:')) {
      const blob = type === 'module' ? '' : (native.mapGet(blobs, url) ?? `importScripts(${toJson(url)})`);
      const call = `(${source})(${toJson(source)},${toJson(type === 'module' ? url : '')});\n`;
      const guarded = makeUrl(new native.NativeBlob(native.sequence<BlobPart>(call, blob), native.bare({ type: 'text/javascript' })));
      const address = trusted(given, guarded);
      if (address !== undefined) {
        const worker = native.construct(
          target,
          [address, native.bare({ type, name: options?.name ?? '' })] as never[],
          newTarget,
        ) as Worker;
        native.later(() => dropUrl(guarded), 60_000);
        const channel = new native.NativeChannel();
        serve(native.port1(channel));
        native.workerPost(worker, 0, native.sequence<Transferable>(native.port2(channel)));
        return worker;
      }
    }
    // Coerced once: another reading may give another address.
    const own = typeof given === 'object' && maker && isTrusted(maker, given) ? given : url;
    const worker = native.construct(target, [own, args[1]] as never[], newTarget);
    watch(worker);
    return worker;
  });
}
