import { useId } from 'react';
import { EVENT_KINDS } from '../../lib/audit/event.ts';
import { ACTIONS } from '../../lib/policy/action.ts';
import { ACCOUNTS } from '../../lib/sites/site.ts';
import type { Overview } from '../server/store.ts';
import { CHOICES, type ChoiceKey, type FilterState, isNarrowed, NO_FILTER, options, PERIODS, type Period } from './filter-state.ts';
import { useSpeech } from './speech.tsx';

interface FilterBarProps {
  readonly filter: FilterState;
  readonly overview: Overview | null;
  readonly exporting: boolean;
  readonly change: (filter: FilterState) => void;
  readonly exportCsv: () => void;
}

export function FilterBar({ filter, overview, exporting, change, exportCsv }: FilterBarProps) {
  const { say, words, entity } = useSpeech();
  const id = useId();
  const values: Readonly<Record<ChoiceKey, readonly string[]>> = {
    action: ACTIONS,
    kind: EVENT_KINDS,
    site: options(overview?.site ?? [], filter.site),
    account: ACCOUNTS,
    rule: options(overview?.rule ?? [], filter.rule),
    entity: options(overview?.entity ?? [], filter.entity),
  };
  const name = (key: ChoiceKey, value: string): string => {
    const named: Readonly<Record<string, string>> =
      { action: words.actions, kind: say.kinds, account: words.accounts }[key as string] ?? {};
    return named[value] ?? (key === 'entity' ? entity(value) : value);
  };
  return (
    <search className="filters" aria-label={say.filters}>
      <label className="field">
        <span>{say.period}</span>
        <select value={filter.period} onChange={(event) => change({ ...filter, period: event.target.value as Period })}>
          {(Object.keys(PERIODS) as Period[]).map((period) => (
            <option key={period} value={period}>
              {say.periods[period]}
            </option>
          ))}
        </select>
      </label>
      {CHOICES.map((key) => (
        <label key={key} className="field">
          <span>{say.choice[key]}</span>
          <select value={filter[key]} data-set={filter[key] !== ''} onChange={(event) => change({ ...filter, [key]: event.target.value })}>
            <option value="">{say.any}</option>
            {values[key].map((value) => (
              <option key={value} value={value}>
                {name(key, value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className="field grow">
        <label htmlFor={id}>{say.search}</label>
        <input
          id={id}
          type="search"
          value={filter.text}
          placeholder={say.searchHint}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ ...filter, text: event.target.value })}
        />
      </div>
      <div className="filter-buttons">
        {isNarrowed(filter) && (
          <button type="button" className="link" onClick={() => change({ ...NO_FILTER, period: filter.period })}>
            {say.clear}
          </button>
        )}
        <button type="button" className="button" disabled={exporting} onClick={exportCsv}>
          {exporting ? say.exporting : say.export}
        </button>
      </div>
    </search>
  );
}
