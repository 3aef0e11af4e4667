import type { SitesState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';
import { moment } from './describe-event.ts';

export interface SitesSectionProps {
  readonly sites: SitesState;
  /** Asks the browser for these hosts. */
  readonly onAllow: (hosts: readonly string[]) => void;
  readonly words: Words;
}

/** How far what is known of each site was seen to hold here, and what the policy names without the browser's leave. */
export function SitesSection({ sites: { checks, wanted }, onAllow, words }: SitesSectionProps) {
  const { sites, sections } = words.options;
  return (
    <section className="panel" aria-labelledby="sites">
      <h2 id="sites">{sections.sites}</h2>
      {wanted.length > 0 && (
        <div className="notice" data-tone="caution">
          <p>{sites.wanted}</p>
          <ul>
            {wanted.map((host) => (
              <li key={host}>
                <bdi>{host}</bdi>
              </li>
            ))}
          </ul>
          <button type="button" className="button primary" onClick={() => onAllow(wanted)}>
            {sites.allow}
          </button>
        </div>
      )}
      <p className="quiet">{checks.length === 0 ? sites.empty : sites.hint}</p>
      {checks.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{sites.site}</th>
                <th scope="col">{sites.state}</th>
                <th scope="col">{sites.at}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ siteId, siteName, state, cause, at }) => (
                <tr key={siteId}>
                  <td data-column={sites.site}>
                    <bdi>{siteName}</bdi>
                  </td>
                  <td data-column={sites.state}>
                    <span>
                      <span className="strong">{words.siteStates[state].name}</span>
                      <span className="quiet line">{cause === '' ? words.siteStates[state].about : words.siteCauses[cause]}</span>
                    </span>
                  </td>
                  <td className="time" data-column={sites.at}>
                    {at === 0 ? sites.never : moment(at, words)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
