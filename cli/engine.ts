import { categoriesOf, engineFor, isAmbient, KNOWN_NAMES, wantsPeople } from '../lib/check/posture-source.ts';
import { createPeople, loadPeople, type People } from '../lib/detectors/people.ts';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { decide } from '../lib/policy/decide.ts';
import { checkPolicy } from '../lib/policy/in-force.ts';
import type { Trial } from '../lib/policy/policy-tests.ts';
import type { PolicyProblem } from '../lib/policy/problem.ts';
import type { PolicyStamp, Verdict } from '../lib/policy/verdict.ts';
import type { Finding } from '../lib/scan/finding.ts';

/** What was found in a text, and what the policy says about it; null without a policy. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict | null;
}

/** Finds and judges as the extension does. */
export interface Judge {
  /** Never rejects: any text is accepted. */
  readonly judge: (text: string) => Promise<Judged>;
  readonly policy: PolicyStamp | null;
}

export type JudgeReading =
  /** `problems`: what was set aside in the policy, and what was ignored. */
  | { readonly ok: true; readonly judge: Judge; readonly problems: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The engine of the extension with the library of people's names loaded, whether a text asks for it or not. */
export async function createTrial(): Promise<Trial> {
  const people = await loadPeople();
  return { scanFor: (policy) => engineFor(policy, people).scan, ambient: isAmbient, categoriesOf };
}

/** Does work with the engine of the extension, and once more when a text in it asked for the library of people's names. */
async function tried<T>(work: (trial: Trial) => T): Promise<{ readonly result: T; readonly people: People }> {
  const people = createPeople();
  const trial: Trial = { scanFor: (policy) => engineFor(policy, people.detector).scan, ambient: isAmbient, categoriesOf };
  const result = await completed(people, () => work(trial));
  return { result, people };
}

/** The judge without a policy: every built-in detector, no word lists, no verdict. */
export function plainJudge(): Judge {
  const people = createPeople();
  const { scan } = engineFor({ ...builtInPolicy(), lists: {} }, people.detector);
  return { policy: null, judge: async (text) => ({ findings: await completed(people, () => scan(text)), verdict: null }) };
}

/**
 * The judge of a policy, which is examined as a browser does before it holds. A text counts as the prompt of one draft, in the situation
 * that a policy's own tests have when they name none: a site and a user that no rule names, channel `fetch`.
 */
export async function policyJudge(text: string): Promise<JudgeReading> {
  const { result: reading, people } = await tried((trial) => checkPolicy(text, KNOWN_NAMES, trial));
  if (!reading.ok) return reading;
  const { policy } = reading;
  const engine = engineFor(policy, wantsPeople(policy) ? people.detector : null);
  const context = { siteId: '', channel: 'fetch', account: 'unknown', user: '', groups: [], locale: 'en' } as const;
  return {
    ok: true,
    problems: [...reading.problems, ...engine.problems],
    judge: {
      policy: { name: policy.name, revision: policy.revision },
      judge: async (prompt) => {
        const findings = await completed(people, () => engine.scan(prompt));
        return { findings, verdict: decide(policy, context, [{ role: 'prompt', findings }], isAmbient, categoriesOf) };
      },
    },
  };
}

async function completed<T>(people: People, work: () => T): Promise<T> {
  const result = work();
  if (!people.missed()) return result;
  await people.load();
  return work();
}
