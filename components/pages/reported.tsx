import type { PolicyState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';

/** What is and what is not reported, and to whom. */
export function Reported({ policy, words }: { readonly policy: PolicyState; readonly words: Words }) {
  const { options, reported } = words;
  return (
    <>
      <p>{policy.endpointHost === '' ? options.reportingOff : options.reportingOn(policy.endpointHost)}</p>
      {policy.endpointHost !== '' && (
        <p className="quiet">
          {policy.userId === '' ? options.anonymous : options.reportedAs(policy.userId)}{' '}
          {policy.reportsUsage ? options.usageOn : options.usageOff}
        </p>
      )}
      <div className="columns">
        <section className="list" data-tone="plain">
          <h3>{reported.yesTitle}</h3>
          <ul>
            {reported.yes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section className="list" data-tone="good">
          <h3>{reported.noTitle}</h3>
          <ul>
            {reported.no.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
