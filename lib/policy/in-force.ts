import { builtInPolicy } from './built-in.ts';
import { readJson } from './json.ts';
import { type ManagedSettings, readManaged } from './managed.ts';
import { type KnownNames, type PolicyReading, parsePolicy } from './parse.ts';
import { failedTests, type Trial } from './policy-tests.ts';
import type { PolicyProblem } from './problem.ts';
import type { Policy } from './schema.ts';

/** What is kept between runs of the worker. Holds no token. */
export interface Remembered {
  /** Text of the last managed policy that was accepted. */
  readonly lastGood?: string;
  /** Whether an administrator ever managed this browser. */
  readonly everManaged: boolean;
  /** The last managed settings, without policy and token. */
  readonly settings?: Omit<ManagedSettings, 'policyJson' | 'auditToken'>;
  /** Version of the extension in which the last good policy passed its own tests; where nobody manages the browser, the person's own one. */
  readonly testedIn?: string;
}

export interface Circumstances {
  /** Values of managed storage; null while the browser has not given them yet (seconds, at the start of a run). */
  readonly managed: Readonly<Record<string, unknown>> | null;
  readonly remembered: Remembered;
  /** Text of the person's own policy; counts only where nobody manages the browser. */
  readonly own: string | null;
  readonly known: KnownNames;
  readonly trial: Trial;
  /** Version of the extension: a policy that passed its tests in this one is not tried again, as a worker that wakes has somebody waiting. */
  readonly version: string;
}

export interface InForce {
  readonly policy: Policy;
  readonly source: 'managed' | 'last-good' | 'own' | 'built-in';
  /** True when an administrator manages this browser, or ever did. */
  readonly managed: boolean;
  readonly settings: ManagedSettings;
  readonly problems: readonly PolicyProblem[];
  /** To be stored, and handed in again next time. */
  readonly remember: Remembered;
}

/**
 * Chooses the policy in force. Pure. Once a browser was managed, empty managed storage never means "no policy": browsers hand out
 * `{}` for seconds after an install, and so does a damaged profile. A managed policy that is broken, fails its own tests or is older
 * than one seen before is refused, and the last good one stays; without one, the built-in policy holds.
 */
export function chooseInForce({ managed: values, remembered, own, known, trial, version }: Circumstances): InForce {
  const given = values !== null && Object.keys(values).length > 0;
  const managed = given || remembered.everManaged;
  const { settings, problems: settingProblems } = settingsInForce(given ? values : null, remembered);
  const problems: PolicyProblem[] = [...settingProblems];
  const { policyJson: _, auditToken: __, ...kept } = settings;
  const passed = remembered.testedIn === version;
  const chosen = (
    policy: Policy,
    source: InForce['source'],
    { lastGood, testedIn }: Pick<Remembered, 'lastGood' | 'testedIn'> = remembered,
  ): InForce => ({
    policy,
    source,
    managed,
    settings,
    problems,
    remember: {
      everManaged: managed,
      ...(lastGood === undefined ? {} : { lastGood }),
      ...(managed ? { settings: kept } : {}),
      ...(testedIn === undefined ? {} : { testedIn }),
    },
  });

  if (!managed) {
    if (own === null) return chosen(builtInPolicy(), 'built-in', {});
    const reading = passed ? parsePolicy(own, known) : checkPolicy(own, known, trial);
    problems.push(...reading.problems);
    return reading.ok ? chosen(reading.policy, 'own', { testedIn: version }) : chosen(builtInPolicy(), 'built-in', {});
  }

  if (settings.policyJson !== undefined) {
    const lastGood = settings.policyJson;
    const read = passed && lastGood === remembered.lastGood ? parsePolicy(lastGood, known) : checkPolicy(lastGood, known, trial);
    const reading = notOlder(read, remembered, settings);
    problems.push(...reading.problems);
    if (reading.ok) return chosen(reading.policy, 'managed', { lastGood, testedIn: version });
  }
  if (remembered.lastGood !== undefined) {
    // Its own tests passed when it was accepted; a newer engine that words them differently is no reason to disarm it.
    const reading = parsePolicy(remembered.lastGood, known);
    if (reading.ok) return chosen(reading.policy, 'last-good');
    problems.push(
      ...reading.problems.map((problem) => ({ ...problem, message: `The last good policy cannot be read any more: ${problem.message}` })),
    );
  }
  return chosen(builtInPolicy(), 'built-in');
}

/** Reads a policy and runs its own tests: the whole examination that a policy must pass before it may hold. */
export function checkPolicy(text: string, known: KnownNames, trial: Trial): PolicyReading {
  const reading = parsePolicy(text, known);
  if (!reading.ok) return reading;
  const failed = failedTests(reading.policy, trial);
  return failed.length === 0 ? reading : { ok: false, problems: [...reading.problems, ...failed] };
}

function settingsInForce(
  values: Readonly<Record<string, unknown>> | null,
  remembered: Remembered,
): { readonly settings: ManagedSettings; readonly problems: readonly PolicyProblem[] } {
  if (values === null) return { settings: remembered.settings ?? {}, problems: [] };
  const { settings, problems } = readManaged(values);
  const wrong = new Set(problems.map((problem) => problem.path));
  const stay = Object.entries(remembered.settings ?? {}).filter(([key]) => wrong.has(key));
  return { settings: { ...Object.fromEntries(stay), ...settings }, problems };
}

/** Refuses a rollback: a revision below the last good one's, or below `minPolicyVersion`. */
function notOlder(reading: PolicyReading, remembered: Remembered, settings: ManagedSettings): PolicyReading {
  const least = Math.max(settings.minPolicyVersion ?? 0, revisionOf(remembered.lastGood));
  if (!reading.ok || reading.policy.revision >= least) return reading;
  const message = `The policy has revision ${reading.policy.revision}, but ${least} is the lowest that is accepted here`;
  return { ok: false, problems: [...reading.problems, { path: 'revision', message, cure: `Set "revision" to ${least} or more.` }] };
}

/** Revision that a text gives itself, read without the schema so that a format that is no longer readable still counts. */
function revisionOf(text: string | undefined): number {
  const json = text === undefined ? undefined : readJson(text);
  const revision: unknown = json?.ok ? Reflect.get(Object(json.value), 'revision') : undefined;
  return typeof revision === 'number' && Number.isSafeInteger(revision) ? revision : 0;
}
