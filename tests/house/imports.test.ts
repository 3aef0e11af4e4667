import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Layer → what it may import: layers of ours, then packages. Types count like values: an arrow is an arrow. */
const MAY_IMPORT: Record<string, { readonly ours: readonly string[]; readonly packages: readonly string[] }> = {
  'lib/scan': { ours: [], packages: [] },
  'lib/sites': { ours: [], packages: [] },
  'lib/words': { ours: [], packages: [] },
  'lib/browser': { ours: [], packages: ['wxt', 'webextension-polyfill'] },
  'lib/detectors': { ours: ['lib/scan'], packages: [] },
  'lib/policy': { ours: ['lib/scan', 'lib/sites'], packages: ['zod'] },
  'lib/capture': { ours: ['lib/sites'], packages: [] },
  'lib/act': { ours: ['lib/scan', 'lib/policy'], packages: [] },
  'lib/audit': { ours: ['lib/policy', 'lib/sites'], packages: ['idb'] },
  'lib/messages': { ours: ['lib/capture', 'lib/policy', 'lib/audit', 'lib/sites', 'lib/browser'], packages: ['zod'] },
  'lib/check': {
    ours: ['lib/capture', 'lib/scan', 'lib/detectors', 'lib/policy', 'lib/act', 'lib/messages', 'lib/sites', 'lib/audit'],
    packages: [],
  },
  components: { ours: ['lib/policy', 'lib/scan', 'lib/words', 'lib/messages', 'lib/audit'], packages: ['react', 'react-dom'] },
  cli: { ours: ['lib/scan', 'lib/detectors', 'lib/policy', 'lib/sites', 'lib/check'], packages: ['node'] },
  collector: { ours: ['lib/audit', 'components', 'lib/policy', 'lib/sites', 'lib/words'], packages: ['*'] },
  entrypoints: { ours: ['*'], packages: ['wxt', 'react', 'react-dom'] },
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function layerOf(path: string): string {
  const parts = relative(ROOT, path).split('/');
  return parts[0] === 'lib' ? `lib/${parts[1]}` : (parts[0] ?? '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function forbidden(file: string, layer: string): string[] {
  const allowed = MAY_IMPORT[layer];
  if (!allowed) return [`${relative(ROOT, file)}: the layer ${layer} is not in the table of this test`];
  return importsOf(file).flatMap((name) => {
    const complaint = `${relative(ROOT, file)} imports ${name}`;
    if (name.startsWith('.') || name.startsWith('@/')) {
      const target = layerOf(name.startsWith('@/') ? join(ROOT, name.slice(2)) : resolve(dirname(file), name));
      return target === layer || allowed.ours.includes(target) || allowed.ours.includes('*') ? [] : [complaint];
    }
    const scope = name.startsWith('node:')
      ? 'node'
      : name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
    return allowed.packages.includes(scope) || allowed.packages.includes('*') ? [] : [complaint];
  });
}

describe('who may import whom', () => {
  const layers = Object.keys(MAY_IMPORT);

  it.each(layers)('%s imports only what lies below it', (layer) => {
    expect(sources(layer).flatMap((file) => forbidden(file, layer))).toEqual([]);
  });

  it('knows every layer of lib', () => {
    const folders = readdirSync(join(ROOT, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => `lib/${entry.name}`).filter((layer) => !layers.includes(layer))).toEqual([]);
  });

  it('sees imports of every form', () => {
    const found = [
      ...'import a from "x";\nimport {\n  b,\n} from \'./y.ts\';\nimport "z";\nexport { c } from "w";\nawait import("v")'.matchAll(IMPORT),
    ];
    expect(found.map((match) => match[1] ?? match[2] ?? match[3])).toEqual(['x', './y.ts', 'z', 'w', 'v']);
  });

  it('lets nothing import the entrypoints', () => {
    const importers = layers
      .filter((layer) => layer !== 'entrypoints')
      .flatMap(sources)
      .filter((file) => importsOf(file).some((name) => layerOf(resolve(dirname(file), name)) === 'entrypoints'));
    expect(importers).toEqual([]);
  });

  it('keeps the browser API behind lib/browser', () => {
    const users = layers
      .filter((layer) => layer !== 'lib/browser' && layer !== 'entrypoints')
      .flatMap(sources)
      .filter(
        (file) =>
          /\b(?:chrome|browser)\.(?:runtime|storage|tabs|scripting|alarms)\b/.test(readFileSync(file, 'utf8')) &&
          !importsOf(file).some((name) => name.endsWith('browser/browser.ts')),
      );
    expect(users.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

describe('purity of the pure stages', () => {
  const pure = [...sources('lib/scan'), ...sources('lib/act'), join(ROOT, 'lib/policy/decide.ts')];

  it('uses no clock and no randomness', () => {
    const impure = pure.filter((file) =>
      /\bDate\b|\bMath\.random\b|\bcrypto\b|\bperformance\b/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(impure.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('waits for nothing', () => {
    const waiting = pure.filter((file) =>
      /\basync\b|\bawait\b|\bPromise\b/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(waiting.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
