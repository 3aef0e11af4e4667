import * as z from 'zod/mini';
import { CHANNELS } from '../capture/draft.ts';
import type { FromGuide, PageRequests } from './protocol.ts';

/** Longest base64 or text body that is looked at; a longer one is not a message of ours. */
const MAX_BODY = 64_000_000;

const draft = z.strictObject({
  channel: z.enum(CHANNELS),
  method: z.string().check(z.maxLength(40)),
  url: z.url().check(z.maxLength(2_000_000)),
  contentType: z.string().check(z.maxLength(1_000)),
  headers: z.optional(z.string().check(z.maxLength(1_000_000))),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string().check(z.maxLength(MAX_BODY)) }),
    z.strictObject({ kind: z.literal('base64'), base64: z.string().check(z.maxLength(MAX_BODY)) }),
  ]),
  typing: z.optional(z.string().check(z.maxLength(10_000))),
});

const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit') }),
  z.strictObject({ kind: z.literal('redacted') }),
  z.strictObject({ kind: z.literal('send') }),
  z.strictObject({ kind: z.literal('reason'), reason: z.string().check(z.maxLength(10_000)) }),
]);

const falseAlarm = z.strictObject({
  entity: z.string().check(z.maxLength(200)),
  rules: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(1_000)),
});

const fromGuide = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('check'),
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    intent: z.enum(['ahead', 'send']),
    draft,
  }),
  z.strictObject({
    type: z.literal('resolved'),
    resolution: z.strictObject({
      askId: z.string().check(z.maxLength(200)),
      choice,
      falseAlarms: z.array(falseAlarm).check(z.maxLength(1_000)),
    }),
  }),
  z.strictObject({ type: z.literal('wake') }),
  z.strictObject({
    type: z.literal('degraded'),
    cause: z.enum(['deadline', 'stale', 'closed', 'unreadable']),
    count: z.int().check(z.minimum(1)),
  }),
  z.strictObject({
    type: z.literal('page'),
    gate: z.boolean(),
    guide: z.boolean(),
  }),
]) satisfies z.ZodMiniType<FromGuide>;

/** A message of a guide, or null when it is none: a content script shares its process with the page and is not trusted. */
export function parseFromGuide(message: unknown): FromGuide | null {
  const reading = fromGuide.safeParse(message);
  return reading.success ? reading.data : null;
}

const empty = z.strictObject({});

const payloads = {
  'page-state': z.strictObject({ tabId: z.int() }),
  'policy-state': empty,
  'outbox-state': empty,
  'sites-state': empty,
  activity: z.strictObject({
    limit: z.int().check(z.minimum(1), z.maximum(1_000)),
    tabHost: z.optional(z.string().check(z.maxLength(300))),
  }),
  'set-own-policy': z.strictObject({ text: z.nullable(z.string()) }),
  'give-consent': z.strictObject({ given: z.boolean() }),
  'inject-dialog': empty,
} satisfies Record<keyof PageRequests, z.ZodMiniType>;

export type RequestName = keyof PageRequests;

/** A request of one of our own pages or content scripts. */
export type ParsedRequest = { [N in RequestName]: { readonly name: N; readonly payload: z.output<(typeof payloads)[N]> } }[RequestName];

/** A request, or null when the message is none. */
export function parseRequest(message: unknown): ParsedRequest | null {
  const envelope = z.strictObject({ to: z.literal('background'), name: z.enum(names()), payload: z.unknown() }).safeParse(message);
  if (!envelope.success) return null;
  const { name } = envelope.data;
  const payload = payloads[name].safeParse(envelope.data.payload);
  return payload.success ? ({ name, payload: payload.data } as ParsedRequest) : null;
}

function names(): [RequestName, ...RequestName[]] {
  return Object.keys(payloads) as [RequestName, ...RequestName[]];
}
