import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { StoredEvent } from '../server/store.ts';
import { getEvents } from './api.ts';
import { ActionBadge } from './events-table.tsx';
import { useSpeech } from './speech.tsx';

interface DrawerProps {
  readonly event: StoredEvent;
  readonly token: string;
  readonly open: (event: StoredEvent) => void;
  readonly close: () => void;
}

/** Events about the same draft: the one that this continues, and those that continue it. */
function useRelated(token: string, event: StoredEvent): readonly StoredEvent[] {
  const [related, setRelated] = useState<readonly StoredEvent[]>([]);
  const root = event.about ?? event.id;
  const id = event.id;
  useEffect(() => {
    const stop = new AbortController();
    setRelated([]);
    getEvents(token, new URLSearchParams({ q: root, limit: '20' }), stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setRelated(answer.value.events.filter((other) => other.id !== id).reverse());
    });
    return () => stop.abort();
  }, [token, root, id]);
  return related;
}

/** Everything that is known of one event, beside the table. A modal `dialog`: Escape closes it, focus stays inside and returns. */
export function Drawer({ event, token, open, close }: DrawerProps) {
  const speech = useSpeech();
  const { say, words, moment, number, percent, entity } = speech;
  const told = speech.tell(event);
  const related = useRelated(token, event);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  const values: Readonly<Record<keyof typeof say.fields, ReactNode>> = {
    at: moment(event.at),
    received: moment(event.received),
    kind: told.what,
    action: event.action === undefined ? undefined : <ActionBadge event={event} />,
    outcome: told.outcome,
    choice: event.choice === undefined ? undefined : say.choices[event.choice],
    reason: event.reason === undefined ? undefined : <q>{event.reason}</q>,
    findings:
      event.findings === undefined || event.findings.length === 0 ? undefined : (
        <ul>
          {event.findings.map((finding) => (
            <li key={finding.entity}>
              {entity(finding.entity)} × {number(finding.count)} <span className="quiet">{say.certainty(percent(finding.confidence))}</span>
            </li>
          ))}
        </ul>
      ),
    rules: event.rules?.join(', '),
    site: event.site,
    host: event.host,
    account: event.account === undefined ? undefined : words.accounts[event.account],
    model: event.model,
    channel: event.channel,
    direction: event.direction,
    size: event.size === undefined ? undefined : say.characters(number(event.size)),
    took: event.took === undefined ? undefined : `${number(Math.round(event.took * 10) / 10)} ms`,
    user: event.user,
    device: event.device,
    browser: event.browser,
    extension: event.extension,
    policy: event.policy.name === '' ? undefined : say.revision(event.policy.name, event.policy.revision),
    conversation: event.conversation,
    state: event.state === undefined ? undefined : words.siteStates[event.state].name,
    detail: event.detail,
    about: event.about === undefined ? undefined : <code>{event.about}</code>,
    id: <code>{event.id}</code>,
  };
  const shown = (Object.keys(values) as (keyof typeof values)[]).filter((field) => values[field] !== undefined && values[field] !== '');

  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="event-title"
      onClose={close}
      onPointerDown={(pointer) => {
        if (pointer.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className="drawer-body">
        <header className="drawer-head">
          <h2 id="event-title">{told.what || say.eventTitle}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {say.close}
          </button>
        </header>
        <dl className="facts">
          {shown.map((field) => (
            <div key={field}>
              <dt>{say.fields[field]}</dt>
              <dd>{values[field]}</dd>
            </div>
          ))}
        </dl>
        {related.length > 0 && (
          <section>
            <h3>{say.related}</h3>
            <ul className="related">
              {related.map((other) => (
                <li key={other.id}>
                  <button type="button" className="link" onClick={() => open(other)}>
                    {moment(other.at)}: {speech.tell(other).what}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="quiet">{say.noText}</p>
      </div>
    </dialog>
  );
}
