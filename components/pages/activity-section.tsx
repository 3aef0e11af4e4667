import { useState } from 'react';
import type { AuditEvent } from '../../lib/audit/event.ts';
import { ACTIONS } from '../../lib/policy/action.ts';
import type { Words } from '../../lib/words/en.ts';
import { describeEvent, moment } from './describe-event.ts';

/** The person's own records, newest first, with filters. */
export function ActivitySection({ events, words }: { readonly events: readonly AuditEvent[]; readonly words: Words }) {
  const { options } = words;
  const [action, setAction] = useState('');
  const [site, setSite] = useState('');
  const sites = [...new Set(events.flatMap((event) => event.host ?? event.site ?? []))].sort();
  const actions = ACTIONS.filter((name) => events.some((event) => event.action === name));
  const shown = events.filter(
    (event) => (action === '' || event.action === action) && (site === '' || (event.host ?? event.site) === site),
  );
  return (
    <section className="panel" aria-labelledby="activity">
      <h2 id="activity">{options.sections.activity}</h2>
      <p className="quiet">{options.activityHint}</p>
      {events.length === 0 ? (
        <p className="empty">{options.activityEmpty}</p>
      ) : (
        <>
          <div className="filters">
            <label>
              {options.filterAction}
              <select value={action} onChange={(event) => setAction(event.target.value)}>
                <option value="">{options.all}</option>
                {actions.map((name) => (
                  <option key={name} value={name}>
                    {words.actions[name]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {options.filterSite}
              <select value={site} onChange={(event) => setSite(event.target.value)}>
                <option value="">{options.all}</option>
                {sites.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <span className="quiet" role="status">
              {options.count(shown.length, events.length)}
            </span>
          </div>
          {shown.length === 0 ? (
            <p className="empty">
              {options.activityNone}{' '}
              <button
                type="button"
                className="link"
                onClick={() => {
                  setAction('');
                  setSite('');
                }}
              >
                {options.reset}
              </button>
            </p>
          ) : (
            <EventTable events={shown} words={words} />
          )}
        </>
      )}
    </section>
  );
}

function EventTable({ events, words }: { readonly events: readonly AuditEvent[]; readonly words: Words }) {
  const { columns } = words.options;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            {(['time', 'what', 'site', 'action', 'found', 'outcome'] as const).map((name) => (
              <th key={name} scope="col">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const said = describeEvent(event, words);
            return (
              <tr key={event.id}>
                <td className="time" data-column={columns.time}>
                  <time dateTime={new Date(event.at).toISOString()}>{moment(event.at, words)}</time>
                </td>
                <td data-column={columns.what}>{said.what}</td>
                <td data-column={columns.site}>{event.host ?? event.site ?? ''}</td>
                <td data-column={columns.action}>
                  {event.action !== undefined && (
                    <span className="tag" data-action={event.action}>
                      {said.action}
                    </span>
                  )}
                </td>
                <td data-column={columns.found}>{said.found}</td>
                <td data-column={columns.outcome}>{said.outcome}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
