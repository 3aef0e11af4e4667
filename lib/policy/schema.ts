import * as z from 'zod';
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
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
  error: 'Use small letters, digits, dots, hyphens and underscores, at most 64, beginning with a letter or digit.',
});
const action = z.enum(ACTIONS);
const names = z.array(z.string().min(1).max(200)).min(1).max(BOUNDS.names);
const sentence = z.union([z.string().max(BOUNDS.message), z.record(z.string().max(35), z.string().max(BOUNDS.message))], {
  error: 'Write one text, or an object with one text per language: { "en": "…", "de": "…" }.',
});

const place = {
  sites: names.optional().describe('Site ids. Left out: every site.'),
  channels: z
    .array(z.enum(['composer', 'fetch', 'xhr', 'websocket', 'beacon', 'form', 'peer', 'worker', 'cookie', 'network']))
    .min(1)
    .optional()
    .describe('Ways out of the page. Left out: every way.'),
  accounts: z
    .array(z.enum(ACCOUNTS))
    .min(1)
    .optional()
    .describe('Whose account the site is used with, as far as its requests show. Left out: every account.'),
  users: names.optional().describe('User ids as the browser is told them (`userId`); `*` stands for any characters. Left out: everybody.'),
  groups: names.optional().describe('Groups as the browser is told them (`groups`); one in common is enough. Left out: everybody.'),
};

export const placeSchema = z.strictObject(place);

export const termSchema = z
  .strictObject({
    entity: z.string().min(1).max(100).optional().describe('Entity type, such as `CREDIT_CARD`.'),
    category: z.string().min(1).max(100).optional().describe('Category, such as `secrets`: every entity type in it.'),
    list: idSchema.optional().describe('Id of one of the `lists`.'),
    minCount: z.int().min(1).max(1_000_000).default(1).describe('Holds from this many findings in the whole draft.'),
    minConfidence: z.number().min(0).max(1).default(0.5).describe('Findings below this confidence (0 to 1) do not count.'),
  })
  .refine((term) => [term.entity, term.category, term.list].filter((name) => name !== undefined).length === 1, {
    error: 'Name exactly one of `entity`, `category` and `list`.',
  });

export const ruleSchema = z.strictObject({
  id: idSchema.describe('Name of the rule in events and tests; unique.'),
  title: z.string().max(BOUNDS.title).default('').describe('What people read; the id when empty.'),
  enabled: z.boolean().default(true).describe('`false` switches the rule off.'),
  when: z
    .strictObject({
      ...place,
      unless: placeSchema.optional().describe('Where and for whom the rule does not apply: all that is named must fit.'),
    })
    .prefault({})
    .describe('Where and for whom the rule applies: all that is named must fit.'),
  detect: z.array(termSchema).min(1).max(BOUNDS.terms).describe('What the rule looks for.'),
  match: z.enum(['any', 'all']).default('any').describe('Whether one of the terms in `detect` is enough or all of them must hold.'),
  unless: z
    .array(termSchema)
    .max(BOUNDS.terms)
    .default([])
    .describe('The rule does not apply when one of these terms holds. The only thing that weakens a rule.'),
  action: action.describe('What is done with the draft. The strictest rule that matches wins; order does not matter.'),
  override: z
    .enum(['none', 'reason'])
    .default('none')
    .describe('For `redact` and `block`: whether the person may send unchanged after giving a reason.'),
  minReason: z.int().min(1).max(500).default(10).describe('Fewest characters of a reason, for `justify` and for `override: "reason"`.'),
  message: sentence.default('').describe('Your words to the person: one text, or one per language (`{ "en": …, "de": … }`).'),
});

export const listSchema = z.strictObject({
  words: z.array(z.string().min(1).max(BOUNDS.word)).max(BOUNDS.words).default([]).describe('Words and phrases of your own.'),
  patterns: z
    .array(z.string().min(1).max(BOUNDS.pattern))
    .max(BOUNDS.patterns)
    .default([])
    .describe('Regular expressions; those that cannot run in linear time are refused.'),
  caseSensitive: z.boolean().default(false).describe('Whether capital and small letters differ.'),
});

export const testSchema = z.strictObject({
  text: z.string().max(BOUNDS.testText).describe('What somebody writes.'),
  site: z.string().max(200).default('').describe('Site id; empty: a site that no rule names.'),
  channel: z.string().max(50).default('fetch').describe('Way out of the page.'),
  account: z.enum(ACCOUNTS).default('unknown').describe('Whose account it is.'),
  user: z.string().max(200).default('').describe('User id.'),
  groups: z.array(z.string().max(200)).max(BOUNDS.names).default([]).describe('Groups of the user.'),
  expect: action.describe('The action that must come out.'),
});

