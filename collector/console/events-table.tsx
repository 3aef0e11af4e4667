import type { StoredEvent } from '../server/store.ts';
import { useSpeech } from './speech.tsx';

/** The action as a coloured word; colour is never the only sign. */
export function ActionBadge({ event }: { readonly event: StoredEvent }) {
  const { tell } = useSpeech();
  return event.action === undefined ? null : <span className={`badge is-${event.action}`}>{tell(event).action}</span>;
}

interface EventsTableProps {
  readonly events: readonly StoredEvent[];
  /** Ids that were not there before the last update. */
  readonly fresh: ReadonlySet<string>;
  readonly open: (event: StoredEvent) => void;
}

/** Events, newest first. The time of a row is the button that opens it. */
export function EventsTable({ events, fresh, open }: EventsTableProps) {
  const { say, tell, moment } = useSpeech();
  const columns = Object.entries(say.columns);
  return (
    <div className="table-frame">
      <table className="events">
        <thead>
          <tr>
            {columns.map(([key, title]) => (
              <th key={key} scope="col" className={`at-${key}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const told = tell(event);
            const time = moment(event.at);
            return (
              // The button inside is what keyboards and screen readers use; the row only widens its target for a mouse.
              <tr key={event.id} className={fresh.has(event.id) ? 'is-fresh' : ''} onClick={() => open(event)}>
                <td className="at-time">
                  <button type="button" className="row-button" aria-label={say.details(told.what, time)}>
                    <time dateTime={new Date(event.at).toISOString()}>{time}</time>
                  </button>
                </td>
                <td className="at-what">{told.what}</td>
                <td className="at-action">
                  <ActionBadge event={event} />
                </td>
                <td className="at-site" title={event.host}>
                  {event.site ?? event.host ?? ''}
                </td>
                <td className="at-found">{told.found || event.detail}</td>
                <td className="at-rules">{event.rules?.join(', ')}</td>
                <td className="at-user">{event.user}</td>
                <td className="at-outcome">{told.outcome}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
