import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { vi } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A pattern of the code. */
export interface Shipped {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

function literalsOf(folder: string): Shipped[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('providers/'))
    .sort()
    .flatMap((name) => {
      const where = `${folder}/${name}`;
      const found: Shipped[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where });
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(where, readFileSync(join(ROOT, where), 'utf8'), ts.ScriptTarget.Latest));
      return found;
    });
}

/** What the code puts together as it is loaded. */
const madeAtLoad = vi.hoisted(() => {
  const list: { source: string; flags: string }[] = [];
  globalThis.RegExp = new Proxy(globalThis.RegExp, {
    construct(target, [pattern, flags], self) {
      const built = Reflect.construct(target, flags === undefined ? [pattern] : [pattern, flags], self) as RegExp;
      list.push({ source: built.source, flags: built.flags });
      return built;
    },
  });
  return list;
});

/** Every pattern in the code, and those that detectors put together. */
export function shippedPatterns(): readonly Shipped[] {
  const own = DETECTORS.flatMap((detector): Shipped[] => {
    if (detector.kind !== 'anchored' || !(detector.pattern instanceof RegExp)) return [];
    return [{ source: detector.pattern.source, flags: detector.pattern.flags, where: detector.id }];
  });
  const built = madeAtLoad.map((pattern): Shipped => ({ ...pattern, where: 'put together' }));
  return [...literalsOf('lib/scan'), ...literalsOf('lib/detectors'), ...literalsOf('lib/act'), ...own, ...built];
}
