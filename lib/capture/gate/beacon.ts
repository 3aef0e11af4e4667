import type { Cleared } from './cleared.ts';
import * as native from './pristine.ts';
import { serialise, serialiseNow, toBytes } from './wire-body.ts';

/** Holds `sendBeacon`. The page hears `true` at once, as it would; the bytes leave after the verdict, or not at all. */
export function guardBeacon(cleared: Cleared): void {
  native.wrap('Navigator.', 'sendBeacon', (target, self, args) => {
    const data = args[1];
    const send = (url: string, body: unknown): boolean => native.apply(target as Navigator['sendBeacon'], self, [url, body]);
    if (args.length < 2 || data === null || data === undefined) return native.apply(target, self, args as never[]);
    // A bad address throws here, as it does natively.
    const url = native.urlText(new native.NativeURL(`${args[0]}`, native.baseUri(native.page)));
    const now = cleared.unasked(false) ? serialiseNow(data) : undefined;
    if (now) return send(url, now.body);
    const failed = (): void => undefined;
    serialise(
      data,
      ({ body, contentType }) => {
        const release = (bytes: ArrayBuffer): boolean =>
          send(url, new native.NativeBlob(native.sequence(bytes), native.bare({ type: contentType })));
        const question = { channel: 'beacon', method: 'POST', url, contentType, body } as const;
        if (cleared.has(question)) release(toBytes(body));
        else {
          cleared.ask(question, (outcome) => {
            if (outcome.kind === 'release') release(toBytes(body));
            else if (outcome.kind === 'rewrite') release(toBytes(outcome.body));
          });
        }
      },
      failed,
    );
    return true;
  });
}