/** Decisions about chat apps, beside the packs. */
const sites = {
  links: z
    .enum(['judge', 'strip'])
    .default('judge')
    .describe(
      'Prompts in links and typed addresses: `judge` stops those that a rule minds, which takes an install by policy in browsers of the Chromium family; `strip` has the browser take every such prompt out of the address before it asks for the page, in every install.',
    ),
  closed: z
    .record(
      z.string().max(64),
      z.array(z.enum(['websocket', 'ping', 'object', 'media', 'csp_report', 'image', 'font', 'sub_frame'])).min(1),
    )
    .default({})
    .describe('Kinds of requests that pages of a site do not need, by site id: the browser itself refuses them all, in every install.'),
  drafts: z
    .enum(['judge', 'drop', 'allow'])
    .default('judge')
    .describe(
      'What apps send while somebody still writes (autosave, suggestions, preparation): `judge` takes out what the rules mind, `drop` sends it without the text, `allow` lets it go unjudged.',
    ),
  accounts: z
    .record(z.string().max(64), z.array(z.string().min(1).max(200)).max(BOUNDS.names))
    .default({})
    .describe(
      'Your own accounts, by site id: ids of workspaces, organisations or tenants as the site’s requests show them. With them, every other account of that site is `personal`.',
    ),
  unknown: z
    .enum(['ignore', 'report', 'govern'])
    .default('report')
    .describe(
      'What looks like a prompt to a model on a host without an entry: `report` tells the host, once a day and nothing else; `govern` judges it by the common chat formats, too, and puts gate and guide into all their pages. Both see only hosts that the browser has granted.',
    ),
};

const envelope = {
  schema: z.literal(SCHEMA_VERSION).describe('Version of this format.'),
  name: z.string().min(1).max(BOUNDS.title).describe('Name of the policy, in events and on the options page.'),
  revision: z.int().min(0).default(0).describe('Count it up with every change: a lower one than was seen before is refused.'),
  defaults: z
    .strictObject({
      action: z.enum(['allow', 'monitor']).default('allow').describe('For findings that no rule minds.'),
      unreadable: action.default('block').describe('For bodies that cannot be read: too large, binary, of an unknown encoding.'),
      onDeadline: z.enum(['block', 'release']).default('block').describe('When there is no verdict in time.'),
    })
    .prefault({})
    .describe('What holds where no rule speaks.'),
  report: z
    .strictObject({
      usage: z.boolean().default(false).describe('Report prompts without findings too (never their text).'),
      falseAlarms: z.boolean().default(true).describe('Let people report false alarms.'),
    })
    .prefault({})
    .describe('What is reported besides findings that a rule minds.'),
  consent: z
    .enum(['none', 'notice', 'required'])
    .default('notice')
    .describe('`notice`: people are told what is reported. `required`: nothing is reported before they agree.'),
  help: z
    .strictObject({
      url: z
        .string()
        .max(2_000)
        .regex(/^(?:https?:\/\/\S+)?$/, { error: 'Write an address that begins with https:// or http://.' })
        .default('')
        .describe('Page with help, http(s).'),
      text: sentence.default('').describe('Whom to ask; one text, or one per language.'),
    })
    .prefault({})
    .describe('Where people find help.'),
};

const packs = 'Entries of chat apps that replace those of this build, or add to them.';

export const policySchema = z.strictObject({
  ...envelope,
  sites: z
    .strictObject({ ...sites, packs: z.array(sitePackSchema).max(BOUNDS.packs).default([]).describe(packs) })
    .prefault({})
    .describe('What holds for chat apps.'),
  lists: z
    .record(idSchema, listSchema)
    .default({})
    .describe('Your own words and patterns, by list id. A list `projects` is found as entity `ORG:projects`.'),
  rules: z.array(ruleSchema).max(BOUNDS.rules).describe('The rules.'),
  tests: z
    .array(testSchema)
    .max(BOUNDS.tests)
    .default([])
    .describe('Texts with the action that must come out. A policy that fails its own tests is refused.'),
});

/** The policy with its site packs, lists, rules and tests still unread, so that each can be read, and set aside, on its own. */
export const envelopeSchema = z.strictObject({
  ...envelope,
  sites: z.strictObject({ ...sites, packs: z.array(z.unknown()).max(BOUNDS.packs).default([]) }).prefault({}),
  lists: z.record(z.string(), z.unknown()).default({}),
  rules: z.array(z.unknown()).max(BOUNDS.rules),
  tests: z.array(z.unknown()).max(BOUNDS.tests).default([]),
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
