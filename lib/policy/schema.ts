import * as z from 'zod/mini';
import { ACCOUNTS } from '../sites/site.ts';
import { ACTIONS } from './action.ts';
import { sitePackSchema } from './site-pack.ts';

// zod compiles checks with `Function` where it may; an extension's content security policy forbids that and logs each try.
z.config({ jitless: true });

/** Version of the policy format that this build reads. */
export const SCHEMA_VERSION = 1;

/** Upper bounds of a policy. Beyond them it is refused with a message that names the bound. */
export const BOUNDS = {
  /** UTF-16 code units of the policy text. */
  text: 16 * 1024 * 1024,
  rules: 1_000,
  terms: 200,
  lists: 100,
  words: 10_000,
  patterns: 200,
  word: 200,
  pattern: 1_000,
  names: 1_000,
  tests: 1_000,
  packs: 100,
  testText: 20_000,
  title: 200,
  message: 2_000,
  /** Problems that are reported for one policy, and for one rule, list or test of it. */
  problems: 200,
  problemsOfOne: 3,
} as const;

// The words of an error in this file are the cure that people read.
export const idSchema = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    error: 'Use small letters, digits, dots, hyphens and underscores, at most 64, beginning with a letter or digit.',
  }),
);
const action = z.enum(ACTIONS);
const names = z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(BOUNDS.names));
const sentence = z.union(
  [
    z.string().check(z.maxLength(BOUNDS.message)),
    z.record(z.string().check(z.maxLength(35)), z.string().check(z.maxLength(BOUNDS.message))),
  ],
  {
    error: 'Write one text, or an object with one text per language: { "en": "…", "de": "…" }.',
  },
);

const place = {
  sites: z.optional(names).check(z.describe('Site ids. Left out: every site.')),
  channels: z
    .optional(
      z
        .array(z.enum(['composer', 'fetch', 'xhr', 'websocket', 'beacon', 'form', 'peer', 'worker', 'cookie', 'network']))
        .check(z.minLength(1)),
    )
    .check(z.describe('Ways out of the page. Left out: every way.')),
  accounts: z
    .optional(z.array(z.enum(ACCOUNTS)).check(z.minLength(1)))
    .check(z.describe('Whose account the site is used with, as far as its requests show. Left out: every account.')),
  users: z
    .optional(names)
    .check(z.describe('User ids as the browser is told them (`userId`); `*` stands for any characters. Left out: everybody.')),
  groups: z
    .optional(names)
    .check(z.describe('Groups as the browser is told them (`groups`); one in common is enough. Left out: everybody.')),
};

export const placeSchema = z.strictObject(place);

export const termSchema = z
  .strictObject({
    entity: z.optional(z.string().check(z.minLength(1), z.maxLength(100))).check(z.describe('Entity type, such as `CREDIT_CARD`.')),
    category: z
      .optional(z.string().check(z.minLength(1), z.maxLength(100)))
      .check(z.describe('Category, such as `secrets`: every entity type in it.')),
    list: z.optional(idSchema).check(z.describe('Id of one of the `lists`.')),
    minCount: z
      ._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 1)
      .check(z.describe('Holds from this many findings in the whole draft.')),
    minConfidence: z
      ._default(z.number().check(z.minimum(0), z.maximum(1)), 0.5)
      .check(z.describe('Findings below this confidence (0 to 1) do not count.')),
  })
  .check(
    z.refine((term) => [term.entity, term.category, term.list].filter((name) => name !== undefined).length === 1, {
      error: 'Name exactly one of `entity`, `category` and `list`.',
    }),
  );

