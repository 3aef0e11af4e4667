import { didYouMean, readBy, writePath } from './explain.ts';
import { readJson } from './json.ts';
import type { PolicyProblem } from './problem.ts';
import {
  BOUNDS,
  envelopeSchema,
  idSchema,
  listSchema,
  type Policy,
  type PolicyTest,
  type Rule,
  ruleSchema,
  SCHEMA_VERSION,
  testSchema,
  type WordList,
} from './schema.ts';
import { type SitePack, sitePackSchema } from './site-pack.ts';

/** What the rest of the build knows, so that a policy cannot name what does not exist. */
export interface KnownNames {
  readonly entities: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
}

export type PolicyReading =
  /** `problems`: what was set aside, and what was ignored. */
  | { readonly ok: true; readonly policy: Policy; readonly problems: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Reads a policy (format: `docs/policy.md`). A fault of the whole (not JSON, a later version, a wrong top level) refuses it. A
 * fault in one rule, list or test sets aside that one alone; if no rule is left of those that were written, the whole
 * is refused. Never throws. The patterns of lists are not looked at here: the engine refuses those that it cannot run in linear time.
 */
export function parsePolicy(text: string, known: KnownNames): PolicyReading {
  if (text.length > BOUNDS.text) {
    return refused({ path: '', message: `The policy is longer than ${BOUNDS.text} characters`, cure: 'Shorten its lists.' });
  }
  const json = readJson(text);
  if (!json.ok) {
    const { line, column, message, cure } = json.fault;
    return refused({ path: '', message: `Not JSON at line ${line}, column ${column}: ${message}`, cure });
  }
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    return refused({ path: '', message: 'The policy is not an object', cure: 'Begin it with { and end it with }.' });
  }
  const version: unknown = Reflect.get(json.value, 'schema');
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    const message = `The policy is written in format ${version}; this Tacit reads format ${SCHEMA_VERSION}`;
    return refused({ path: 'schema', message, cure: `Update Tacit, or write the policy in format ${SCHEMA_VERSION}.` });
  }

  const envelope = readBy(envelopeSchema, json.value, []);
  if (envelope.value === undefined) return { ok: false, problems: envelope.problems };
  const problems = [...envelope.problems];
  const packs = readPacks(envelope.value.sites.packs, problems);
  const lists = readLists(envelope.value.lists, problems);
  const names = { ...known, sites: new Set([...known.sites, ...packs.map((pack) => pack.id)]) };
  const rules = readRules(envelope.value.rules, new Set(Object.keys(lists)), names, problems);
  const tests = readTests(envelope.value.tests, names, problems);
  if (rules.length === 0 && envelope.value.rules.length > 0) {
    return {
      ok: false,
      problems: [{ path: 'rules', message: 'No rule is left that works', cure: 'Mend the rules.' }, ...bounded(problems)],
    };
  }
  const sites = { ...envelope.value.sites, packs };
  return { ok: true, policy: { ...envelope.value, sites, lists, rules, tests }, problems: bounded(problems) };
}

function refused(problem: PolicyProblem): PolicyReading {
  return { ok: false, problems: [problem] };
}

/** So many problems that people can still read them. */
function bounded(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const more = problems.length - BOUNDS.problems;
  if (more <= 0) return problems;
  return [...problems.slice(0, BOUNDS.problems), { path: '', message: `There are ${more} problems more`, cure: 'Mend those above first.' }];
}

/** A pack that is set aside leaves the built-in entry in force. */
function readPacks(written: readonly unknown[], problems: PolicyProblem[]): SitePack[] {
  const packs: SitePack[] = [];
  for (const [at, value] of written.entries()) {
    const reading = readBy(sitePackSchema, value, ['sites', 'packs', at]);
    problems.push(...setAside('site pack', reading));
    const pack = reading.value;
    if (pack === undefined) continue;
    if (packs.some(({ id }) => id === pack.id)) {
      const message = `The site pack is set aside: "${pack.id}" is the id of an earlier pack too`;
      problems.push({ path: `sites.packs[${at}].id`, message, cure: 'Join the two, or give it another id.' });
    } else packs.push(pack);
  }
  return packs;
}

