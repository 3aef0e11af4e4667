import { useState } from 'react';
import { Mark } from '../../components/mark.tsx';
import type { StoredEvent } from '../server/store.ts';
import { getCsv } from './api.ts';
import { Bars } from './bars.tsx';
import { Days } from './days.tsx';
import { Drawer } from './drawer.tsx';
import { Empty } from './empty.tsx';
import { EventsTable } from './events-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type ChoiceKey, type FilterState, filterToAddress, filterToQuery } from './filter-state.ts';
import { Sites, Unlisted } from './sites.tsx';
import { useSpeech } from './speech.tsx';
import { Tiles } from './tiles.tsx';
import type { EventsView } from './use-events.ts';
import { LANGUAGE_NAMES, type Language } from './words.ts';

interface DashboardProps {
  readonly token: string;
  readonly view: EventsView;
  readonly filter: FilterState;
  readonly setFilter: (filter: FilterState) => void;
  readonly setLanguage: (language: Language) => void;
  readonly signOut: () => void;
}

function save(csv: Blob): void {
  const address = URL.createObjectURL(csv);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'tacit-events.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function Dashboard({ token, view, filter, setFilter, setLanguage, signOut }: DashboardProps) {
  const speech = useSpeech();
  const { say, words } = speech;
  const { overview, events, problem } = view;
  const [opened, setOpened] = useState<StoredEvent | null>(null);
  const [exporting, setExporting] = useState(false);

  const change = (next: FilterState) => {
    history.replaceState(null, '', location.pathname + filterToAddress(next));
    setFilter(next);
  };
  const choose = (key: ChoiceKey) => (value: string) => change({ ...filter, [key]: value });
  const exportCsv = async () => {
    setExporting(true);
    const answer = await getCsv(token, filterToQuery(filter, Date.now()), new AbortController().signal);
    setExporting(false);
    if (answer.ok) save(answer.value);
    else view.reload();
  };

  return (
    <>
      <a className="skip" href="#events">
        {say.skip}
      </a>
      <header className="top">
        <Mark />
        <h1>
          {words.product} <span>{say.title}</span>
        </h1>
        <p className="live" data-connected={view.connected} role="status">
          {view.connected ? say.live : say.reconnecting}
        </p>
        <label className="language">
          <span className="spoken">{say.language}</span>
          <select value={speech.language} onChange={(event) => setLanguage(event.target.value as Language)}>
            {Object.entries(LANGUAGE_NAMES).map(([language, name]) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="link" onClick={signOut}>
          {say.signOut}
        </button>
      </header>
      <main>
        {problem !== null && problem.kind !== 'login' && (
          <div className="problem" role="alert">
            <p>
              <strong>{problem.kind === 'refused' ? problem.cause : say.problem.unreachable}</strong>{' '}
              {problem.kind === 'refused' ? problem.cure : say.problem.unreachableCure}
            </p>
            <button type="button" className="button" onClick={view.reload}>
              {say.problem.again}
            </button>
          </div>
        )}
        {overview === null && problem === null && <p className="quiet loading">{say.loading}</p>}
        {overview?.total === 0 && <Empty token={token} />}
        {overview !== null && overview.total > 0 && (
          <>
            <FilterBar filter={filter} overview={overview} exporting={exporting} change={change} exportCsv={exportCsv} />
            <section aria-labelledby="overview">
              <h2 id="overview" className="spoken">
                {say.overview}
              </h2>
              <Tiles posture={overview.posture} />
              <div className="panels">
                <Days counts={overview.day} from={view.from} now={view.now} />
                <Bars
                  title={say.byAction}
                  counts={overview.action}
                  chosen={filter.action}
                  name={(key) => (words.actions as Readonly<Record<string, string>>)[key] ?? key}
                  tone={(key) => `of-${key}`}
                  choose={choose('action')}
                />
                <Bars title={say.byEntity} counts={overview.entity} chosen={filter.entity} name={speech.entity} choose={choose('entity')} />
                <Bars title={say.bySite} counts={overview.site} chosen={filter.site} name={String} choose={choose('site')} />
                <Bars title={say.byRule} counts={overview.rule} chosen={filter.rule} name={String} choose={choose('rule')} />
                <Sites counts={overview.sites} />
                <Unlisted hosts={overview.unlisted} />
              </div>
            </section>
            <section id="events" tabIndex={-1} aria-labelledby="events-title">
              <header className="section-head">
                <h2 id="events-title">{say.events}</h2>
                <p className="quiet" role="status">
                  {events.length === 0 ? say.noMatch : say.shown(events.length)}
                </p>
                {view.waiting && (
                  <p className="arrived" role="status">
                    {say.fresh}{' '}
                    <button type="button" className="link" onClick={view.reload}>
                      {say.showFresh}
                    </button>
                  </p>
                )}
              </header>
              {events.length > 0 && <EventsTable events={events} fresh={view.fresh} open={setOpened} />}
              {view.more && (
                <button type="button" className="button more" onClick={view.older}>
                  {say.more}
                </button>
              )}
            </section>
          </>
        )}
      </main>
      {opened !== null && <Drawer event={opened} token={token} open={setOpened} close={() => setOpened(null)} />}
    </>
  );
}