export const ruleSchema = z.strictObject({
  id: idSchema.check(z.describe('Name of the rule in events and tests; unique.')),
  title: z._default(z.string().check(z.maxLength(BOUNDS.title)), '').check(z.describe('What people read; the id when empty.')),
  enabled: z._default(z.boolean(), true).check(z.describe('`false` switches the rule off.')),
  when: z
    .prefault(
      z.strictObject({
        ...place,
        unless: z.optional(placeSchema).check(z.describe('Where and for whom the rule does not apply: all that is named must fit.')),
      }),
      {},
    )
    .check(z.describe('Where and for whom the rule applies: all that is named must fit.')),
  detect: z.array(termSchema).check(z.minLength(1), z.maxLength(BOUNDS.terms)).check(z.describe('What the rule looks for.')),
  match: z
    ._default(z.enum(['any', 'all']), 'any')
    .check(z.describe('Whether one of the terms in `detect` is enough or all of them must hold.')),
  unless: z
    ._default(z.array(termSchema).check(z.maxLength(BOUNDS.terms)), [])
    .check(z.describe('The rule does not apply when one of these terms holds. The only thing that weakens a rule.')),
  action: action.check(z.describe('What is done with the draft. The strictest rule that matches wins; order does not matter.')),
  override: z
    ._default(z.enum(['none', 'reason']), 'none')
    .check(z.describe('For `redact` and `block`: whether the person may send unchanged after giving a reason.')),
  minReason: z
    ._default(z.int().check(z.minimum(1), z.maximum(500)), 10)
    .check(z.describe('Fewest characters of a reason, for `justify` and for `override: "reason"`.')),
  message: z._default(sentence, '').check(z.describe('Your words to the person: one text, or one per language (`{ "en": …, "de": … }`).')),
});

export const listSchema = z.strictObject({
  words: z
    ._default(z.array(z.string().check(z.minLength(1), z.maxLength(BOUNDS.word))).check(z.maxLength(BOUNDS.words)), [])
    .check(z.describe('Words and phrases of your own.')),
  patterns: z
    ._default(z.array(z.string().check(z.minLength(1), z.maxLength(BOUNDS.pattern))).check(z.maxLength(BOUNDS.patterns)), [])
    .check(z.describe('Regular expressions; those that cannot run in linear time are refused.')),
  caseSensitive: z._default(z.boolean(), false).check(z.describe('Whether capital and small letters differ.')),
});

export const testSchema = z.strictObject({
  text: z.string().check(z.maxLength(BOUNDS.testText)).check(z.describe('What somebody writes.')),
  site: z._default(z.string().check(z.maxLength(200)), '').check(z.describe('Site id; empty: a site that no rule names.')),
  channel: z._default(z.string().check(z.maxLength(50)), 'fetch').check(z.describe('Way out of the page.')),
  account: z._default(z.enum(ACCOUNTS), 'unknown').check(z.describe('Whose account it is.')),
  user: z._default(z.string().check(z.maxLength(200)), '').check(z.describe('User id.')),
  groups: z
    ._default(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(BOUNDS.names)), [])
    .check(z.describe('Groups of the user.')),
  expect: action.check(z.describe('The action that must come out.')),
});

/** Decisions about chat apps, beside the packs. */
const sites = {
  links: z
    ._default(z.enum(['judge', 'strip']), 'judge')
    .check(
      z.describe(
        'Prompts in links and typed addresses: `judge` stops those that a rule minds, which takes an install by policy in browsers of the Chromium family; `strip` has the browser take every such prompt out of the address before it asks for the page, in every install.',
      ),
    ),
  closed: z
    ._default(
      z.record(
        z.string().check(z.maxLength(64)),
        z.array(z.enum(['websocket', 'ping', 'object', 'media', 'csp_report', 'image', 'font', 'sub_frame'])).check(z.minLength(1)),
      ),
      {},
    )
    .check(
      z.describe('Kinds of requests that pages of a site do not need, by site id: the browser itself refuses them all, in every install.'),
    ),
  drafts: z
    ._default(z.enum(['judge', 'drop', 'allow']), 'judge')
    .check(
      z.describe(
        'What apps send while somebody still writes (autosave, suggestions, preparation): `judge` takes out what the rules mind, `drop` sends it without the text, `allow` lets it go unjudged.',
      ),
    ),
  accounts: z
    ._default(
      z.record(
        z.string().check(z.maxLength(64)),
        z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(BOUNDS.names)),
      ),
      {},
    )
    .check(
      z.describe(
        'Your own accounts, by site id: ids of workspaces, organisations or tenants as the site’s requests show them. With them, every other account of that site is `personal`.',
      ),
    ),
  unknown: z
    ._default(z.enum(['ignore', 'report', 'govern']), 'report')
    .check(
      z.describe(
        'What looks like a prompt to a model on a host without an entry: `report` tells the host, once a day and nothing else; `govern` judges it by the common chat formats, too, and puts gate and guide into all their pages. Both see only hosts that the browser has granted.',
      ),
    ),
};

