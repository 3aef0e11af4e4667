import { useId, useState } from 'react';
import type { PolicyState } from '../../lib/messages/protocol.ts';
import type { PolicyProblem } from '../../lib/policy/problem.ts';
import type { Words } from '../../lib/words/en.ts';
import { ProblemList } from './problem-list.tsx';

/** A policy that comes with the extension. */
export interface ReadyPolicy {
  readonly id: keyof Words['options']['ready'];
  /** `name` in its JSON, by which it is known when it is in force. */
  readonly name: string;
  readonly text: string;
  /** Made for a law or a standard. */
  readonly law?: true;
}

/** What came of the last change. */
export interface Feedback {
  readonly kind: 'applied' | 'returned' | 'not-applied';
  readonly problems: readonly PolicyProblem[];
  /** There is an earlier policy to go back to. */
  readonly undo: boolean;
}

export interface PolicySectionProps {
  readonly policy: PolicyState;
  readonly ready: readonly ReadyPolicy[];
  readonly feedback: Feedback | null;
  /** Sets the person's own policy; null returns to the built-in one. */
  readonly onSet: (text: string | null) => void;
  readonly onUndo: () => void;
  readonly words: Words;
}

/** The policy in force; to be read where an administrator manages it, to be chosen elsewhere. */
export function PolicySection({ policy, ready, feedback, onSet, onUndo, words }: PolicySectionProps) {
  const { options } = words;
  return (
    <section className="panel" aria-labelledby="policy">
      <h2 id="policy">{options.sections.policy}</h2>
      <dl className="facts">
        <dt>{options.inForce}</dt>
        <dd>
          <bdi className="strong">{policy.stamp.name}</bdi> <span className="quiet">{words.revision(policy.stamp.revision)}</span>
          <span className="quiet line">{words.sources[policy.source]}</span>
        </dd>
      </dl>
      {policy.managed && <p className="quiet">{options.managed}</p>}
      {policy.source === 'last-good' && (
        <p className="notice" data-tone="caution">
          {options.lastGood}
        </p>
      )}
      {policy.problems.length > 0 && (
        <div className="notice" data-tone="caution">
          <h3>{options.problems}</h3>
          <p>{options.problemsHint}</p>
          <ProblemList problems={policy.problems} words={words} />
        </div>
      )}
      <details>
        <summary>{options.show}</summary>
        {/* The policy may be long: it scrolls in a box of its own. */}
        <textarea className="code" readOnly rows={14} value={policy.text} dir="ltr" aria-label={options.inForce} spellCheck={false} />
      </details>
      {!policy.managed && <Chooser policy={policy} ready={ready} onSet={onSet} words={words} />}
      <div role="status">{feedback !== null && <Outcome feedback={feedback} onUndo={onUndo} words={words} />}</div>
    </section>
  );
}

function Outcome({ feedback, onUndo, words }: { readonly feedback: Feedback; readonly onUndo: () => void; readonly words: Words }) {
  const { options } = words;
  const said = { applied: options.applied, returned: options.returned, 'not-applied': options.notApplied }[feedback.kind];
  return (
    <div className="notice" data-tone={feedback.kind === 'not-applied' ? 'stop' : 'good'}>
      <p>
        {said}{' '}
        {feedback.undo && (
          <button type="button" className="link" onClick={onUndo}>
            {options.undo}
          </button>
        )}
      </p>
      {feedback.problems.length > 0 && <ProblemList problems={feedback.problems} words={words} />}
    </div>
  );
}

function Cards({ policy, ready, onSet, words }: Pick<PolicySectionProps, 'policy' | 'ready' | 'onSet' | 'words'>) {
  const { options } = words;
  return (
    <ul className="cards">
      {ready.map((choice) => {
        const inUse = policy.source === 'own' && policy.stamp.name === choice.name;
        const { name, about } = options.ready[choice.id];
        return (
          <li key={choice.id} data-chosen={inUse}>
            <strong>{name}</strong>
            <p className="quiet">{about}</p>
            <button
              type="button"
              className="button"
              disabled={inUse}
              aria-label={`${options.use}: ${name}`}
              onClick={() => onSet(choice.text)}
            >
              {inUse ? `✓ ${options.inUse}` : options.use}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Chooser({ policy, ready, onSet, words }: Pick<PolicySectionProps, 'policy' | 'ready' | 'onSet' | 'words'>) {
  const { options } = words;
  const id = useId();
  const [draft, setDraft] = useState('');
  return (
    <>
      <h3>{options.choose}</h3>
      <Cards policy={policy} ready={ready.filter(({ law }) => !law)} onSet={onSet} words={words} />
      <h3>{options.chooseForLaw}</h3>
      <Cards policy={policy} ready={ready.filter(({ law }) => law)} onSet={onSet} words={words} />
      <details>
        <summary>{options.own}</summary>
        <label className="quiet" htmlFor={`${id}own`}>
          {options.ownHint}
        </label>
        <textarea
          id={`${id}own`}
          className="code"
          rows={10}
          dir="ltr"
          spellCheck={false}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        <button type="button" className="button primary" disabled={draft.trim() === ''} onClick={() => onSet(draft)}>
          {options.apply}
        </button>
      </details>
      {policy.source === 'own' && (
        <p>
          <button type="button" className="button" onClick={() => onSet(null)}>
            {options.builtIn}
          </button>
        </p>
      )}
    </>
  );
}
