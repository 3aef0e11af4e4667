import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../collector/console/days.tsx';
import {
  filterFromAddress,
  filterToAddress,
  filterToQuery,
  isNarrowed,
  NO_FILTER,
  options,
} from '../../../collector/console/filter-state.ts';
import { languageOf } from '../../../collector/console/words.ts';

describe('filter of the console', () => {
  it('lives in the address, without what is not chosen', () => {
    const filter = { ...NO_FILTER, period: 'all', action: 'block', text: 'a & b' } as const;
    expect(filterToAddress(NO_FILTER)).toBe('');
    expect(filterFromAddress(filterToAddress(filter))).toEqual(filter);
    expect(filterFromAddress('?period=forever&action=')).toEqual(NO_FILTER);
  });

  it('asks the collector for the period up to now', () => {
    const now = 10 * 86_400_000;
    expect(String(filterToQuery({ ...NO_FILTER, rule: 'r', text: ' x ' }, now))).toBe(`rule=r&q=x&from=${3 * 86_400_000}`);
    expect(String(filterToQuery({ ...NO_FILTER, period: 'all' }, now))).toBe('');
  });

  it('knows when it hides something', () => {
    expect(isNarrowed({ ...NO_FILTER, period: 'day', text: '  ' })).toBe(false);
    expect(isNarrowed({ ...NO_FILTER, site: 'claude' })).toBe(true);
  });

  it('offers the chosen value even when it has no events any more', () => {
    expect(options([{ key: 'a', count: 1 }], 'b')).toEqual(['b', 'a']);
    expect(options([{ key: 'a', count: 1 }], 'a')).toEqual(['a']);
  });
});

describe('columns of the days', () => {
  const day = 86_400_000;

  it('has a column for each day, also for those without events', () => {
    const counts = [
      { day: 2 * day, action: 'warn', count: 1 },
      { day: 2 * day, action: 'allow', count: 2 },
    ];
    const columns = columnsOf(counts, day + 5, 3 * day + 7);
    expect(columns.map((column) => [column.day / day, column.total])).toEqual([
      [1, 0],
      [2, 3],
      [3, 0],
    ]);
    expect(columns[1]?.parts.map((part) => part.action)).toEqual(['allow', 'warn']);
  });

  it('stays bounded, whatever the clock of a device said', () => {
    expect(columnsOf([{ day: 0, action: 'warn', count: 1 }], 0, 20_000 * day)).toHaveLength(60);
    expect(columnsOf([], 0, 5 * day)).toHaveLength(1);
    expect(columnsOf([{ day: 900_000 * day, action: 'warn', count: 1 }], 5 * day, 6 * day)).toHaveLength(60);
  });
});

it('speaks the first language of the browser that it knows', () => {
  expect(languageOf(['', 'fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageOf(['ja'])).toBe('en');
});
