import type { Draft } from '../capture/draft.ts';
import { type Heard, parseToGuide } from './answers.ts';
import type { Presentation, Resolution, Trouble } from './presentation.ts';
import type { AheadAnswer, FromGuide, SendAnswer } from './protocol.ts';

/** The part of `runtime.Port` that the link needs. */
export interface Wire {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** An answer that ends a `send` check. */
export type FinalAnswer = Exclude<SendAnswer, { readonly kind: 'wait' }>;

type PageMessage = Extract<FromGuide, { readonly type: 'page' }>;

export interface LinkOptions {
  /** Opens the port `GUIDE_PORT`. A throw means that the extension behind this script is gone. */
  readonly connect: () => Wire;
  /** Makes the ids of this frame's checks different from those of others. */
  readonly idPrefix: string;
  readonly onHello: (hello: Extract<Heard, { readonly type: 'hello' }>) => void;
  /** Show a question; `resolve` takes the answer back to the worker that asked, and to no other. */
  readonly onPresent: (presentation: Presentation, resolve: (resolution: Resolution) => void) => void;
  /** Take a question away; null means all of them, because the worker that asked is gone. */
  readonly onDismiss: (askId: string | null) => void;
}

/** A guide's connection to the background. It is opened on first need and again after every loss. */
export interface GuideLink {
  /** Judges text that is still being written. Null: no usable answer in time, so nothing is known. Never rejects. */
  ahead(draft: Draft): Promise<AheadAnswer | null>;
  /** Judges a draft that is leaving. `onWait` is called when a person is being asked. Ends closed whatever happens; never rejects. */
  send(draft: Draft, onWait?: () => void): Promise<FinalAnswer>;
  /** Says how well this frame is guarded, now and on every later connection. */
  page(message: PageMessage): void;
  /** True while somebody writes: keeps the worker awake. */
  writing(now: boolean): void;
  /** The page came back from the back/forward cache, where ports die without a word. */
  restored(): void;
}

/** Time for an answer, ms: `DEADLINE_BASE + DEADLINE_PER_MB × size of the body in MB`. */
export const DEADLINE_BASE = 2_000;
export const DEADLINE_PER_MB = 1_000;
/** A worker sleeps after 30 s without an event (Chrome, "Extension service worker lifecycle"). */
const WAKE_EVERY = 20_000;

/** What a page is told when its request is refused without a site's own answer. */
const REFUSAL = { status: 403, contentType: 'application/json', body: '{"error":{"message":"Forbidden","code":403}}' } as const;

/** The end of a send that the background has not answered. */
export function unanswered(trouble: Trouble): FinalAnswer {
  return { kind: 'refuse', refusal: REFUSAL, trouble, notice: null };
}

interface Pending {
  readonly message: Extract<FromGuide, { readonly type: 'check' }>;
  readonly settle: (answer: AheadAnswer | FinalAnswer | null, trouble: Trouble) => void;
  readonly onWait: (() => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  resent: boolean;
  /** The background has said that a person must be asked, so silence is never a release. */
  asked: boolean;
}

/** Connects a guide to the background. Nothing is opened before the first call. */
export function createGuideLink(options: LinkOptions): GuideLink {
  const pending = new Map<string, Pending>();
  let wire: Wire | null = null;
  let page: PageMessage | null = null;
  let onDeadline: 'block' | 'release' = 'block';
  let degraded = 0;
  let count = 0;
  let writing = false;
  let wakes: ReturnType<typeof setInterval> | undefined;

  const open = (): Wire | null => {
    if (wire) return wire;
    try {
      wire = options.connect();
    } catch {
      return null;
    }
    const opened = wire;
    opened.onMessage.addListener((message) => {
      if (wire === opened) hear(parseToGuide(message), opened);
    });
    opened.onDisconnect.addListener(() => {
      if (wire === opened) lost();
    });
    if (page) post(page);
    return wire;
  };

  /** False when the message could not be handed over; the connection is then given up. */
  const post = (message: FromGuide): boolean => {
    const to = open();
    try {
      to?.postMessage(message);
      return to !== null;
    } catch {
      if (wire === to) wire = null;
      return false;
    }
  };

  const finish = (id: string, answer: AheadAnswer | FinalAnswer | null, trouble: Trouble = 'deadline') => {
    const entry = pending.get(id);
    if (!entry) return;
    pending.delete(id);
    clearTimeout(entry.timer);
    entry.settle(answer, trouble);
    keepAwake();
  };

  const startClock = (entry: Pending) => {
    const { body } = entry.message.draft;
    const size = body.kind === 'text' ? body.text.length : body.base64.length;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => finish(entry.message.id, null), DEADLINE_BASE + DEADLINE_PER_MB * (size / 1e6));
  };

