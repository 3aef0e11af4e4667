import * as z from 'zod/mini';
import { ACTIONS } from '../../lib/policy/action.ts';
import { MANAGED_KEYS } from '../../lib/policy/managed.ts';
import balanced from '../../lib/policy/ready/balanced.json' with { type: 'json' };
import ccpa from '../../lib/policy/ready/ccpa.json' with { type: 'json' };
import gdpr from '../../lib/policy/ready/gdpr.json' with { type: 'json' };
import hipaa from '../../lib/policy/ready/hipaa.json' with { type: 'json' };
import lgpd from '../../lib/policy/ready/lgpd.json' with { type: 'json' };
import observe from '../../lib/policy/ready/observe.json' with { type: 'json' };
import pciDss from '../../lib/policy/ready/pci-dss.json' with { type: 'json' };
import strict from '../../lib/policy/ready/strict.json' with { type: 'json' };
import { BOUNDS, listSchema, placeSchema, policySchema, ruleSchema, termSchema, testSchema } from '../../lib/policy/schema.ts';
import { clueSchema, endpointSchema, exampleSchema, linkSchema, sitePackSchema } from '../../lib/policy/site-pack.ts';
import { code, page, table } from './markdown.ts';

const SHORT = {
  schema: 1,
  name: 'acme',
  revision: 1,
  lists: { projects: { words: ['Project Bluebird'] } },
  rules: [
    { id: 'keys', detect: [{ category: 'secrets' }], action: 'block', message: 'Take the key out.' },
    { id: 'cards', detect: [{ entity: 'CREDIT_CARD' }], action: 'redact' },
    { id: 'projects', detect: [{ list: 'projects' }], when: { unless: { groups: ['Research'] } }, action: 'justify' },
  ],
  tests: [{ text: 'What is the market for Project Bluebird?', expect: 'justify' }],
};

/** Ids of accounts are the organisation's own, so no ready policy can name them. */
const OWN_ACCOUNTS = {
  schema: 1,
  name: 'acme',
  revision: 2,
  sites: {
    accounts: { claude: ['7f0c1a52-8a1e-4a55-9e55-3c1f4f1b2d90'], chatgpt: ['6c9d7b1e-0d1f-4a63-8f0b-5f6f0a7b9c21'] },
    drafts: 'drop',
    links: 'strip',
  },
  rules: [
    { id: 'keys', detect: [{ category: 'secrets' }], action: 'block', message: 'Take the key out.' },
    { id: 'people', detect: [{ category: 'personal' }], action: 'redact', override: 'reason' },
    {
      id: 'people-in-personal-accounts',
      detect: [{ category: 'personal' }],
      when: { accounts: ['personal'] },
      action: 'block',
      message: 'This is a personal account: use ours.',
    },
  ],
  tests: [
    { text: 'Write to ana@example.com.', site: 'claude', account: 'work', expect: 'redact' },
    { text: 'Write to ana@example.com.', site: 'claude', account: 'personal', expect: 'block' },
    { text: 'Write to ana@example.com.', account: 'unknown', expect: 'redact' },
  ],
};

const MEANING: Record<(typeof ACTIONS)[number], string> = {
  allow: 'Sent. Nothing is recorded.',
  monitor: 'Sent. The kind and number of findings are reported, never the text.',
  warn: 'Held. The person may send it unchanged, send it redacted, or edit it.',
  justify: 'Held. As `warn`, but sending it unchanged needs a reason.',
  redact: 'Sent with placeholders in place of the findings; `override: "reason"` allows the original after a reason.',
  block: 'Not sent; `override: "reason"` allows it after a reason.',
};

interface PackRule {
  readonly title: string;
  readonly detect: readonly { readonly category?: string; readonly entity?: string }[];
}

