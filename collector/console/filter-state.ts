import type { Count } from '../server/store.ts';

/** Periods that can be chosen, in ms; 0 is everything. */
export const PERIODS = { day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000, all: 0 } as const;

export type Period = keyof typeof PERIODS;

/** Fields that one value can be chosen of. */
export const CHOICES = ['action', 'kind', 'site', 'account', 'rule', 'entity'] as const;

export type ChoiceKey = (typeof CHOICES)[number];

export type FilterState = Readonly<Record<ChoiceKey, string>> & { readonly period: Period; readonly text: string };

export const NO_FILTER: FilterState = { period: 'week', action: '', kind: '', site: '', account: '', rule: '', entity: '', text: '' };

const isPeriod = (value: string | null): value is Period => value !== null && Object.hasOwn(PERIODS, value);

/** Reads the filter that an address holds, so that a view can be sent to a colleague. */
export function filterFromAddress(search: string): FilterState {
  const query = new URLSearchParams(search);
  const period = query.get('period');
  const chosen = Object.fromEntries(CHOICES.map((key) => [key, query.get(key) ?? ''])) as Record<ChoiceKey, string>;
  return { ...chosen, period: isPeriod(period) ? period : NO_FILTER.period, text: query.get('text') ?? '' };
}

export function filterToAddress(filter: FilterState): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([key, value]) => value !== NO_FILTER[key as keyof FilterState]));
  return query.size === 0 ? '' : `?${query}`;
}

/** The same filter as the collector's API reads it. `now` in ms since 1970. */
export function filterToQuery(filter: FilterState, now: number): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of CHOICES) if (filter[key] !== '') query.set(key, filter[key]);
  if (filter.text.trim() !== '') query.set('q', filter.text.trim());
  if (PERIODS[filter.period] > 0) query.set('from', String(now - PERIODS[filter.period]));
  return query;
}

/** True when anything but the period is chosen. */
export function isNarrowed(filter: FilterState): boolean {
  return filter.text.trim() !== '' || CHOICES.some((key) => filter[key] !== '');
}

/** Values to choose from: those with events, and the chosen one even when it has none. */
export function options(counts: readonly Count[], chosen: string): readonly string[] {
  const keys = counts.map(({ key }) => key);
  return chosen === '' || keys.includes(chosen) ? keys : [chosen, ...keys];
}
