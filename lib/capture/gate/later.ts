import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { fromBytes, toBytes } from './wire-body.ts';

/** Holds `fetchLater`: it is asked for when it was judged. Until then nothing of it leaves, also when the page goes away. */
export function guardFetchLater(ask: Ask): void {
  native.wrap('', 'fetchLater', (target, self, args) => {
    const init = native.bare({ ...(args[1] as RequestInit | undefined) }) as RequestInit & { activateAfter?: number };
    const request = native.construct(native.NativeRequest, [args[0], init] as never) as Request;
    const method = native.requestMethod(request);
    const url = native.requestUrl(request);
    let made: { readonly activated: boolean } | undefined;
    native.whenSettled(
      native.requestBytes(request),
      (bytes) => {
        const send = (body: ArrayBuffer): void => {
          const own = native.bufferLength(body) === 0 ? {} : { body };
          const options = native.bare({ ...own, activateAfter: init.activateAfter ?? 0 });
          made = native.apply(target, self, [new native.NativeRequest(request, own), options] as never[]) as typeof made;
        };
        const contentType = native.headerGet(native.requestHeaders(request), 'content-type') ?? '';
        ask({ channel: 'fetch', method, url, contentType, body: fromBytes(bytes) }, (outcome) => {
          if (outcome.kind === 'release') send(bytes);
          else if (outcome.kind === 'rewrite') send(toBytes(outcome.body));
        });
      },
      () => undefined,
    );
    const result = {};
    native.defineProperty(result, 'activated', native.bare({ get: () => made?.activated ?? false, enumerable: true }));
    return result;
  });
}

/**
 * Holds Background Fetch, which makes its requests after the page is gone: requests with a body have no verdict by then, and are not made.
 */
export function guardBackgroundFetch(): void {
  const listOf = Array.from;
  native.wrap('BackgroundFetchManager.', 'fetch', (target, self, args) => {
    const given = args[1];
    const single = typeof given === 'string' || native.hasSlot(native.requestMethod, given);
    const requests = single ? native.sequence(given) : listOf(given as Iterable<unknown>);
    for (let i = 0; i < requests.length; i += 1) {
      const request = requests[i];
      if (native.hasSlot(native.requestMethod, request) && native.requestMethod(request as Request) !== 'GET')
        return new native.NativePromise((_, reject) => reject(new native.NativeTypeError('Failed to fetch')));
    }
    return native.apply(target, self, [args[0], native.sequenceOf(requests), args[2]] as never[]);
  });
}
