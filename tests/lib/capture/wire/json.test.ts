import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLeaves } from '../../../../lib/capture/wire/json.ts';
import type { Leaf } from '../../../../lib/capture/wire/leaf.ts';

function pointers(leaves: readonly Leaf[] | undefined): [string, string][] | undefined {
  return leaves?.map((leaf) => [leaf.pointer, leaf.value]);
}

describe('jsonLeaves', () => {
  it('finds every string with its pointer, and leaves keys with slashes escaped', () => {
    expect(pointers(jsonLeaves('{"a": ["x", {"b/c": "y\\n\\u00e9"}], "n": 1.50, "t": null}'))).toEqual([
      ['/a/0', 'x'],
      ['/a/1/b~1c', 'y\né'],
    ]);
  });

  it('reads long keys, and does not write them anew', () => {
    const leaves = jsonLeaves('{"short":{"a key of some length":1}}') ?? [];
    expect(pointers(leaves)).toEqual([['/short/a key of some length~~key', 'a key of some length']]);
    expect(leaves[0]?.encode('x')).toBeNull();
  });

  it('gives offsets of the inside of the literal', () => {
    const text = '{"p":"sec\\"ret"}';
    const [leaf] = jsonLeaves(text) ?? [];
    expect(leaf && text.slice(leaf.start, leaf.end)).toBe('sec\\"ret');
  });

  it('reads a bare string, and nothing else that is not an object or array', () => {
    expect(pointers(jsonLeaves(' "x" '))).toEqual([['', 'x']]);
    expect(jsonLeaves('42')).toBeUndefined();
    expect(jsonLeaves('plain text')).toBeUndefined();
  });

  it.each(['{"a":}', '{"a" "b"}', '["a",]', '{"a":"b"', '{"a":"b"} tail', '["\\x"]', '["a\nb"]', '{a:1}'])('refuses %s', (text) => {
    expect(jsonLeaves(text)).toBeUndefined();
  });

  it('refuses documents that are nested too deep instead of overflowing', () => {
    expect(jsonLeaves('['.repeat(100_000))).toBeUndefined();
    expect(jsonLeaves(`${'['.repeat(300)}"x"${']'.repeat(300)}`)).toBeUndefined();
  });

  it('agrees with JSON.parse on any document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        const strings: string[] = [];
        JSON.stringify(value, (_, item) => {
          if (typeof item === 'string') strings.push(item);
          return item;
        });
        const found = jsonLeaves(JSON.stringify(value, null, indent));
        const read = found?.filter(({ pointer }) => !pointer.endsWith('~~key')).map((leaf) => leaf.value);
        if (typeof value === 'object' && value !== null) expect(read?.sort()).toEqual(strings.sort());
      }),
      { seed: 7 },
    );
  });

  it('escapes what is put in its place so that it reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = '{"a":"old","b":1}';
        const leaf = jsonLeaves(text)?.[0];
        const written = leaf && text.slice(0, leaf.start) + leaf.encode(value) + text.slice(leaf.end);
        expect(JSON.parse(written ?? '')).toEqual({ a: value, b: 1 });
      }),
      { seed: 7 },
    );
  });
});
