import * as z from 'zod/mini';
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
const host = z.string().check(
  z.maxLength(LONGEST),
  z.regex(/^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, {
    error: 'Write a host name in small letters without scheme, port and path; *. may stand at its start: *.chat.example.',
  }),
  z.refine((name) => !name.startsWith('*.') || name.split('.').length > 2, {
    error: 'Name at least a domain after the asterisk: *.chat.example.',
  }),
);
const path = z.string().check(
  z.maxLength(LONGEST),
  z.regex(/^\/\S*$/, { error: 'Begin the path with a slash and leave out host and query: /api/chat/*.' }),
  z.refine((text) => text.split('/').filter((segment) => segment === '**').length <= 1, {
    error: 'Use ** once at most; * stands for one segment.',
  }),
);
const pointer = z
  .string()
  .check(z.maxLength(LONGEST), z.regex(/^(?:\/.*)?$/s, { error: 'Write a JSON Pointer that begins with a slash: /messages/*/content.' }));
const selectors = z.array(z.string().check(z.minLength(1), z.maxLength(LONGEST))).check(z.maxLength(PACK_BOUNDS.selectors));

const refusal = z.strictObject({
  status: z.int().check(z.minimum(200), z.maximum(599)).check(z.describe('HTTP status.')),
  contentType: z.string().check(z.maxLength(LONGEST)).check(z.describe('Content type.')),
  body: z.string().check(z.maxLength(PACK_BOUNDS.body)).check(z.describe('Body.')),
});

export const endpointSchema = z.strictObject({
  kind: z.enum(['prompt', 'draft']).check(z.describe('`prompt`: the person has sent it. `draft`: it leaves while they still write.')),
  channel: z.enum(['http', 'websocket']).check(z.describe('How it travels.')),
  host: z.exactOptional(host).check(z.describe('Host that it goes to. Left out: the page’s own.')),
  paths: z
    .array(path)
    .check(z.minLength(1), z.maxLength(PACK_BOUNDS.paths))
    .check(z.describe('Whole paths; `*` is one segment, `:conversation` one that is captured, `**` any number.')),
  when: z
    .exactOptional(z.strictObject({ at: pointer, is: z.string().check(z.maxLength(LONGEST)) }))
    .check(z.describe('Only messages whose string at the pointer `at` is `is`.')),
  text: z
    .array(pointer)
    .check(z.maxLength(PACK_BOUNDS.pointers))
    .check(z.describe('JSON Pointers to the prompt, `*` for any key or index. Where none fits, every string is prompt.')),
  signed: z.exactOptional(z.literal(true)).check(z.describe('The body is signed: it is judged, but never rewritten.')),
  model: z.exactOptional(pointer).check(z.describe('Pointer to the model’s name.')),
  conversation: z.exactOptional(pointer).check(z.describe('Pointer to the id of the conversation.')),
  refusal: z.exactOptional(refusal).check(z.describe('What the page is answered when the request is refused.')),
});

export const exampleSchema = z.strictObject({
  url: z.url().check(z.maxLength(2_000)).check(z.describe('Address of the request.')),
  channel: z._default(z.enum(['fetch', 'xhr', 'websocket', 'beacon', 'form']), 'fetch').check(z.describe('Way out of the page.')),
  contentType: z._default(z.string().check(z.maxLength(LONGEST)), '').check(z.describe('Content type.')),
  body: z.unknown().check(z.describe('Body: a text as it is, anything else as JSON.')),
  kind: z.enum(['prompt', 'draft', 'other']).check(z.describe('What the request must be taken for.')),
  prompts: z
    .array(z.string().check(z.maxLength(PACK_BOUNDS.body)))
    .check(z.maxLength(PACK_BOUNDS.pointers))
    .check(z.describe('The prompts that must be read, in order.')),
  rewritten: z
    .optional(z.unknown())
    .check(z.describe('The body with `[TEXT_1]`, `[TEXT_2]` … in place of the prompts. Left out: the rewrite must only read back.')),
});

