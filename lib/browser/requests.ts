import { browser } from './browser.ts';

/** A request as the browser is about to make it. */
export interface OutgoingRequest {
  /** The browser's id of the request, by which its answer is known. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** `main_frame`, `image`, `xmlhttprequest` … as webRequest names it. */
  readonly type: string;
  /** -1 for requests of shared and service workers. */
  readonly tab: number;
  /** Origin of the page or worker that makes it; empty for typed addresses and links from other programs, `null` for an opaque one. */
  readonly initiator: string;
  readonly body: OutgoingBody;
}

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'form'; readonly values: Readonly<Record<string, readonly string[]>> }
  /** Blobs, files and streams: the browser does not show them. */
  | { readonly kind: 'hidden' };

export interface OutgoingHeaders extends Omit<OutgoingRequest, 'body'> {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Says whether a request may go. Answers at once: browsers of the Chromium family wait for nothing. */
export interface RequestJudge {
  /** A request is about to be made; also heard where nothing can be stopped. */
  asked(request: OutgoingRequest): void;
  /** The answer begins: its content type, empty when it has none. */
  answered(id: string, contentType: string): void;
  mayGo(request: OutgoingRequest): boolean;
  mayGoWith(request: OutgoingHeaders): boolean;
}

/** The parts of a request's details that are read; Chromium names the initiator, Firefox the document. */
interface Details {
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly tabId: number;
  readonly initiator?: string | undefined;
  readonly documentUrl?: string | undefined;
  readonly originUrl?: string | undefined;
  readonly requestBody?: {
    readonly error?: string | undefined;
    readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
    readonly raw?: readonly { readonly bytes?: unknown; readonly file?: string | undefined }[] | undefined;
  } | null;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
  readonly requestHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
}

interface Event {
  addListener(listener: (details: never) => { cancel: boolean } | undefined, filter: { urls: string[] }, extra: string[]): void;
}

/**
 * Puts a judge in front of every request of hosts that the extension may see. Must be called on the worker's first tick. Where the
 * extension was not installed by policy, Chromium takes the listeners and ignores what they say.
 */
export function judgeRequests(judge: RequestJudge): void {
  const { webRequest } = browser as unknown as {
    readonly webRequest?: {
      readonly onBeforeRequest: Event;
      readonly onBeforeSendHeaders: Event;
      readonly onHeadersReceived: Event;
      readonly OnBeforeSendHeadersOptions?: object;
    };
  };
  if (!webRequest) return;
  const everywhere = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };
  // Without it Chromium shows neither cookies nor referrers; Firefox knows no such option.
  const extra = 'EXTRA_HEADERS' in (webRequest.OnBeforeSendHeadersOptions ?? {}) ? ['extraHeaders'] : [];
  webRequest.onBeforeRequest.addListener(
    (details: Details) => (judge.mayGo({ ...headOf(details), body: bodyOf(details) }) ? undefined : { cancel: true }),
    everywhere,
    ['blocking', 'requestBody'],
  );
  webRequest.onBeforeSendHeaders.addListener(
    (details: Details) => {
      const headers = (details.requestHeaders ?? []).map(({ name, value }) => ({ name: name.toLowerCase(), value: value ?? '' }));
      return judge.mayGoWith({ ...headOf(details), headers }) ? undefined : { cancel: true };
    },
    everywhere,
    ['blocking', 'requestHeaders', ...extra],
  );
  // Listeners that could stop something are not even called where the browser does not let them.
  webRequest.onBeforeRequest.addListener(
    (details: Details) => {
      judge.asked({ ...headOf(details), body: bodyOf(details) });
      return undefined;
    },
    everywhere,
    ['requestBody'],
  );
  webRequest.onHeadersReceived.addListener(
    ({ requestId, responseHeaders = [] }: Details) => {
      judge.answered(requestId, responseHeaders.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '');
      return undefined;
    },
    everywhere,
    ['responseHeaders'],
  );
}

/** Whether the browser lets this extension stop requests in the network: Chromium only where policy installed it. */
export async function canStopRequests(): Promise<boolean> {
  try {
    return await browser.permissions.contains({ permissions: ['webRequestBlocking'] });
  } catch {
    return false;
  }
}

function headOf(details: Details): Omit<OutgoingRequest, 'body'> {
  const { requestId, method, url, type, tabId } = details;
  const from = details.initiator ?? details.documentUrl ?? details.originUrl ?? '';
  return { id: requestId, method, url, type, tab: tabId, initiator: from };
}

function bodyOf({ requestBody }: Details): OutgoingBody {
  if (!requestBody) return { kind: 'none' };
  const { error, formData, raw } = requestBody;
  if (formData) {
    const values = Object.entries(formData).map(([name, list]) => [name, list.map(String)] as const);
    return { kind: 'form', values: Object.fromEntries(values) };
  }
  if (error !== undefined || !raw) return { kind: 'hidden' };
  const [only, ...more] = raw;
  // Multipart bodies with files come in several pieces, and the files are not among them.
  if (more.length > 0 || !(only?.bytes instanceof ArrayBuffer)) return { kind: 'hidden' };
  return { kind: 'bytes', bytes: new Uint8Array(only.bytes) };
}
