import type { Outcome } from './ask.ts';
import type { Cleared } from './cleared.ts';
import * as native from './pristine.ts';
import { isTelling } from './telling-header.ts';
import { fromBytes, toBytes } from './wire-body.ts';

/** Length of the longest method that pages use: OPTIONS. */
export const LONGEST_METHOD = 7;

/**
 * Holds `fetch`. The arguments are turned into one Request at once, so that nothing is read twice; what was judged is
 * exactly what is sent, whatever kind of body it came from.
 */
export function guardFetch(cleared: Cleared): void {
  native.wrap('', 'fetch', (target, self, args) => {
    let request: Request;
    try {
      request = native.construct(native.NativeRequest, args.length > 1 ? [args[0], args[1]] : [args[0]]);
    } catch (mistake) {
      return new native.NativePromise((_, reject) => reject(inWordsOfFetch(mistake)));
    }
    const method = native.requestMethod(request);
    const sender = native.senderFor(self);
    const send = (ready: Request): Promise<Response> => native.apply(target as typeof fetch, sender, [ready]);
    const url = native.requestUrl(request);
    const headers = headersOf(request);
    const refused = (outcome: Outcome & { kind: 'refuse' }): Response =>
      new native.NativeResponse(
        outcome.body,
        native.bare({ status: outcome.status, headers: native.bare({ 'content-type': outcome.contentType }) }),
      );

    if (method === 'GET' || method === 'HEAD') {
      const question = { channel: 'fetch', method, url, contentType: '', headers, body: '' } as const;
      // An address without a query and no header of the page's own carry nothing.
      if ((headers === '' && !native.includes(url, '?')) || cleared.has(question)) return send(request);
      return new native.NativePromise<Response>((resolve) => {
        cleared.ask(question, (outcome) => resolve(outcome.kind === 'refuse' ? refused(outcome) : send(request)));
      });
    }

    if (cleared.unasked(false)) return send(request);
    return new native.NativePromise<Response>((resolve, reject) => {
      const sendBody = (body: ArrayBuffer): void => resolve(send(new native.NativeRequest(request, native.bare({ body }))));
      const judge = (bytes: ArrayBuffer): void => {
        const empty = !native.requestUsed(request);
        const contentType = native.headerGet(native.requestHeaders(request), 'content-type') ?? '';
        // No body, no header, no query and no method of its own: what is left is a path, as of a GET.
        if (empty && headers === '' && contentType === '' && method.length <= LONGEST_METHOD && !native.includes(url, '?')) {
          resolve(send(request));
          return;
        }
        const body = fromBytes(bytes);
        cleared.ask({ channel: 'fetch', method, url, contentType, headers, body }, (outcome) => {
          if (outcome.kind === 'refuse') resolve(refused(outcome));
          else if (empty) resolve(send(request));
          else if (outcome.kind === 'release') sendBody(bytes);
          else sendBody(toBytes(outcome.body));
        });
      };
      native.whenSettled(native.requestBytes(request), judge, reject);
    });
  });
}

const MADE = "Failed to construct 'Request'";

/** The mistake as `fetch` itself would tell it. */
function inWordsOfFetch(mistake: unknown): unknown {
  const text: unknown = typeof mistake === 'object' && mistake && native.getOwnPropertyDescriptor(mistake, 'message')?.value;
  if (typeof text !== 'string' || !native.startsWith(text, MADE)) return mistake;
  return new native.NativeTypeError(`Failed to execute 'fetch' on 'Window'${native.slice(text, MADE.length)}`);
}

/** Headers that the page has set. */
function headersOf(request: Request): string {
  let lines = '';
  native.headersEach(native.requestHeaders(request), (value, name) => {
    if (isTelling(name, value)) lines += `${name}: ${value}\n`;
  });
  return lines;
}
