import type { AuditEvent } from '../../lib/audit/event.ts';
import type { OutboxState, PolicyState, SitesState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';
import { Mark } from '../mark.tsx';
import { ActivitySection } from './activity-section.tsx';
import { moment } from './describe-event.ts';
import type { Loaded } from './loaded.ts';
import { NotReady } from './not-ready.tsx';
import { PolicySection, type PolicySectionProps } from './policy-section.tsx';
import { Reported } from './reported.tsx';
import { SitesSection } from './sites-section.tsx';

export interface OptionsData {
  readonly policy: PolicyState;
  readonly outbox: OutboxState;
  readonly sites: SitesState;
  readonly activity: readonly AuditEvent[];
}

export interface OptionsProps extends Omit<PolicySectionProps, 'policy'> {
  readonly state: Loaded<OptionsData>;
  readonly version: string;
  readonly onRetry: () => void;
  /** Asks the browser for hosts that the policy names. */
  readonly onAllow: (hosts: readonly string[]) => void;
}

/** The policy in force, the person's own activity, what is reported, and how the extension fares. */
export function Options({ state, version, onRetry, onAllow, ready, feedback, onSet, onUndo, words }: OptionsProps) {
  return (
    <main className="page" lang={words.locale} dir={words.direction}>
      <header className="title">
        <Mark />
        <h1>{words.options.title}</h1>
      </header>
      {state.kind === 'ready' ? (
        <>
          <PolicySection policy={state.value.policy} ready={ready} feedback={feedback} onSet={onSet} onUndo={onUndo} words={words} />
          <SitesSection sites={state.value.sites} onAllow={onAllow} words={words} />
          <ActivitySection events={state.value.activity} words={words} />
          <section className="panel" aria-labelledby="reporting">
            <h2 id="reporting">{words.options.sections.reporting}</h2>
            <Reported policy={state.value.policy} words={words} />
          </section>
          <Diagnostics {...state.value} version={version} words={words} />
        </>
      ) : (
        <NotReady kind={state.kind} onRetry={onRetry} words={words} />
      )}
    </main>
  );
}

function Diagnostics({
  policy,
  outbox,
  version,
  words,
}: Pick<OptionsData, 'policy' | 'outbox'> & { readonly version: string; readonly words: Words }) {
  const { diagnostics, sections } = words.options;
  const facts: readonly (readonly [string, string])[] = [
    [words.product, version],
    [diagnostics.revision, `${policy.stamp.name} · ${policy.stamp.revision}`],
    [diagnostics.source, words.sources[policy.source]],
    [diagnostics.waiting, String(outbox.waiting)],
    [diagnostics.dead, String(outbox.dead)],
    [diagnostics.lastSuccess, outbox.lastSuccess === 0 ? diagnostics.never : moment(outbox.lastSuccess, words)],
    [diagnostics.lastError, outbox.lastError === '' ? diagnostics.none : outbox.lastError],
  ];
  return (
    <section className="panel" aria-labelledby="diagnostics">
      <h2 id="diagnostics">{sections.diagnostics}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
