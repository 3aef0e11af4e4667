import type { AuditEvent } from '../../lib/audit/event.ts';
import type { OutboxState, PageState, PolicyState, SiteCheckState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';
import { Mark } from '../mark.tsx';
import { describeEvent, moment } from './describe-event.ts';
import type { Loaded } from './loaded.ts';
import { NotReady } from './not-ready.tsx';

export interface PopupData {
  /** Null where the page is not one that the policy names. */
  readonly page: PageState | null;
  /** What was seen of this page's site in this browser; null when nothing was. */
  readonly check: SiteCheckState | null;
  readonly policy: PolicyState;
  readonly outbox: OutboxState;
  /** What happened on this host today, newest first. */
  readonly today: readonly AuditEvent[];
}

export interface PopupProps {
  readonly state: Loaded<PopupData>;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly words: Words;
}

/** What is guarded on this page, what happened here today, and whether all is well. */
export function Popup({ state, onOptions, onRetry, words }: PopupProps) {
  return (
    <main className="popup" lang={words.locale} dir={words.direction}>
      <header className="title">
        <Mark />
        <h1>{words.product}</h1>
      </header>
      {state.kind === 'ready' ? (
        <>
          <Guard page={state.value.page} check={state.value.check} words={words} />
          {state.value.page !== null && <Today events={state.value.today} words={words} />}
          <Health policy={state.value.policy} outbox={state.value.outbox} words={words} />
        </>
      ) : (
        <NotReady kind={state.kind} onRetry={onRetry} words={words} />
      )}
      <button type="button" className="button wide" onClick={onOptions}>
        {words.popup.options}
      </button>
    </main>
  );
}

/** The state with the date on which it was seen. */
function lastSeen({ state, at }: SiteCheckState, words: Words): string {
  const { name } = words.siteStates[state];
  return at === 0 ? words.popup.siteNever(name) : words.popup.siteSeen(name, moment(at, words));
}

interface GuardProps {
  readonly page: PageState | null;
  readonly check: SiteCheckState | null;
  readonly words: Words;
}

function Guard({ page, check, words }: GuardProps) {
  const { popup } = words;
  const [tone, title, hint] =
    page === null
      ? (['plain', popup.elsewhere, popup.elsewhereHint] as const)
      : !page.gate
        ? (['stop', popup.broken, popup.brokenHint] as const)
        : page.guide
          ? (['good', popup.guarded(page.siteName), popup.guardedHint] as const)
          : (['caution', popup.partly(page.siteName), popup.partlyHint] as const);
  return (
    <section className="panel notice" data-tone={tone}>
      <h2>{title}</h2>
      <p>{hint}</p>
      {page?.gate && <p className="quiet">{page.network ? popup.network : popup.pageOnly}</p>}
      {check && (
        <p className="quiet">
          <span className="strong line">{lastSeen(check, words)}</span>
          {/* That no composer was found is said above. */}
          {check.cause === ''
            ? words.siteStates[check.state].about
            : (page?.guide || check.cause !== 'no-composer') && words.siteCauses[check.cause]}
        </p>
      )}
    </section>
  );
}

function Today({ events, words }: { readonly events: readonly AuditEvent[]; readonly words: Words }) {
  return (
    <section className="panel">
      <h2>{words.popup.today}</h2>
      {events.length === 0 ? (
        <p className="quiet">{words.popup.todayEmpty}</p>
      ) : (
        <ul className="events">
          {events.map((event) => {
            const said = describeEvent(event, words);
            return (
              <li key={event.id}>
                <time className="quiet" dateTime={new Date(event.at).toISOString()}>
                  {moment(event.at, words, 'time')}
                </time>
                <span>
                  <span className="strong">{said.found === '' ? said.what : said.found}</span>
                  <span className="quiet">{said.found === '' ? said.outcome : said.outcome || said.what}</span>
                </span>
                {event.action !== undefined && (
                  <span className="tag" data-action={event.action}>
                    {said.action}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

interface HealthProps {
  readonly policy: PolicyState;
  readonly outbox: OutboxState;
  readonly words: Words;
}

function Health({ policy, outbox, words }: HealthProps) {
  const { popup } = words;
  return (
    <section className="panel">
      <h2>{popup.health}</h2>
      <dl className="facts">
        <dt>{popup.policy}</dt>
        <dd>
          <bdi>{policy.stamp.name}</bdi> <span className="quiet">{words.revision(policy.stamp.revision)}</span>
          <span className="quiet line">{words.sources[policy.source]}</span>
          {policy.problems.length > 0 && <span className="line caution">{popup.problems(policy.problems.length)}</span>}
        </dd>
        <dt>{popup.reporting}</dt>
        <dd>
          {policy.endpointHost === '' ? popup.reportingOff : popup.goesTo(policy.endpointHost)}
          {outbox.waiting > 0 && <span className="line quiet">{popup.waiting(outbox.waiting)}</span>}
          {outbox.dead > 0 && <span className="line caution">{popup.dead(outbox.dead)}</span>}
          {outbox.lastError !== '' && <span className="line error">{outbox.lastError}</span>}
        </dd>
      </dl>
    </section>
  );
}
