import type { Finding } from '../scan/finding.ts';
import type { Action } from './action.ts';

/** A finding together with the text part it lies in and the rules that minded it. */
export interface JudgedFinding extends Finding {
  /** Index of the text part within the draft; `span` counts within that part. */
  readonly part: number;
  /** The strictest action that a rule asks for this finding. */
  readonly action: Action;
  /** Ids of the rules that matched it. */
  readonly rules: readonly string[];
}

/** A rule that took part in a verdict, as far as a person needs to know it. */
export interface RuleHit {
  readonly id: string;
  readonly title: string;
  readonly action: Action;
  /** The administrator's own words to the person; empty when the policy has none. */
  readonly message: string;
  readonly helpUrl: string;
}

/** What the policy says about one draft. */
export interface Verdict {
  readonly action: Action;
  readonly findings: readonly JudgedFinding[];
  readonly rules: readonly RuleHit[];
  readonly policy: PolicyStamp;
}

/** Which policy gave a verdict. */
export interface PolicyStamp {
  readonly name: string;
  readonly revision: number;
}