function readLists(written: Readonly<Record<string, unknown>>, problems: PolicyProblem[]): Record<string, WordList> {
  const lists: Record<string, WordList> = {};
  for (const [count, [name, value]] of Object.entries(written).entries()) {
    const path = ['lists', name];
    if (count >= BOUNDS.lists) {
      problems.push({
        path: writePath(path),
        message: `This list and those after it are set aside: ${BOUNDS.lists} is the most`,
        cure: 'Join lists.',
      });
      break;
    }
    const id = readBy(idSchema, name, path);
    problems.push(...setAside('list', id));
    if (id.value === undefined) continue;
    const reading = readBy(listSchema, value, path);
    problems.push(...setAside('list', reading));
    if (reading.value === undefined) continue;
    lists[name] = reading.value;
  }
  return lists;
}

function readRules(written: readonly unknown[], lists: ReadonlySet<string>, known: KnownNames, problems: PolicyProblem[]): Rule[] {
  const rules: Rule[] = [];
  const ids = new Map<string, number>();
  const kinds = {
    entity: new Set([...known.entities, ...[...lists].map((list) => `ORG:${list}`)]),
    category: new Set([...known.categories, 'organisation']),
    list: lists,
  };
  for (const [at, value] of written.entries()) {
    const reading = readBy(ruleSchema, value, ['rules', at]);
    problems.push(...setAside('rule', reading));
    const rule = reading.value;
    if (rule === undefined) continue;
    const faults = unknownNames(rule, `rules[${at}]`, kinds);
    const first = ids.get(rule.id);
    if (first !== undefined)
      faults.push({ path: `rules[${at}].id`, message: `"${rule.id}" is the id of rules[${first}] too`, cure: 'Give it another id.' });
    problems.push(...faults.map((fault) => ({ ...fault, message: `The rule is set aside: ${fault.message}` })));
    if (faults.length > 0) continue;
    ids.set(rule.id, at);
    problems.push(...unknownSites(rule.when.sites, `rules[${at}].when.sites`, known));
    problems.push(...unknownSites(rule.when.unless?.sites, `rules[${at}].when.unless.sites`, known));
    rules.push(rule);
  }
  return rules;
}

/** Names in a rule's terms that nothing answers to. */
function unknownNames(
  rule: Rule,
  path: string,
  kinds: Readonly<Record<'entity' | 'category' | 'list', ReadonlySet<string>>>,
): PolicyProblem[] {
  const faults: PolicyProblem[] = [];
  for (const part of ['detect', 'unless'] as const) {
    for (const [n, term] of rule[part].entries()) {
      for (const kind of ['entity', 'category', 'list'] as const) {
        const name = term[kind];
        if (name === undefined || kinds[kind].has(name) || faults.length >= BOUNDS.problemsOfOne) continue;
        const cure = didYouMean(name, kinds[kind]) || (kind === 'list' ? 'Add it to `lists`.' : 'See the list of detectors.');
        faults.push({ path: `${path}.${part}[${n}].${kind}`, message: `There is no ${kind} "${name}"`, cure });
      }
    }
  }
  return faults;
}

/** A site that this build does not know is no fault of the rule: it may be a later build's. */
function unknownSites(sites: readonly string[] | undefined, path: string, known: KnownNames): PolicyProblem[] {
  const unknown = [...(sites ?? []).entries()].filter(([, site]) => !known.sites.has(site));
  return unknown.slice(0, BOUNDS.problemsOfOne).map(([at, site]) => ({
    path: `${path}[${at}]`,
    message: `There is no site "${site}"; it is ignored`,
    cure: didYouMean(site, known.sites) || 'See the list of sites.',
  }));
}

function readTests(written: readonly unknown[], known: KnownNames, problems: PolicyProblem[]): PolicyTest[] {
  return written.flatMap((value, at) => {
    const reading = readBy(testSchema, value, ['tests', at]);
    problems.push(...setAside('test', reading));
    const { site } = reading.value ?? {};
    if (site) problems.push(...unknownSites([site], `tests[${at}].site`, known));
    return reading.value ?? [];
  });
}

/** The problems of a part, which say that it was set aside when it was. */
function setAside(
  what: string,
  reading: { readonly value: unknown; readonly problems: readonly PolicyProblem[] },
): readonly PolicyProblem[] {
  const problems = reading.problems.slice(0, BOUNDS.problemsOfOne);
  if (reading.value !== undefined) return problems;
  return problems.map((problem) => ({ ...problem, message: `The ${what} is set aside: ${problem.message}` }));
}
