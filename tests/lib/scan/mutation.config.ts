import { defineConfig } from 'vitest/config';

/** By file of `lib/scan`: the tests that are run for each of its mutants. Big tables are left out. */
export const TESTS: Readonly<Record<string, readonly string[]>> = {
  'anchor-index.ts': ['anchor-index'],
  'bytes.ts': ['bytes'],
  'confidence.ts': ['confidence'],
  'first-pass.ts': ['first-pass'],
  'literals/bits.ts': ['literals/triples', 'literals/grams'],
  'literals/bytes-at.ts': ['literals/weight', 'literals/grams', 'literals/pairs', 'literals/triples'],
  'literals/escape-marks.ts': ['literals/escape-marks'],
  'literals/grams.ts': ['literals/grams'],
  'literals/hits.ts': ['literals/hits'],
  'literals/pair-classes.ts': ['literals/pair-classes'],
  'literals/pairs.ts': ['literals/pairs'],
  'literals/search.ts': ['anchor-index', 'literals/search'],
  'literals/sieve.ts': ['literals/sieve'],
  'literals/sift.ts': ['anchor-index'],
  'literals/surroundings.ts': ['anchor-index'],
  'literals/triples.ts': ['literals/triples'],
  'literals/weight.ts': ['literals/weight'],
  'long-run.ts': ['long-run'],
  'linear-pattern.ts': ['linear-pattern'],
  'number.ts': ['number'],
  'covered.ts': ['covered'],
  'draft-scan.ts': ['draft-stretch'],
  'engine.ts': ['engine-own', 'guesses'],
  'overlap.ts': ['overlap'],
  'pass.ts': ['pass', 'first-pass'],
  'pattern/charset.ts': ['pattern/charset'],
  'pattern/parse.ts': ['pattern/parse'],
  'pattern/program.ts': ['pattern/program'],
  'pattern/required.ts': ['pattern/required'],
  'pattern/simulate.ts': ['pattern/simulate'],
  'reach.ts': ['reach'],
  'views/compact.ts': ['views/compact'],
  'views/encoded.ts': ['views/encoded'],
  'views/folded.ts': ['views/folded'],
  'views/escaped.ts': ['views/escaped'],
  'views/joined.ts': ['views/joined'],
  'views/turned.ts': ['views'],
  'views/view.ts': ['views'],
  'views/views.ts': ['views/views'],
  'tables.ts': ['tables'],
  'windows.ts': ['windows', 'draft-own'],
};

/**
 * For `npm run mutation`, which says in `MUTATION_TESTS` what tests the file at hand: few and quick ones, for they run once for every mutant.
 *
 * @public read by Stryker
 */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? 'reach').split(',').map((name) => `tests/lib/scan/${name}.test.ts`),
    env: { FEWER_RUNS: '1' },
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
