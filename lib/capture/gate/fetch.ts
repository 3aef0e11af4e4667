import type { Ask } from './ask.ts';
import * as native from './pristine.ts';
import { fromBytes, toBytes } from './wire-body.ts';

/**
 * Holds `fetch`. The arguments are turned into one Request at once, so that nothing is read twice; what was judged is
 * exactly what is sent, whatever kind of body it came from.
 */
export function guardFetch(ask: Ask): void {
  native.wrap(native.realm, 'fetch', (target, self, args) => {
    let request: Request;
    try {
      request = native.construct(native.NativeRequest, args.length > 1 ? [args[0], args[1]] : [args[0]]);
    } catch (mistake) {
      return new native.NativePromise((_, reject) => reject(mistake));
    }
    const method = native.requestMethod(request);
    const send = (ready: Request): Promise<Response> => native.apply(target as typeof fetch, self, [ready]);
    if (method === 'GET' || method === 'HEAD') return send(request);

    return new native.NativePromise<Response>((resolve, reject) => {
      const sendBody = (body: ArrayBuffer): void => resolve(send(new native.NativeRequest(request, native.bare({ body }))));
      const judge = (bytes: ArrayBuffer): void => {
        if (native.bufferLength(bytes) === 0) {
          sendBody(bytes);
          return;
        }
        const contentType = native.headerGet(native.requestHeaders(request), 'content-type') ?? '';
        const body = fromBytes(bytes);
        ask({ channel: 'fetch', method, url: native.requestUrl(request), contentType, body }, (outcome) => {
          if (outcome.kind === 'release') sendBody(bytes);
          else if (outcome.kind === 'rewrite') sendBody(toBytes(outcome.body));
          else {
            const headers = native.bare({ 'content-type': outcome.contentType });
            resolve(new native.NativeResponse(outcome.body, native.bare({ status: outcome.status, headers })));
          }
        });
      };
      native.whenSettled(native.requestBytes(request), judge, reject);
    });
  });
}
