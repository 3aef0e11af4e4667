import fc from 'fast-check';

// While mutants are tried nobody reads a counterexample, so none is made smaller.
if (process.env.FEWER_RUNS !== undefined) fc.configureGlobal({ endOnFailure: true });

/** Runs of a property; few of them while mutants are tried. */
export function runs(usual: number): number {
  return process.env.FEWER_RUNS === undefined ? usual : Math.ceil(usual / 20);
}
