import { benchScan } from './bench/scan.ts';
import { optionsOf } from './options.ts';

/** Speed, as ratios within one run: of the engine (`scan`) and of the extension in Chromium (`browser`). */

const PARTS = ['scan', 'browser'] as const;

const { values, words } = optionsOf({
  call: 'npm run bench --',
  words: PARTS,
  options: { markdown: { type: 'boolean', says: 'prints tables for the README' } },
});
const wanted = words.length > 0 ? words : PARTS;
if (wanted.includes('scan')) await benchScan(values.markdown);
// Measures as soon as it is loaded.
if (wanted.includes('browser')) await import('./bench/browser.ts');
