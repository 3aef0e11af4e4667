import { bodyOf } from '../capture/body-bytes.ts';
import { type PromptShape, promptShape } from '../capture/prompt-shape.ts';
import { readDocument } from '../capture/wire/document.ts';
import { hostOf, type Outgoing, type OutgoingBody } from './outgoing.ts';
import type { EventBody } from './record.ts';

/** The part of a key-value store that is needed. */
interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface DiscoveryDeps {
  /** Whether pages of this host are looked at: no entry names it, and the policy does not say otherwise. */
  readonly watches: (host: string) => boolean;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly record: (event: EventBody) => void;
}

/** Notices prompts to models on hosts that no entry names. Of them it says the host, once a day, and nothing else. */
export interface Discovery {
  /** A page makes a request; `id` is the browser's, by which its answer is known. */
  asked(id: string, request: Outgoing & { readonly body: OutgoingBody }): void;
  /** The request is being answered. */
  answered(id: string, contentType: string): void;
}

/** Bytes of bodies that are looked at; prompts of more are rare, uploads are not. */
const LONGEST = 1_000_000;
/** Requests that wait for their answer, and hosts that are remembered. */
const MOST = 500;
const DAY = 86_400_000;
const KEY = 'discovered';

/** Answers that come piece by piece: server-sent events (HTML standard, section 9.2), JSON lines, and their kin. */
const STREAMED =
  /^(?:text\/event-stream|application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|stream\+json|connect\+json|grpc-web)|text\/x-component)\b/i;

/** The shape of a request, when it could be a prompt. */
function shapeOf({ method, body: sent }: Outgoing & { readonly body: OutgoingBody }): PromptShape | null {
  if ((method !== 'POST' && method !== 'PUT') || sent.kind !== 'bytes' || sent.bytes.length > LONGEST) return null;
  const body = bodyOf(sent.bytes);
  const document = body.kind === 'text' ? readDocument(body, '', () => false) : undefined;
  return document ? promptShape(document.texts) : null;
}

export function createDiscovery({ watches, store, now, record }: DiscoveryDeps): Discovery {
  /** Requests that only their answer can tell: id → host. */
  const waiting = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  function found(host: string): void {
    const day = Math.floor(now() / DAY);
    last = last
      .then(async () => {
        const value = await store.get(KEY);
        const days = new Map<string, unknown>(Object.entries(typeof value === 'object' && value !== null ? value : {}));
        if (days.get(host) === day) return;
        days.delete(host);
        days.set(host, day);
        await store.set(KEY, Object.fromEntries([...days].slice(-MOST)));
        record({ kind: 'discovery', host });
      })
      .catch((error: unknown) => console.error('discovery', error));
  }

  return {
    asked(id, request) {
      const host = hostOf(request.initiator) || hostOf(request.url);
      const shape = host !== '' && watches(host) ? shapeOf(request) : null;
      if (!shape) return;
      if (shape.sure === 'strong') return found(host);
      waiting.set(id, host);
      for (const oldest of waiting.keys()) {
        if (waiting.size <= MOST) break;
        waiting.delete(oldest);
      }
    },
    answered(id, contentType) {
      const host = waiting.get(id);
      waiting.delete(id);
      if (host !== undefined && STREAMED.test(contentType)) found(host);
    },
  };
}
