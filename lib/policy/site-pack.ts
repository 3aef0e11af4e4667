import * as z from 'zod';
import type { Site } from '../sites/site.ts';

/** Upper bounds of one site pack. */
export const PACK_BOUNDS = {
  hosts: 50,
  selectors: 50,
  endpoints: 50,
  paths: 50,
  pointers: 50,
  examples: 50,
  /** UTF-16 code units of a host, path, pointer or selector. */
  pattern: 300,
  /** UTF-16 code units of an answer to a refused request, and of an example's body. */
  body: 20_000,
} as const;

const { pattern: LONGEST } = PACK_BOUNDS;

// The words of an error in this file are the cure that people read.
const host = z
  .string()
  .max(LONGEST)
  .regex(/^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, {
    error: 'Write a host name in small letters without scheme, port and path; *. may stand at its start: *.chat.example.',
  })
  .refine((name) => !name.startsWith('*.') || name.split('.').length > 2, {
    error: 'Name at least a domain after the asterisk: *.chat.example.',
  });
const path = z
  .string()
  .max(LONGEST)
  .regex(/^\/\S*$/, { error: 'Begin the path with a slash and leave out host and query: /api/chat/*.' })
  .refine((text) => text.split('/').filter((segment) => segment === '**').length <= 1, {
    error: 'Use ** once at most; * stands for one segment.',
  });
const pointer = z
  .string()
  .max(LONGEST)
  .regex(/^(?:\/.*)?$/s, { error: 'Write a JSON Pointer that begins with a slash: /messages/*/content.' });
const selectors = z.array(z.string().min(1).max(LONGEST)).max(PACK_BOUNDS.selectors);

const refusal = z.strictObject({
  status: z.int().min(200).max(599).describe('HTTP status.'),
  contentType: z.string().max(LONGEST).describe('Content type.'),
  body: z.string().max(PACK_BOUNDS.body).describe('Body.'),
});

export const endpointSchema = z.strictObject({
  kind: z.enum(['prompt', 'draft']).describe('`prompt`: the person has sent it. `draft`: it leaves while they still write.'),
  channel: z.enum(['http', 'websocket']).describe('How it travels.'),
  host: host.exactOptional().describe('Host that it goes to. Left out: the page’s own.'),
  paths: z
    .array(path)
    .min(1)
    .max(PACK_BOUNDS.paths)
    .describe('Whole paths; `*` is one segment, `:conversation` one that is captured, `**` any number.'),
  when: z
    .strictObject({ at: pointer, is: z.string().max(LONGEST) })
    .exactOptional()
    .describe('Only messages whose string at the pointer `at` is `is`.'),
  text: z
    .array(pointer)
    .max(PACK_BOUNDS.pointers)
    .describe('JSON Pointers to the prompt, `*` for any key or index. Where none fits, every string is prompt.'),
  signed: z.literal(true).exactOptional().describe('The body is signed: it is judged, but never rewritten.'),
  model: pointer.exactOptional().describe('Pointer to the model’s name.'),
  conversation: pointer.exactOptional().describe('Pointer to the id of the conversation.'),
  refusal: refusal.exactOptional().describe('What the page is answered when the request is refused.'),
});

export const exampleSchema = z.strictObject({
  url: z.url().max(2_000).describe('Address of the request.'),
  channel: z.enum(['fetch', 'xhr', 'websocket', 'beacon', 'form']).default('fetch').describe('Way out of the page.'),
  contentType: z.string().max(LONGEST).default('').describe('Content type.'),
  body: z.unknown().describe('Body: a text as it is, anything else as JSON.'),
  kind: z.enum(['prompt', 'draft', 'other']).describe('What the request must be taken for.'),
  prompts: z.array(z.string().max(PACK_BOUNDS.body)).max(PACK_BOUNDS.pointers).describe('The prompts that must be read, in order.'),
  rewritten: z
    .unknown()
    .optional()
    .describe('The body with `[TEXT_1]`, `[TEXT_2]` … in place of the prompts. Left out: the rewrite must only read back.'),
});

export const linkSchema = z.strictObject({
  host: host.exactOptional().describe('Host. Left out: any of the site’s own.'),
  paths: z.array(path).min(1).max(PACK_BOUNDS.paths).describe('Whole paths, as those of an endpoint.'),
  query: z.array(z.string().min(1).max(100)).min(1).max(PACK_BOUNDS.pointers).describe('Names in the query whose values are prompts.'),
  packed: z.literal(true).exactOptional().describe('The values are packed by lz-string.'),
});

export const clueSchema = z.strictObject({
  at: z
    .enum(['path', 'host', 'header'])
    .describe(
      '`path`: `:account` in the pattern `is`. `host`: what stands for the asterisk of `is`. `header`: the value of the header `is`.',
    ),
  is: z.string().min(1).max(LONGEST).describe('Pattern of a path or host, or name of a header in small letters.'),
  after: z.string().min(1).max(LONGEST).exactOptional().describe('Only what follows this in the value counts.'),
  personal: z
    .array(z.string().max(LONGEST))
    .max(PACK_BOUNDS.pointers)
    .exactOptional()
    .describe('Values, in small letters, of personal accounts.'),
  work: z.array(z.string().max(LONGEST)).max(PACK_BOUNDS.pointers).exactOptional().describe('Values, in small letters, of work accounts.'),
  otherwise: z.enum(['personal', 'work']).exactOptional().describe('What every other value says. Left out: nothing.'),
});

/** A site entry that an administrator replaces or adds, in the shape of ours (`lib/sites/site.ts`). Data only: nothing in it is code. */
export const sitePackSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'Use small letters, digits and hyphens, at most 64.' })
    .describe('Id of the built-in site that it replaces, or a new one.'),
  asOf: z.iso.date({ error: 'Write the date as 2026-11-25.' }).describe('Day on which the entry was last seen to hold.'),
  name: z.string().min(1).max(100).describe('Name that people read.'),
  hosts: z.array(host).min(1).max(PACK_BOUNDS.hosts).describe('Hosts of the pages; `*.` at the start stands for any sub-domain.'),
  composer: z
    .strictObject({
      fields: selectors.describe('CSS selectors of the elements that people write in.'),
      send: selectors.describe('CSS selectors of the controls that send.'),
      stop: selectors.exactOptional().describe('CSS selectors of controls that look like a send control but stop the answer.'),
      key: z.enum(['enter', 'mod-enter']).exactOptional().describe('Key that sends.'),
    })
    .describe('Where people write.'),
  reads: z.literal('prompts').exactOptional().describe('The host serves much else: only the requests of `endpoints` are read.'),
  endpoints: z.array(endpointSchema).max(PACK_BOUNDS.endpoints).describe('Requests that carry what a person wrote.'),
  links: z.array(linkSchema).max(PACK_BOUNDS.paths).exactOptional().describe('Addresses that carry a prompt.'),
  account: z
    .array(clueSchema)
    .max(PACK_BOUNDS.paths)
    .exactOptional()
    .describe('What shows the account; the first that a request has counts. The ids of your own accounts stand in `sites.accounts`.'),
  source: z.string().max(300).default('').describe('Where the facts come from.'),
  examples: z.array(exampleSchema).max(PACK_BOUNDS.examples).default([]).describe('Requests with what must be read from them.'),
});

/** A pack is a site: what is here must be what the rest of the build understands. */
export type SitePack = z.output<typeof sitePackSchema> & Site;
export type SiteExample = z.output<typeof exampleSchema>;
