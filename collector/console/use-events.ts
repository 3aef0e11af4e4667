import { useCallback, useEffect, useRef, useState } from 'react';
import type { Overview, StoredEvent } from '../server/store.ts';
import { follow, getEvents, getOverview, type Problem } from './api.ts';
import { type FilterState, filterToQuery, PERIODS } from './filter-state.ts';

/** Rest between two updates while events keep coming, ms. */
const REST = 1_500;

export interface EventsView {
  readonly overview: Overview | null;
  readonly events: readonly StoredEvent[];
  /** Ids that came with the last update of the same view. */
  readonly fresh: ReadonlySet<string>;
  /** Older events can be asked for. */
  readonly more: boolean;
  /** New events wait, because the reader is further down. */
  readonly waiting: boolean;
  readonly problem: Problem | null;
  readonly connected: boolean;
  /** First millisecond of the period shown, 0 for everything; and its end. */
  readonly from: number;
  readonly now: number;
  reload(): void;
  older(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** The events and counts of a filter, kept up to date. A short wait keeps typing in the search field from asking at every key. */
export function useEvents(token: string, filter: FilterState): EventsView {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [events, setEvents] = useState<readonly StoredEvent[]>([]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(NONE);
  const [next, setNext] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [connected, setConnected] = useState(true);
  const [now, setNow] = useState(() => Date.now());
  const paged = useRef(false);
  const running = useRef<AbortController | null>(null);
  const asked = useRef<FilterState | null>(null);

  const load = useCallback(async () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const time = Date.now();
    const query = filterToQuery(filter, time);
    const [page, counts] = await Promise.all([getEvents(token, query, stop.signal), getOverview(token, query, stop.signal)]);
    if (stop.signal.aborted) return;
    const failed = page.ok ? (counts.ok ? null : counts.problem) : page.problem;
    setProblem(failed);
    if (!page.ok || !counts.ok) return;
    const same = asked.current === filter;
    asked.current = filter;
    setEvents((before) => {
      const known = new Set(before.map((event) => event.id));
      setFresh(
        same && before.length > 0 ? new Set(page.value.events.filter((event) => !known.has(event.id)).map((event) => event.id)) : NONE,
      );
      return page.value.events;
    });
    setOverview(counts.value);
    setNext(page.value.next);
    setNow(time);
    setWaiting(false);
    paged.current = false;
  }, [token, filter]);

  // The live connection outlives a change of the filter.
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
    const timer = setTimeout(load, asked.current === null ? 0 : 200);
    return () => clearTimeout(timer);
  }, [load]);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const news = () => {
      if (paged.current) setWaiting(true);
      else if (timer === undefined) {
        timer = setTimeout(
          () => {
            timer = undefined;
            last = Date.now();
            latest.current();
          },
          Math.max(100, last + REST - Date.now()),
        );
      }
    };
    follow(token, stop.signal, news, setConnected);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [token]);

  const older = useCallback(async () => {
    if (next === null) return;
    const stop = new AbortController();
    running.current?.abort();
    running.current = stop;
    const query = filterToQuery(filter, now);
    query.set('cursor', next);
    const page = await getEvents(token, query, stop.signal);
    if (stop.signal.aborted) return;
    setProblem(page.ok ? null : page.problem);
    if (!page.ok) return;
    paged.current = true;
    setFresh(NONE);
    setEvents((before) => [...before, ...page.value.events]);
    setNext(page.value.next);
  }, [token, filter, now, next]);

  const from = PERIODS[filter.period] === 0 ? 0 : now - PERIODS[filter.period];
  return { overview, events, fresh, more: next !== null, waiting, problem, connected, from, now, reload: load, older };
}
