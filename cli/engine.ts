import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { categoriesOf, engineFor, isAmbient, KNOWN_NAMES, wantsNames } from '../lib/check/posture-source.ts';
import { createNames, type Names } from '../lib/detectors/names.ts';
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

/** The table of names: beside the built command, or in the checkout. */
async function readNames(): Promise<ArrayBuffer> {
  const beside = join(import.meta.dirname, 'names.bin');
  const bytes = await readFile(existsSync(beside) ? beside : join(import.meta.dirname, '../public/names.bin'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** The engine of the extension with the table of names loaded, whether a text asks for it or not. */
export async function createTrial(): Promise<Trial> {
  const names = createNames(readNames);
  await names.load();
  return { scanFor: (policy) => engineFor(policy, names.detector).scan, ambient: isAmbient, categoriesOf };
}

/** Does work with the engine of the extension, and once more when a text in it asked for the table of names. */
async function tried<T>(work: (trial: Trial) => T): Promise<{ readonly result: T; readonly names: Names }> {
  const names = createNames(readNames);
  const trial: Trial = { scanFor: (policy) => engineFor(policy, names.detector).scan, ambient: isAmbient, categoriesOf };
  const result = await completed(names, () => work(trial));
  return { result, names };
}

/** The judge without a policy: every built-in detector, no word lists, no verdict. */
export function plainJudge(): Judge {
  const names = createNames(readNames);
  const { scan } = engineFor({ ...builtInPolicy(), lists: {} }, names.detector);
  return { policy: null, judge: async (text) => ({ findings: await completed(names, () => scan(text)), verdict: null }) };
}

/**
 * The judge of a policy, which is examined as a browser does before it holds. A text counts as the prompt of one draft, in the situation
 * that a policy's own tests have when they name none: a site and a user that no rule names, channel `fetch`.
 */
export async function policyJudge(text: string): Promise<JudgeReading> {
  const { result: reading, names } = await tried((trial) => checkPolicy(text, KNOWN_NAMES, trial));
  if (!reading.ok) return reading;
  const { policy } = reading;
  const engine = engineFor(policy, wantsNames(policy) ? names.detector : null);
  const context = { siteId: '', channel: 'fetch', account: 'unknown', user: '', groups: [], locale: 'en' } as const;
  return {
    ok: true,
    problems: [...reading.problems, ...engine.problems],
    judge: {
      policy: { name: policy.name, revision: policy.revision },
      judge: async (prompt) => {
        const findings = await completed(names, () => engine.scan(prompt));
        return { findings, verdict: decide(policy, context, [{ role: 'prompt', findings }], isAmbient, categoriesOf) };
      },
    },
  };
}

async function completed<T>(names: Names, work: () => T): Promise<T> {
  const result = work();
  if (!names.missed()) return result;
  await names.load();
  return work();
}