const PACKS: readonly (readonly [name: string, law: string, rules: readonly PackRule[]])[] = [
  ['gdpr', 'Regulation (EU) 2016/679, Art. 4, 9 and 87: https://eur-lex.europa.eu/eli/reg/2016/679/oj', gdpr.rules],
  [
    'hipaa',
    '45 CFR 160.103 and 164.514(b)(2), the eighteen identifiers of Safe Harbor: https://www.ecfr.gov/current/title-45/part-164/section-164.514',
    hipaa.rules,
  ],
  ['pci-dss', 'PCI DSS 4.0.1, requirements 3 and 8: https://www.pcisecuritystandards.org/document_library/', pciDss.rules],
  [
    'ccpa',
    'California Civil Code 1798.140(v) and (ae): https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.140',
    ccpa.rules,
  ],
  ['lgpd', 'Lei nº 13.709/2018, Art. 5 and 11: https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm', lgpd.rules],
];

function termName({ category, entity }: PackRule['detect'][number]): string {
  return `\`${category ?? entity}\``;
}

/** Reference of the policy format, from the schema itself. */
export function policyPage(): string {
  return page(
    '# Policy',
    'A policy is one JSON text. `schema`, `name` and `rules` are enough; everything else has a default.',
    code('json', JSON.stringify(SHORT, null, 2)),
    'Check it before you roll it out: `npm run tacit -- policy check policy.json`.',
    '## Actions',
    'From the most lenient to the strictest. The strictest rule that matches wins, so the order of rules never matters; `unless` is the only thing that weakens a rule.',
    table(
      ['Action', 'What happens'],
      ACTIONS.map((action) => [`\`${action}\``, MEANING[action]]),
    ),
    '## Policy',
    keys(policySchema),
    '## Rules',
    keys(ruleSchema),
    '### `when`, and `unless` inside it',
    keys(placeSchema),
    '### Terms: `detect` and `unless`',
    'Each names one `entity`, one `category` or one `list`; [the detectors](detectors.md) list the first two.',
    keys(termSchema),
    '## Lists',
    keys(listSchema),
    '## Accounts, drafts and links',
    'Most apps do not say whose account it is. Put the ids of your own into `sites.accounts`, as the app’s requests show them ([which apps show one](sites.md)): from then on they are `work`, and every other account of that app is `personal`. `balanced` and `strict` are stricter with personal accounts; they take effect where an app tells by itself, and everywhere else once the ids are there. `unknown` is neither: a rule for it needs `accounts: ["unknown"]`.',
    'This one blocks in personal accounts what it redacts elsewhere, sends nothing before Send, and takes prompts out of links:',
    code('json', JSON.stringify(OWN_ACCOUNTS, null, 2)),
    '## Site packs',
    'Each entry of `sites.packs` is one chat app, in the shape of [ours](add-a-site.md): it takes the place of the built-in entry with its `id`, or adds one, in the hour that it is pushed and without an update of the extension. One that does not fit, or that fails one of its own examples, is set aside, and the built-in entry holds. Hosts that this build does not list need the browser’s leave, see [add a site](add-a-site.md#by-policy).',
    keys(sitePackSchema),
    '### Endpoints of a site pack',
    keys(endpointSchema),
    '### Links of a site pack',
    keys(linkSchema),
    '### What shows the account',
    keys(clueSchema),
    '### Examples of a site pack',
    '`tacit policy check` runs them, and so does the browser.',
    keys(exampleSchema),
    '## Tests',
    'A policy that fails one of its own tests is refused, and the one before it stays.',
    keys(testSchema),
    '## What is wrong, and what happens then',
    table(
      ['Fault', 'What happens'],
      [
        [
          'Not JSON, a later `schema`, a wrong top level, a failed test, a lower `revision` than before',
          'The policy is refused. The last good one stays; without one, the built-in policy holds.',
        ],
        ['A rule, list or pattern that is wrong', 'It alone is set aside; the others work. If no rule is left, the policy is refused.'],
        ['A site pack that is wrong, or fails one of its examples', 'It alone is set aside; the built-in entry of that app holds.'],
        ['A test that is wrong', 'It alone is left out.'],
        ['A key that is not known', 'It is ignored, which never makes a rule more lenient.'],
        ['Managed storage is empty in a browser that was managed before', 'The last good policy stays.'],
      ],
    ),
    'Every fault is named on the options page with its path and its cure.',
    '## Bounds',
    table(['What', 'At most'], bounds()),
    '## Ready policies',
    table(
      ['File', 'Rules'],
      [observe, balanced, strict, gdpr, hipaa, pciDss, ccpa, lgpd].map(({ name, rules }) => [
        `[${name}](../lib/policy/ready/${name}.json)`,
        rules.map(({ title, action }) => `${title}: \`${action}\``).join('; '),
      ]),
    ),
    'Where nobody manages the browser and nobody has written a policy, the built-in one holds: `balanced` without any reporting.',
    '### What the packs for regulations look for',
    'Each is a starting point, not advice: copy it, add your own lists and exceptions. `personal`, `financial`, `health`, `special-category`, `government-id`, `phi`, `pci`, `device` and `company` are categories that any rule may name; [the detectors](detectors.md) say which entity is in which.',
    table(
      ['Pack', 'Regulation', 'Looks for'],
      PACKS.map(([name, law, rules]) => [
        `[${name}](../lib/policy/ready/${name}.json)`,
        law,
        rules.map(({ title, detect }) => `${title}: ${detect.map(termName).join(', ')}`).join('; '),
      ]),
    ),
    '## Managed keys',
    'What is set per browser rather than in the policy. How: [Chrome](deploy/chrome.md), [Edge](deploy/edge.md), [Firefox](deploy/firefox.md).',
    managedKeys(),
  );
}