  /** Sends a check, over a new connection if the present one is dead. */
  const ask = (entry: Pending) => {
    startClock(entry);
    if (post(entry.message) || post(entry.message)) return;
    finish(entry.message.id, null, 'stale');
  };

  const lost = () => {
    wire = null;
    options.onDismiss(null);
    for (const entry of [...pending.values()]) {
      if (entry.resent) finish(entry.message.id, null);
      else {
        entry.resent = true;
        ask(entry);
      }
    }
  };

  const hear = (heard: Heard | null, from: Wire) => {
    if (!heard) return;
    switch (heard.type) {
      case 'hello':
        onDeadline = heard.onDeadline;
        options.onHello(heard);
        break;
      case 'present':
        options.onPresent(heard.presentation, (resolution) => {
          if (wire === from) post({ type: 'resolved', resolution });
        });
        break;
      case 'dismiss':
        options.onDismiss(heard.askId);
        break;
      case 'answer': {
        const entry = pending.get(heard.id);
        if (!entry) break;
        const { answer } = heard;
        if (answer?.kind === 'wait' && entry.message.intent === 'send') {
          clearTimeout(entry.timer);
          entry.asked = true;
          entry.onWait?.();
        } else if (answer === null || answer.kind === 'wait' || (answer.kind === 'ahead') !== (entry.message.intent === 'ahead')) {
          finish(heard.id, null);
        } else finish(heard.id, answer);
      }
    }
    if (degraded > 0) {
      const sum = degraded;
      degraded = 0;
      if (!post({ type: 'degraded', cause: 'deadline', count: sum })) degraded += sum;
    }
  };

  const keepAwake = () => {
    if (!writing && pending.size === 0) {
      clearInterval(wakes);
      wakes = undefined;
    } else wakes ??= setInterval(() => post({ type: 'wake' }), WAKE_EVERY);
  };

  const check = (intent: 'ahead' | 'send', draft: Draft, settle: Pending['settle'], onWait?: () => void) => {
    count += 1;
    const id = `${options.idPrefix}-${count}`;
    const entry: Pending = {
      message: { type: 'check', id, intent, draft },
      settle: (answer, trouble) => {
        // Silence may release by the administrator's choice, but never what a person was asked about, nor a dead extension.
        const mayPass = answer === null && intent === 'send' && trouble === 'deadline' && onDeadline === 'release' && !entry.asked;
        if (mayPass) degraded += 1;
        settle(mayPass ? { kind: 'release' } : answer, trouble);
      },
      onWait,
      timer: undefined,
      resent: false,
      asked: false,
    };
    pending.set(id, entry);
    keepAwake();
    ask(entry);
  };

  return {
    ahead: (draft) =>
      new Promise((resolve) => {
        check('ahead', draft, (answer) => resolve(answer?.kind === 'ahead' ? answer : null));
      }),
    send: (draft, onWait) =>
      new Promise((resolve) => {
        const settle: Pending['settle'] = (answer, trouble) => resolve(answer && answer.kind !== 'ahead' ? answer : unanswered(trouble));
        check('send', draft, settle, onWait);
      }),
    page: (message) => {
      page = message;
      if (wire) post(message);
      else open();
    },
    writing: (now) => {
      if (now && !writing && !wire) open();
      writing = now;
      keepAwake();
    },
    restored: () => {
      if (wire) lost();
    },
  };
}
