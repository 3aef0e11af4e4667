import type { RuleHit } from '../../lib/policy/verdict.ts';
import type { Words } from '../../lib/words/en.ts';

/** Why the policy minds: each rule by its title, in the administrator's words, with a link to guidance when it has one. */
export function RuleList({ rules, words }: { readonly rules: readonly RuleHit[]; readonly words: Words }) {
  return (
    <ul className="rules">
      {rules.map((rule) => {
        const help = safeLink(rule.helpUrl);
        return (
          <li key={rule.id}>
            <strong dir="auto">{rule.title === '' ? rule.id : rule.title}</strong>
            <p dir="auto">{rule.message === '' ? words.dialog.ruleWithoutWords : rule.message}</p>
            {help !== null && (
              <a href={help} target="_blank" rel="noopener noreferrer">
                {words.dialog.help} <span className="spoken">{words.dialog.opensInTab}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The address when it is https and carries no credentials; null otherwise, so that nothing else ever becomes a link. */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
