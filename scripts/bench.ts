import { benchScan } from './bench/scan.ts';

/**
 * Speed, as ratios within one run. `npm run bench` measures everything, `npm run bench -- scan` the engine, `npm run bench -- browser` the
 * extension in Chromium. Prints tables; `--markdown` for the README.
 */

const PARTS = ['scan', 'browser'] as const;

const given = process.argv.slice(2).filter((word) => word !== '--markdown');
const unknown = given.filter((word) => !PARTS.some((part) => part === word));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown.join(' ')}". There are: ${PARTS.join(', ')}.`);
  process.exitCode = 1;
} else {
  const wanted = given.length > 0 ? given : PARTS;
  if (wanted.includes('scan')) await benchScan(process.argv.includes('--markdown'));
  // Measures as soon as it is loaded.
  if (wanted.includes('browser')) await import('./bench/browser.ts');
}
