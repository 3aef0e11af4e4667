import { defineConfig } from '@playwright/test';

/** Composers in real editors, apart from the built extension: `npx playwright test -c tests/composers`. */
export default defineConfig({ testDir: '.', workers: 1, timeout: 20_000, reporter: 'list', outputDir: '../../.output/composers-results' });
