import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SITES } from '../../lib/sites/sites.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe('the documents', () => {
  it.each(pages)('%s links only to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it.each(['docs/glossary.md', 'docs/threat-model.md', 'docs/architecture.md', 'docs/add-a-site.md', 'docs/add-a-detector.md'])(
    '%s names only files that exist',
    (page) => {
      const named = [...read(page).matchAll(/`((?:lib|entrypoints|components|collector|cli|scripts|tests)\/[\w./-]+)`/g)].map(
        (match) => match[1] ?? '',
      );
      expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    },
  );

  it('begin with the two commands', () => {
    const top = read('README.md').split('\n').slice(0, 25).join('\n');
    expect(top).toContain('npm ci && npm start');
    expect(top).toContain('npm ci && npm test');
  });

  it('give a reason for every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const reasons = read('docs/decisions/dependencies.md');
    const all = Object.keys({ ...dependencies, ...devDependencies });
    expect(all.filter((name) => !reasons.includes(`\`${name}\` |`))).toEqual([]);
  });

  it('list every site', () => {
    expect(SITES.length).toBeGreaterThan(0);
    expect(SITES.filter((site) => !read('README.md').includes(site.name)).map((site) => site.name)).toEqual([]);
  });

  it('speak of no machine', () => {
    // Addresses of other people's pages may hold such words.
    const own = (page: string): string => read(page).replace(/https?:\/\/\S+/g, '');
    expect(pages.filter((page) => /\/(?:home|root|work|Users)\/\w/.test(own(page)))).toEqual([]);
  });
});
