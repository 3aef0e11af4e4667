import * as native from './pristine.ts';
import type { GateHello, GateQuestion, WireBody } from './protocol.ts';
import { HANDSHAKE } from './protocol.ts';

/** What is to be done with held bytes. */
export type Outcome =
  | { readonly kind: 'release' }
  | { readonly kind: 'rewrite'; readonly body: WireBody }
  | { readonly kind: 'refuse'; readonly status: number; readonly contentType: string; readonly body: string };

/** Asks for a verdict; `done` is called exactly once. */
export type Ask = (question: Omit<GateQuestion, 'id'>, done: (outcome: Outcome) => void) => void;

interface Pending {
  readonly done: (outcome: Outcome) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** The guide's own deadline is 1 s shorter, so that normally it is the guide that explains. */
const DEADLINE_MS = 3000;
const DEADLINE_MS_PER_MB = 1500;

const CLOSED: Outcome = {
  kind: 'refuse',
  status: 403,
  contentType: 'application/json',
  body: '{"error":{"message":"Held back: no verdict in time"}}',
};

/** The gate's line to the guide. */
export interface Line {
  readonly ask: Ask;
  /** Requests are judged in the network too, so that one which cannot wait may leave unasked. */
  network(): boolean;
}

/**
 * Waits for the guide's port, which arrives once and before page code runs, and asks over it. No answer within the
 * deadline, or an answer of any other shape, is a refusal.
 */
export function createLine(): Line {
  const pending = new Map<number, Pending>();
  let port: MessagePort | undefined;
  let unsent: GateQuestion[] | undefined = [];
  let lastId = 0;
  let network = false;

  function settle(id: number, outcome: Outcome): void {
    const entry = native.mapGet(pending, id);
    if (!entry) return;
    native.mapDelete(pending, id);
    native.cancel(entry.timer);
    entry.done(outcome);
  }

  function onAnswer(event: MessageEvent): void {
    const answer: unknown = native.messageData(event);
    const id = read(answer, 'id');
    if (typeof id !== 'number') return;
    if (id === 0) network = read(answer, 'kind') === 'network' && read(answer, 'stops') === true;
    if (read(answer, 'kind') === 'wait') {
      const entry = native.mapGet(pending, id);
      if (entry) native.cancel(entry.timer);
    } else settle(id, parseOutcome(answer));
  }

  function onHandshake(event: Event): void {
    const offered = native.messagePorts(event as MessageEvent)?.[0];
    if (!offered) return;
    native.stopImmediatePropagation(event);
    native.removeEventListener(native.page, HANDSHAKE, onHandshake, true);
    port = offered;
    port.onmessage = onAnswer;
    native.postMessage(port, { id: 0 } satisfies GateHello);
    for (let i = 0; unsent && i < unsent.length; i += 1) native.postMessage(port, unsent[i]);
    unsent = undefined;
  }

  native.addEventListener(native.page, HANDSHAKE, onHandshake, true);

  const ask: Ask = (question, done) => {
    lastId += 1;
    const id = lastId;
    const size = typeof question.body === 'string' ? question.body.length : native.bufferLength(question.body);
    const wait = DEADLINE_MS + (size / 1e6) * DEADLINE_MS_PER_MB;
    native.mapSet(pending, id, { done, timer: native.later(() => settle(id, CLOSED), wait) });
    const message: GateQuestion = { id, ...question };
    if (port) native.postMessage(port, message);
    else if (unsent) native.put(unsent, unsent.length, message);
  };
  return { ask, network: () => network };
}

/** Own properties only: a page may have put anything on `Object.prototype`. */
function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !native.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function parseOutcome(answer: unknown): Outcome {
  const kind = read(answer, 'kind');
  const body = read(answer, 'body');
  if (kind === 'release') return { kind };
  if (kind === 'rewrite' && (typeof body === 'string' || isBuffer(body))) return { kind, body };
  const status = read(answer, 'status');
  const contentType = read(answer, 'contentType');
  if (kind === 'refuse' && typeof status === 'number' && status >= 200 && status <= 599) {
    if (typeof contentType === 'string' && typeof body === 'string') return { kind, status, contentType, body };
  }
  return CLOSED;
}

function isBuffer(value: unknown): value is ArrayBuffer {
  try {
    native.bufferLength(value as ArrayBuffer);
    return true;
  } catch {
    return false;
  }
}