const envelope = {
  schema: z.literal(SCHEMA_VERSION).check(z.describe('Version of this format.')),
  name: z
    .string()
    .check(z.minLength(1), z.maxLength(BOUNDS.title))
    .check(z.describe('Name of the policy, in events and on the options page.')),
  revision: z
    ._default(z.int().check(z.minimum(0)), 0)
    .check(z.describe('Count it up with every change: a lower one than was seen before is refused.')),
  defaults: z
    .prefault(
      z.strictObject({
        action: z._default(z.enum(['allow', 'monitor']), 'allow').check(z.describe('For findings that no rule minds.')),
        unreadable: z
          ._default(action, 'block')
          .check(z.describe('For bodies that cannot be read: too large, binary, of an unknown encoding.')),
        onDeadline: z._default(z.enum(['block', 'release']), 'block').check(z.describe('When there is no verdict in time.')),
      }),
      {},
    )
    .check(z.describe('What holds where no rule speaks.')),
  report: z
    .prefault(
      z.strictObject({
        usage: z._default(z.boolean(), false).check(z.describe('Report prompts without findings too (never their text).')),
        falseAlarms: z._default(z.boolean(), true).check(z.describe('Let people report false alarms.')),
      }),
      {},
    )
    .check(z.describe('What is reported besides findings that a rule minds.')),
  consent: z
    ._default(z.enum(['none', 'notice', 'required']), 'notice')
    .check(z.describe('`notice`: people are told what is reported. `required`: nothing is reported before they agree.')),
  help: z
    .prefault(
      z.strictObject({
        url: z
          ._default(
            z
              .string()
              .check(
                z.maxLength(2_000),
                z.regex(/^(?:https?:\/\/\S+)?$/, { error: 'Write an address that begins with https:// or http://.' }),
              ),
            '',
          )
          .check(z.describe('Page with help, http(s).')),
        text: z._default(sentence, '').check(z.describe('Whom to ask; one text, or one per language.')),
      }),
      {},
    )
    .check(z.describe('Where people find help.')),
};

const packs = 'Entries of chat apps that replace those of this build, or add to them.';

export const policySchema = z.strictObject({
  ...envelope,
  sites: z
    .prefault(
      z.strictObject({
        ...sites,
        packs: z._default(z.array(sitePackSchema).check(z.maxLength(BOUNDS.packs)), []).check(z.describe(packs)),
      }),
      {},
    )
    .check(z.describe('What holds for chat apps.')),
  lists: z
    ._default(z.record(idSchema, listSchema), {})
    .check(z.describe('Your own words and patterns, by list id. A list `projects` is found as entity `ORG:projects`.')),
  rules: z.array(ruleSchema).check(z.maxLength(BOUNDS.rules)).check(z.describe('The rules.')),
  tests: z
    ._default(z.array(testSchema).check(z.maxLength(BOUNDS.tests)), [])
    .check(z.describe('Texts with the action that must come out. A policy that fails its own tests is refused.')),
});

/** The policy with its site packs, lists, rules and tests still unread, so that each can be read, and set aside, on its own. */
export const envelopeSchema = z.strictObject({
  ...envelope,
  sites: z.prefault(z.strictObject({ ...sites, packs: z._default(z.array(z.unknown()).check(z.maxLength(BOUNDS.packs)), []) }), {}),
  lists: z._default(z.record(z.string(), z.unknown()), {}),
  rules: z.array(z.unknown()).check(z.maxLength(BOUNDS.rules)),
  tests: z._default(z.array(z.unknown()).check(z.maxLength(BOUNDS.tests)), []),
});

/** What administrators write, read and completed with defaults. */
export type Policy = z.output<typeof policySchema>;
export type Rule = z.output<typeof ruleSchema>;
export type Term = z.output<typeof termSchema>;
export type Place = z.output<typeof placeSchema>;
export type WordList = z.output<typeof listSchema>;
export type PolicyTest = z.output<typeof testSchema>;
/** One text, or one per language tag. */
export type Sentence = z.output<typeof sentence>;
