import type { PolicyState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';
import { Mark } from '../mark.tsx';
import type { Loaded } from './loaded.ts';
import { NotReady } from './not-ready.tsx';
import { Reported } from './reported.tsx';

export interface WelcomeProps {
  readonly state: Loaded<PolicyState>;
  /** What the person has answered on this page; null before that. */
  readonly answered: 'agreed' | 'declined' | null;
  readonly onConsent: (given: boolean) => void;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly words: Words;
}

/** What Tacit does, what is and is not reported, and consent where the policy asks for it. */
export function Welcome({ state, answered, onConsent, onOptions, onRetry, words }: WelcomeProps) {
  const { welcome } = words;
  return (
    <main className="page" lang={words.locale} dir={words.direction}>
      <header className="title large">
        <Mark />
        <div>
          <h1>{welcome.title}</h1>
          <p>{welcome.lead}</p>
        </div>
      </header>
      <section className="panel" aria-labelledby="how">
        <h2 id="how">{welcome.how}</h2>
        <ol className="steps">
          {welcome.steps.map((step) => (
            <li key={step.title}>
              <strong>{step.title}</strong>
              <p className="quiet">{step.about}</p>
            </li>
          ))}
        </ol>
      </section>
      {state.kind === 'ready' ? (
        <>
          <section className="panel" aria-labelledby="reporting">
            <h2 id="reporting">{words.options.sections.reporting}</h2>
            <Reported policy={state.value} words={words} />
          </section>
          <Consent policy={state.value} answered={answered} onConsent={onConsent} words={words} />
        </>
      ) : (
        <NotReady kind={state.kind} onRetry={onRetry} words={words} />
      )}
      <p className="between">
        <button type="button" className="link" onClick={onOptions}>
          {welcome.settings}
        </button>
        <span className="quiet">{welcome.done}</span>
      </p>
    </main>
  );
}

interface ConsentProps {
  readonly policy: PolicyState;
  readonly answered: WelcomeProps['answered'];
  readonly onConsent: (given: boolean) => void;
  readonly words: Words;
}

function Consent({ policy, answered, onConsent, words: { welcome } }: ConsentProps) {
  const said = answered === 'declined' ? welcome.declined : answered === 'agreed' || policy.consentGiven ? welcome.agreed : null;
  return (
    <div role="status">
      {policy.consent !== 'none' && said !== null && (
        <p className="panel notice" data-tone={answered === 'declined' ? 'caution' : 'good'}>
          {said}
        </p>
      )}
      {policy.consent !== 'none' && said === null && (
        <section className="panel notice" data-tone="caution">
          <p>{policy.consent === 'required' ? welcome.consentRequired : welcome.consentNotice}</p>
          <p className="choices">
            <button type="button" className="button primary" onClick={() => onConsent(true)}>
              {policy.consent === 'required' ? welcome.agree : welcome.understood}
            </button>
            {policy.consent === 'required' && (
              <button type="button" className="button" onClick={() => onConsent(false)}>
                {welcome.decline}
              </button>
            )}
          </p>
        </section>
      )}
    </div>
  );
}
