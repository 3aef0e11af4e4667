/** A problem in the policy or in a managed key: where, what, and how to mend it. */
export interface PolicyProblem {
  /** Path in the policy text: `rules[2].detect[0].entity`; the name of a managed key; empty for the text as a whole. */
  readonly path: string;
  readonly message: string;
  readonly cure: string;
}
