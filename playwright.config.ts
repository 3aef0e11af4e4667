import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  // One browser at a time: two cores, and pages that need the keyboard.
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
});
