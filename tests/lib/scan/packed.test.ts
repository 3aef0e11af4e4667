import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import { organisationDetectors } from '../../../lib/detectors/organisation.ts';
import type { Detector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';
import { listAt } from '../../../lib/scan/lists.ts';
import { packed, unpacked } from '../../../lib/scan/packed.ts';
import { buildTables, type Tables } from '../../../lib/scan/tables.ts';
import { indexIn, kindOf, wantsOf } from '../../../lib/scan/wants.ts';

function anchored(id: string, literals: readonly string[]): Detector {
  return { kind: 'anchored', id, entity: 'X', source: 'test', anchors: { literals }, pattern: /key/y, confidence: 0.5 };
}

/** Detectors that must not be asked what they want. */
function unasked(detectors: readonly Detector[]): Detector[] {
  return detectors.map((detector) =>
    detector.kind === 'anchored'
      ? Object.defineProperty({ ...detector }, 'anchors', {
          get: () => {
            throw new Error(`${detector.id} was asked`);
          },
        })
      : detector,
  );
}

describe('what detectors want, packed', () => {
  const prepared = packed(DETECTORS);

  it('is what they want', () => {
    const { wants, count } = unpacked(prepared, DETECTORS) ?? {};
    expect(count).toBe(DETECTORS.length);
    expect(wants).toEqual(wantsOf(DETECTORS));
  });

  it('writes lists that go on alike four at a time', () => {
    const alike = (count: number): Detector[] =>
      Array.from({ length: count }, (_, index) => anchored(`d${index}`, [`k${String(index).padStart(5, '0')}`]));
    const [some, more] = [packed(alike(400)), packed(alike(800))];
    // Two numbers and the end of its literal for each, and a quarter of one for its list.
    expect(more.length - some.length).toBeLessThan(400 * 4.5);
    expect(unpacked(more, alike(800))?.wants).toEqual(wantsOf(alike(800)));
  });

  it('writes what is repeated once, whatever it is made of', () => {
    const odd = [
      anchored('odd', [
        'a'.repeat(500),
        'ab'.repeat(99),
        '🙂'.repeat(64),
        `k${'🙂'.repeat(64)}`,
        '\0',
        '\0'.repeat(40),
        'x\0y\0x\0y',
        '\0\u0001a',
      ]),
    ];
    const written = packed(odd);
    // More than a thousand otherwise.
    expect(written.length).toBeLessThan(500);
    expect(written.isWellFormed()).toBe(true);
    expect(unpacked(written, odd)?.wants).toEqual(wantsOf(odd));
  });

  it('writes a literal that differs from the one before in one unit as such', () => {
    const spelled = (joints: readonly string[]): Detector[] => [
      anchored(
        'boats',
        Array.from({ length: 200 }, (_, index) => `${String.fromCodePoint(97 + (index % 26), 97 + Math.floor(index / 26))}`).flatMap(
          (name) => joints.map((joint) => `${name}${joint}kayak and canoe`),
        ),
      ),
    ];
    const [two, more] = [spelled([' ', '-']), spelled([' ', '-', '_', ''])];
    // Marks, where, and the unit for each, and a quarter of a number for its list; of those without a joint no unit.
    expect(packed(more).length - packed(two).length).toBeLessThan(400 * 3.5);
    expect(unpacked(packed(more), more)?.wants).toEqual(wantsOf(more));
    const pairs = [anchored('faces', ['a🙂and so on', 'a🙃and so on', 'a\u{1f642}', 'and so on', 'an so on', 'ann so on'])];
    expect(packed(pairs).isWellFormed()).toBe(true);
    expect(unpacked(packed(pairs), pairs)?.wants).toEqual(wantsOf(pairs));
  });

  it('writes literals turned round as such', () => {
    const long = Array.from(
      { length: 200 },
      (_, index) => `Kayak-and-${String.fromCodePoint(97 + (index % 26), 97 + Math.floor(index / 26))}-canoe`,
    );
    const plain = [
      anchored(
        'boats',
        [...long].map((text) => text.toLowerCase()),
      ),
    ];
    const distinctive: Detector[] = [{ ...anchored('boats', long), distinctive: true } as Detector];
    expect(wantsOf(distinctive).disguises.length).toBe(wantsOf(plain).disguises.length + 2 * long.length);
    // Marks and one step for each, and a quarter of a number for its list and for its disguise.
    expect(packed(distinctive).length - packed(plain).length).toBeLessThan(2 * long.length * 2.75);
    expect(unpacked(packed(distinctive), distinctive)?.wants).toEqual(wantsOf(distinctive));
  });

  it('makes the same tables, without asking', () => {
    const own = [anchored('own-one', ['kayak', 'ghp_']), anchored('own-two', ['kayak'])];
    const all = [...DETECTORS, ...own];
    const fresh = buildTables(all);
    const tables = buildTables([...unasked(DETECTORS), ...own], prepared);
    expect(tables.onDigits).toEqual(fresh.onDigits);
    expect(tables.onRuns).toEqual(fresh.onRuns);
    expect(tables.named).toEqual(fresh.named);
    expect(tables.anchored.map(({ detector }) => detector.id)).toEqual(fresh.anchored.map(({ detector }) => detector.id));
    /** Where each detector, cue, word and disguise is called for. */
    const called = ({ index, anchored, nearby, named, disguises }: Tables, text: string): string[] => {
      const ids = [
        anchored.map(({ detector }) => detector.id),
        nearby.map(({ id }) => id),
        named.map((list) => list.map(({ id }) => id)),
        disguises,
      ];
      const { literals } = index.find(text);
      return Array.from({ length: literals.length / 2 }, (_, i) => i * 2).flatMap((i) =>
        Array.from(listAt(index.hits, literals[i + 1] as number), (hit) => `${literals[i]} ${ids[kindOf(hit)]?.[indexIn(hit)]}`),
      );
    };
    const text = 'kayak ghp_ token: q7w8e9r0t1y2u3i4o5 datadog passport no 4711 0815 tbqngnq abcdefghijklmnopq0';
    expect(called(tables, text).sort()).toEqual(called(fresh, text).sort());
    expect(called(tables, text)).toEqual(expect.arrayContaining(['0 own-one', '0 own-two', '6 own-one']));
  });

  it('finds the same, an organisation’s own words too', () => {
    const lists = organisationDetectors([{ id: 'projects', words: ['Bluebird', 'token', 'Datadog'], patterns: [], caseSensitive: false }]);
    const all = [...DETECTORS, ...lists.detectors];
    const fresh = createEngine(all);
    const engine = createEngine(all, prepared);
    const text =
      'bluebird, the token of Datadog is dd0123456789abcdef0123456789abcdef; AKIA in reverse; card 4111 1111 1111 1111; call +49 30 901820';
    expect(engine.scan(text)).toEqual(fresh.scan(text));
    expect(engine.scan(text).map(({ entity }) => entity)).toContain('ORG:projects');
  });

  it('is not used for other detectors', () => {
    const two = [anchored('one', ['kayak']), anchored('two', ['canoe'])];
    const made = packed(two);
    expect(unpacked(made, two)?.count).toBe(2);
    expect(unpacked(made, [...two, anchored('three', [])])?.count).toBe(2);
    expect(unpacked(made, two.slice(0, 1))).toBeNull();
    expect(unpacked(made, [...two].reverse())).toBeNull();
    expect(unpacked(made, [anchored('one', []), anchored('twi', [])])).toBeNull();
    expect(buildTables([...two].reverse(), made).anchored.map(({ detector }) => detector.id)).toEqual(['two', 'one']);
  });

  it('holds numbers of any size, and no half of a surrogate pair', () => {
    const many = Array.from({ length: 9_000 }, (_, i) =>
      anchored(`many-${i}`, ['kayak', `canoe${i}`, 'кая', '日本', '🙂a', '🙃a', 'a\nb"\\']),
    );
    const made = packed(many);
    expect(made.isWellFormed()).toBe(true);
    expect(unpacked(made, many)?.wants).toEqual(wantsOf(many));
  });
});
