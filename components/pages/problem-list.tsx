import type { PolicyProblem } from '../../lib/policy/problem.ts';
import type { Words } from '../../lib/words/en.ts';

/** Problems of a policy: where each lies, what it is, and how to mend it. */
export function ProblemList({ problems, words }: { readonly problems: readonly PolicyProblem[]; readonly words: Words }) {
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={`${problem.path} ${problem.message}`}>
          {problem.path === '' ? <strong>{words.options.wholePolicy}</strong> : <code dir="ltr">{problem.path}</code>}
          <p>{problem.message}</p>
          <p className="quiet">
            {words.options.cure}: {problem.cure}
          </p>
        </li>
      ))}
    </ul>
  );
}