/** Table of the managed keys. */
export function managedKeys(): string {
  return table(
    ['Key', 'Type', 'Meaning'],
    MANAGED_KEYS.map(({ key, type, description }) => [`\`${key}\``, type, description]),
  );
}

function bounds(): [string, string][] {
  const words: Record<keyof typeof BOUNDS, string> = {
    text: 'Characters of the policy',
    rules: 'Rules',
    terms: 'Terms in `detect`, and in `unless`',
    lists: 'Lists',
    packs: 'Site packs',
    words: 'Words in a list',
    patterns: 'Patterns in a list',
    word: 'Characters of a word',
    pattern: 'Characters of a pattern',
    names: 'Names in one of `sites`, `users`, `groups`',
    tests: 'Tests',
    testText: 'Characters of a test',
    title: 'Characters of a name or title',
    message: 'Characters of a message',
    problems: 'Problems that are reported of one policy',
    problemsOfOne: 'Problems that are reported of one rule, list or test',
  };
  return Object.entries(words).map(([key, text]) => [text, BOUNDS[key as keyof typeof BOUNDS].toLocaleString('en')]);
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
  readonly description?: string;
}

/** Table of an object's keys; objects inside it that have keys of their own follow as `outer.inner`, unless a table of their own has them. */
function keys(schema: z.ZodMiniType): string {
  return table(['Key', 'Type', 'Default', 'Meaning'], rows(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, ''));
}

function rows(schema: JsonSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const must = schema.required?.includes(key) ?? false;
    const row = [`\`${prefix}${key}\``, typeOf(inner), defaultOf(inner, must), inner.description ?? ''];
    return inner.properties && key !== 'when' && key !== 'unless' ? [row, ...rows(inner, `${prefix}${key}.`)] : [row];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((each) => `\`${each}\``).join(', ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf) return 'text, or one per language';
  if (schema.type === 'array') return schema.items?.properties ? 'list of objects' : `list of ${plural(typeOf(schema.items ?? {}))}`;
  return { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', object: 'object' }[schema.type ?? ''] ?? '';
}

function plural(type: string): string {
  return type === 'text' ? 'texts' : type;
}

function defaultOf(schema: JsonSchema, must: boolean): string {
  if (must) return '**needed**';
  if (schema.default === undefined || schema.type === 'object' || schema.default === '') return '';
  return `\`${JSON.stringify(schema.default)}\``;
}