export const linkSchema = z.strictObject({
  host: z.exactOptional(host).check(z.describe('Host. Left out: any of the site’s own.')),
  paths: z.array(path).check(z.minLength(1), z.maxLength(PACK_BOUNDS.paths)).check(z.describe('Whole paths, as those of an endpoint.')),
  query: z
    .array(z.string().check(z.minLength(1), z.maxLength(100)))
    .check(z.minLength(1), z.maxLength(PACK_BOUNDS.pointers))
    .check(z.describe('Names in the query whose values are prompts.')),
  packed: z.exactOptional(z.literal(true)).check(z.describe('The values are packed by lz-string.')),
});

export const clueSchema = z.strictObject({
  at: z
    .enum(['path', 'host', 'header'])
    .check(
      z.describe(
        '`path`: `:account` in the pattern `is`. `host`: what stands for the asterisk of `is`. `header`: the value of the header `is`.',
      ),
    ),
  is: z
    .string()
    .check(z.minLength(1), z.maxLength(LONGEST))
    .check(z.describe('Pattern of a path or host, or name of a header in small letters.')),
  after: z
    .exactOptional(z.string().check(z.minLength(1), z.maxLength(LONGEST)))
    .check(z.describe('Only what follows this in the value counts.')),
  personal: z
    .exactOptional(z.array(z.string().check(z.maxLength(LONGEST))).check(z.maxLength(PACK_BOUNDS.pointers)))
    .check(z.describe('Values, in small letters, of personal accounts.')),
  work: z
    .exactOptional(z.array(z.string().check(z.maxLength(LONGEST))).check(z.maxLength(PACK_BOUNDS.pointers)))
    .check(z.describe('Values, in small letters, of work accounts.')),
  otherwise: z.exactOptional(z.enum(['personal', 'work'])).check(z.describe('What every other value says. Left out: nothing.')),
});

/** A site entry that an administrator replaces or adds, in the shape of ours (`lib/sites/site.ts`). Data only: nothing in it is code. */
export const sitePackSchema = z.strictObject({
  id: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'Use small letters, digits and hyphens, at most 64.' }))
    .check(z.describe('Id of the built-in site that it replaces, or a new one.')),
  asOf: z.iso.date({ error: 'Write the date as 2026-11-25.' }).check(z.describe('Day on which the entry was last seen to hold.')),
  name: z.string().check(z.minLength(1), z.maxLength(100)).check(z.describe('Name that people read.')),
  hosts: z
    .array(host)
    .check(z.minLength(1), z.maxLength(PACK_BOUNDS.hosts))
    .check(z.describe('Hosts of the pages; `*.` at the start stands for any sub-domain.')),
  composer: z
    .strictObject({
      fields: selectors.check(z.describe('CSS selectors of the elements that people write in.')),
      send: selectors.check(z.describe('CSS selectors of the controls that send.')),
      stop: z.exactOptional(selectors).check(z.describe('CSS selectors of controls that look like a send control but stop the answer.')),
      key: z.exactOptional(z.enum(['enter', 'mod-enter'])).check(z.describe('Key that sends.')),
    })
    .check(z.describe('Where people write.')),
  reads: z.exactOptional(z.literal('prompts')).check(z.describe('The host serves much else: only the requests of `endpoints` are read.')),
  endpoints: z
    .array(endpointSchema)
    .check(z.maxLength(PACK_BOUNDS.endpoints))
    .check(z.describe('Requests that carry what a person wrote.')),
  links: z.exactOptional(z.array(linkSchema).check(z.maxLength(PACK_BOUNDS.paths))).check(z.describe('Addresses that carry a prompt.')),
  account: z
    .exactOptional(z.array(clueSchema).check(z.maxLength(PACK_BOUNDS.paths)))
    .check(
      z.describe('What shows the account; the first that a request has counts. The ids of your own accounts stand in `sites.accounts`.'),
    ),
  source: z._default(z.string().check(z.maxLength(300)), '').check(z.describe('Where the facts come from.')),
  examples: z
    ._default(z.array(exampleSchema).check(z.maxLength(PACK_BOUNDS.examples)), [])
    .check(z.describe('Requests with what must be read from them.')),
});

/** A pack is a site: what is here must be what the rest of the build understands. */
export type SitePack = z.output<typeof sitePackSchema> & Site;
export type SiteExample = z.output<typeof exampleSchema>;
