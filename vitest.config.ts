import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/{lib,components,collector,cli,house,accuracy,sites}/**/*.test.{ts,tsx}'],
    sequence: { shuffle: true },
    restoreMocks: true,
    // Only for what hangs: on a busy machine the longest, which start a collector with its database, take 18 s.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
