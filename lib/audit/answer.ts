/** What a collector's answer means for the events that were sent (opentelemetry-proto, `docs/specification.md`, "OTLP/HTTP Response"). */
export type Answer =
  /** Stored. `refused` of them were not, and must not be sent again. */
  | { readonly kind: 'stored'; readonly refused: number; readonly why: string }
  /** Not stored: try again, not before `after` ms when the collector named a time. */
  | { readonly kind: 'later'; readonly after: number | null; readonly why: string }
  /** The collector does not know us: keep everything until somebody mends it. */
  | { readonly kind: 'held'; readonly why: string }
  /** These very bytes will never be taken: cut them into smaller requests, or give up on them. */
  | { readonly kind: 'refused'; readonly why: string };

/** Longest wait that a `Retry-After` may ask for, ms. */
const MAX_RETRY_AFTER = 24 * 3_600_000;

/**
 * Wait in ms from a `Retry-After` header (RFC 9110 section 10.2.3: seconds, or a date); null when it says nothing.
 * @param now milliseconds since 1970
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const value = header.trim();
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER);
}

/** Reads the body of a 2xx answer. Only an empty body or an OTLP response is an acknowledgement: a captive portal answers 200 too. */
function stored(body: string): Answer {
  const garbage: Answer = { kind: 'later', after: null, why: 'the answer is not OTLP; is the address that of a collector?' };
  if (body.trim() === '') return { kind: 'stored', refused: 0, why: '' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return garbage;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return garbage;
  const { partialSuccess } = parsed as Readonly<Record<string, unknown>>;
  if (partialSuccess === undefined || partialSuccess === null) {
    return Object.keys(parsed).every((key) => key === 'partialSuccess') ? { kind: 'stored', refused: 0, why: '' } : garbage;
  }
  if (typeof partialSuccess !== 'object' || Array.isArray(partialSuccess)) return garbage;
  const { rejectedLogRecords = 0, errorMessage = '' } = partialSuccess as Readonly<Record<string, unknown>>;
  const refused = Number(rejectedLogRecords);
  if (!Number.isSafeInteger(refused) || refused < 0) return garbage;
  return { kind: 'stored', refused, why: refused > 0 ? String(errorMessage).slice(0, 500) : '' };
}

/**
 * @param body text of the answer; only looked at for 2xx
 * @param now milliseconds since 1970
 */
export function readAnswer(status: number, retryAfterHeader: string | null, body: string, now: number): Answer {
  if (status >= 200 && status < 300) return stored(body);
  if (status === 401 || status === 403) return { kind: 'held', why: `${status}: the collector does not accept the audit token` };
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', why: `${status}: the collector refuses the request` };
  // All others, a wrong address (404) included: a mistake that somebody will mend must not cost events.
  return { kind: 'later', after: retryAfter(retryAfterHeader, now), why: `${status}: the collector is not able to store events` };
}
