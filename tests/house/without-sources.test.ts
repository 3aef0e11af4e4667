import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { withoutSources } from '../../scripts/without-sources.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['families', 'providers', 'identifiers'].map((folder) => `lib/detectors/${folder}`);

/** Everything in a file but its strings, its sources and what its keys mean. */
function skeleton(code: string): string {
  const parts: string[] = [];
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^(?:source|title)$/.test(node.name.getText(file))) return;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && isMeaning(node.arguments[0])) {
      visit(node.expression.expression);
      return;
    }
    parts.push(ts.SyntaxKind[node.kind] ?? '');
    if (ts.isIdentifier(node) || ts.isRegularExpressionLiteral(node) || ts.isNumericLiteral(node)) parts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return parts.join(' ').replaceAll(/NoSubstitutionTemplateLiteral|OmittedExpression/g, 'StringLiteral');
}

/** Whether a check is `z.describe('…')`. */
function isMeaning(check: ts.Node | undefined): boolean {
  return (
    check !== undefined &&
    ts.isCallExpression(check) &&
    ts.isPropertyAccessExpression(check.expression) &&
    check.expression.name.text === 'describe' &&
    check.arguments.every(ts.isStringLiteral)
  );
}

describe.each(FOLDERS)('%s without sources', (folder) => {
  it.each(readdirSync(join(ROOT, folder)))('%s is the same code, without the addresses', (name) => {
    const path = join(ROOT, folder, name);
    const code = readFileSync(path, 'utf8');
    const bare = withoutSources(code, path) ?? '';
    expect(skeleton(bare)).toBe(skeleton(code));
    expect(bare).not.toMatch(/\bsource:\s*'/);
    // Rows of the tables of identifiers keep their first five columns.
    for (const [row] of code.matchAll(/^ {2}\['[a-z]{2}-.*$/gm)) {
      const head = row.slice(0, row.indexOf("', '", 8));
      expect(bare).toContain(head);
    }
    expect(bare.match(/^ {2}\['[a-z]{2}-.*, , /gm)?.length ?? 0).toBe(code.match(/^ {2}\['[a-z]{2}-/gm)?.length ?? 0);
  });
});

describe.each(['schema', 'site-pack'])('lib/policy/%s.ts without meanings', (name) => {
  it('is the same code', () => {
    const path = join(ROOT, `lib/policy/${name}.ts`);
    const code = readFileSync(path, 'utf8');
    const bare = withoutSources(code, path) ?? '';
    expect(skeleton(bare)).toBe(skeleton(code));
    expect(bare).not.toMatch(/\.describe\(\s*'[^']/);
    // The words of an error are what people read.
    expect(bare.match(/error: '[^']+/g)).toEqual(code.match(/error: '[^']+/g));
  });
});

describe('other files', () => {
  it('are left alone', () => {
    expect(withoutSources("const x = { source: 'y' };", '/x/lib/policy/in-force.ts')).toBeNull();
  });
});
