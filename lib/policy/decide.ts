import type { Finding } from '../scan/finding.ts';
import { type Action, stricter } from './action.ts';
import { inLocale } from './locale.ts';
import { applies, type Situation } from './place.ts';
import type { Policy, Rule, Term } from './schema.ts';
import type { JudgedFinding, RuleHit, Verdict } from './verdict.ts';

/** What terms ask for unless they say otherwise; weaker findings are guesses, which the default action leaves alone too. */
const USUAL = 0.5;

/** Who sends, from where, by which way, and in which language they read. */
export interface DecideContext extends Situation {
  /** BCP 47 tag of the language that messages are picked in. */
  readonly locale: string;
}

/** One text part of the draft, without its text. */
export interface ScannedPart {
  readonly role: 'prompt' | 'other';
  readonly findings: readonly Finding[];
}

/**
 * Judges a draft. Pure: the same arguments always give the same verdict, and the order of rules never changes its action.
 *
 * A rule matches when it applies here (`when`), its terms hold over the whole draft (`detect`, `match`) and none of its
 * exceptions does (`unless`). A finding's action is the strictest of the rules that match it; the verdict's action is the
 * strictest of all.
 *
 * @param ambient whether apps send this entity of their own accord: it counts in prompt text only
 * @param categoriesOf categories of an entity
 */
export function decide(
  policy: Policy,
  context: DecideContext,
  parts: readonly ScannedPart[],
  ambient: (entity: string) => boolean,
  categoriesOf: CategoriesOf,
): Verdict {
  const seen = parts.flatMap((part, index) =>
    part.findings.map((finding): Seen => ({ finding, part: index, counts: part.role === 'prompt' || !ambient(finding.entity), rules: [] })),
  );
  const byEntity = new Map<string, Seen[]>();
  for (const each of seen) {
    if (!each.counts) continue;
    for (const entity of [each.finding.entity, ...(each.finding.also ?? [])]) {
      const same = byEntity.get(entity);
      if (same) same.push(each);
      else byEntity.set(entity, [each]);
    }
  }
  const hits: RuleHit[] = [];
  for (const rule of policy.rules) {
    if (!rule.enabled || !applies(rule.when, context)) continue;
    const minded = matches(rule, byEntity, categoriesOf);
    if (minded.size === 0) continue;
    hits.push(ruleHit(policy, rule, context.locale));
    for (const each of minded) each.rules.push(rule);
  }

  const unminded = seen.some((each) => each.counts && each.rules.length === 0 && each.finding.confidence >= USUAL);
  return {
    action: hits.reduce<Action>((strictest, hit) => stricter(strictest, hit.action), unminded ? policy.defaults.action : 'allow'),
    findings: seen.map(judged),
    rules: hits,
    policy: { name: policy.name, revision: policy.revision },
  };
}

/** A finding of this draft while rules look at it. */
interface Seen {
  readonly finding: Finding;
  readonly part: number;
  readonly counts: boolean;
  readonly rules: Rule[];
}

type ByEntity = ReadonlyMap<string, readonly Seen[]>;
type CategoriesOf = (entity: string) => readonly string[];

/** What a rule minds; empty when it does not match. */
function matches(rule: Rule, byEntity: ByEntity, categoriesOf: CategoriesOf): ReadonlySet<Seen> {
  if (rule.unless.some((term) => holding(term, byEntity, categoriesOf).length > 0)) return new Set();
  const held = rule.detect.map((term) => holding(term, byEntity, categoriesOf));
  if (rule.match === 'all' && held.some((each) => each.length === 0)) return new Set();
  return new Set(held.flat());
}

/** What a term names, or nothing when there is less of it than the term asks for. */
function holding(term: Term, byEntity: ByEntity, categoriesOf: CategoriesOf): readonly Seen[] {
  const named = new Set<Seen>();
  for (const [entity, all] of byEntity) {
    if (!names(term, entity, categoriesOf)) continue;
    for (const each of all) if (each.finding.confidence >= term.minConfidence) named.add(each);
  }
  return named.size >= term.minCount ? [...named] : [];
}

function names(term: Term, entity: string, categoriesOf: CategoriesOf): boolean {
  if (term.entity !== undefined) return term.entity === entity;
  if (term.list !== undefined) return entity === `ORG:${term.list}`;
  return term.category !== undefined && categoriesOf(entity).includes(term.category);
}

function judged({ finding, part, rules }: Seen): JudgedFinding {
  const action = rules.reduce<Action>((strictest, rule) => stricter(strictest, rule.action), 'allow');
  return { ...finding, part, action, rules: rules.map((rule) => rule.id) };
}

function ruleHit(policy: Policy, rule: Rule, locale: string): RuleHit {
  return {
    id: rule.id,
    title: rule.title || rule.id,
    action: rule.action,
    message: inLocale(rule.message, locale),
    helpUrl: policy.help.url,
  };
}
