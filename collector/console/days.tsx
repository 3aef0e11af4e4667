import { ACTIONS } from '../../lib/policy/action.ts';
import type { Overview } from '../server/store.ts';
import { useSpeech } from './speech.tsx';

const DAY = 86_400_000;
/** Most days that fit side by side. */
const MAX_DAYS = 60;

interface Column {
  readonly day: number;
  readonly total: number;
  readonly parts: readonly { readonly action: string; readonly count: number }[];
}

/** One column for each day from `from` (ms; 0: from the first event) to today, days without events included. */
export function columnsOf(counts: Overview['day'], from: number, now: number): readonly Column[] {
  const dayOf = (at: number) => at - (at % DAY);
  const last = Math.max(dayOf(now), counts.at(-1)?.day ?? 0);
  const first = Math.max(from > 0 ? dayOf(from) : (counts[0]?.day ?? last), last - (MAX_DAYS - 1) * DAY);
  return Array.from({ length: (last - first) / DAY + 1 }, (_, index) => {
    const day = first + index * DAY;
    const parts = ACTIONS.flatMap((action) => counts.filter((count) => count.day === day && count.action === action));
    return { day, total: parts.reduce((sum, { count }) => sum + count, 0), parts };
  });
}

/** Stacked columns by day and action; the same figures as a table for screen readers. */
export function Days({ counts, from, now }: { readonly counts: Overview['day']; readonly from: number; readonly now: number }) {
  const { say, words, number, day: dayName } = useSpeech();
  const columns = columnsOf(counts, from, now);
  const highest = Math.max(1, ...columns.map((column) => column.total));
  const shownActions = ACTIONS.filter((action) => counts.some((count) => count.action === action));
  const every = Math.ceil(columns.length / 10);
  return (
    <section className="panel days" aria-labelledby="by-day">
      <header className="panel-head">
        <h3 id="by-day">{say.byDay}</h3>
        <ul className="legend" aria-hidden="true">
          {shownActions.map((action) => (
            <li key={action}>
              <i className={`swatch of-${action}`} />
              {words.actions[action]}
            </li>
          ))}
        </ul>
      </header>
      <div className="columns" aria-hidden="true">
        <span className="scale">{number(highest)}</span>
        {columns.map((column, index) => (
          <div key={column.day} className="column" title={`${dayName(column.day)}: ${number(column.total)}`}>
            <div className="stack">
              {column.parts.map(({ action, count }) => (
                <i key={action} className={`of-${action}`} style={{ blockSize: `${(count / highest) * 100}%` }} />
              ))}
            </div>
            <span className="column-name">{index % every === 0 ? dayName(column.day) : ''}</span>
          </div>
        ))}
      </div>
      <div className="spoken">
        <table>
          <caption>{say.byDay}</caption>
          <thead>
            <tr>
              <th scope="col">{say.day}</th>
              {shownActions.map((action) => (
                <th key={action} scope="col">
                  {words.actions[action]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns
              .filter((column) => column.total > 0)
              .map((column) => (
                <tr key={column.day}>
                  <th scope="row">{dayName(column.day)}</th>
                  {shownActions.map((action) => (
                    <td key={action}>{number(column.parts.find((part) => part.action === action)?.count ?? 0)}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
