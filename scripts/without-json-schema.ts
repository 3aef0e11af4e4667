const MODULE = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const DECLARED = /^export (?:const|function) (\w+)/gm;
const RENAMED = /^export \{ \w+ as (\w+) \};/gm;

/**
 * The modules with which zod writes JSON Schema, without what they do: every schema of zod points to them, so that no bundler leaves them out, and
 * what is built only reads by schemas (the documentation is written from the sources). Whoever calls one all the same gets an error. Null for other
 * files.
 */
export function withoutJsonSchema(code: string, path: string): string | null {
  if (!MODULE.test(path)) return null;
  const names = [DECLARED, RENAMED].flatMap((pattern) => [...code.matchAll(pattern)].flatMap(([, name]) => name ?? []));
  return [
    "const none = () => { throw new Error('A build writes no JSON Schema, see scripts/without-json-schema.ts.'); };",
    `export { ${names.map((name) => `none as ${name}`).join(', ')} };`,
  ].join('\n');
}
