import type { Count } from '../server/store.ts';
import { useSpeech } from './speech.tsx';

interface BarsProps {
  readonly title: string;
  readonly counts: readonly Count[];
  readonly chosen: string;
  /** Name of a value for people. */
  readonly name: (key: string) => string;
  /** Class that colours a bar. */
  readonly tone?: (key: string) => string;
  readonly choose: (key: string) => void;
}

const MAX_BARS = 6;

/** Counts as bars; a press filters by that value, a second press undoes it. */
export function Bars({ title, counts, chosen, name, tone, choose }: BarsProps) {
  const { say, number } = useSpeech();
  const highest = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section className="panel">
      <header className="panel-head">
        <h3>{title}</h3>
      </header>
      {counts.length === 0 && <p className="quiet">{say.nothing}</p>}
      <ul className="bars">
        {counts.slice(0, MAX_BARS).map(({ key, count }) => (
          <li key={key}>
            <button type="button" className="bar" aria-pressed={chosen === key} onClick={() => choose(chosen === key ? '' : key)}>
              <span className="bar-name">{name(key)}</span>
              <span className="bar-count">{number(count)}</span>
              <span className="bar-track">
                <i className={tone?.(key) ?? 'of-any'} style={{ inlineSize: `${(count / highest) * 100}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
