import { engineFor, KNOWN_NAMES } from '../lib/check/posture-source.ts';
import { workingPacks } from '../lib/check/site-packs.ts';
import { checkPolicy } from '../lib/policy/in-force.ts';
import { parsePolicy } from '../lib/policy/parse.ts';
import type { PolicyProblem } from '../lib/policy/problem.ts';
import { createTrial } from './engine.ts';

/** What `tacit policy check` says. */
export interface PolicyReport {
  /** Whether a browser would put the policy into force. */
  readonly accepted: boolean;
  readonly name: string;
  readonly revision: number;
  /** Rules that work. */
  readonly rules: number;
  /** Site packs that work, their examples included. */
  readonly sitePacks: number;
  /** Tests that were run. */
  readonly tests: number;
  readonly problems: readonly PolicyProblem[];
}

/** Examines a policy as a browser does: format, names, patterns, site packs with their examples, its own tests. */
export async function policyReport(text: string): Promise<PolicyReport> {
  const reading = checkPolicy(text, KNOWN_NAMES, await createTrial());
  // A policy that failed its own tests can be read all the same, and has lists to report on.
  const parsed = parsePolicy(text, KNOWN_NAMES);
  const policy = parsed.ok ? parsed.policy : undefined;
  const packs = workingPacks(policy?.sites.packs ?? []);
  return {
    accepted: reading.ok,
    name: policy?.name ?? '',
    revision: policy?.revision ?? 0,
    rules: policy?.rules.length ?? 0,
    sitePacks: packs.packs.length,
    tests: policy?.tests.length ?? 0,
    problems: [...reading.problems, ...(policy ? engineFor(policy, null).problems : []), ...packs.problems],
  };
}

/** The report as people read it. */
export function writeReport(file: string, { accepted, name, revision, rules, sitePacks, tests, problems }: PolicyReport): string {
  const head = accepted
    ? `${file}: policy "${name}", revision ${revision}: ${rules} rules work, ${sitePacks === 0 ? '' : `${sitePacks} site packs work, `}${tests} tests passed, ${problems.length} problems`
    : `${file}: refused, ${problems.length} problems`;
  return [head, ...problems.map(({ path, message, cure }) => `  ${path === '' ? 'policy' : path}: ${message}\n    ${cure}`)].join('\n');
}
