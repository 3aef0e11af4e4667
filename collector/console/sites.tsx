import { SITE_STATES } from '../../lib/audit/event.ts';
import type { Overview } from '../server/store.ts';
import { useSpeech } from './speech.tsx';

/** How far what is known of each chat app was seen to hold, one row a site. */
export function Sites({ counts }: { readonly counts: Overview['sites'] }) {
  const { say, words, number, moment } = useSpeech();
  const sites = [...new Set(counts.map(({ site }) => site))];
  return (
    <section className="panel wide" aria-labelledby="sites">
      <header className="panel-head">
        <h3 id="sites">{say.sites.title}</h3>
      </header>
      <p className="quiet">{counts.length === 0 ? say.sites.empty : say.sites.hint}</p>
      {counts.length > 0 && (
        <div className="scroll">
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{say.sites.site}</th>
                {SITE_STATES.map((state) => (
                  <th key={state} scope="col">
                    {words.siteStates[state].name}
                  </th>
                ))}
                <th scope="col">{say.sites.at}</th>
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => {
                const own = counts.filter((count) => count.site === site);
                return (
                  <tr key={site}>
                    <th scope="row">{site}</th>
                    {SITE_STATES.map((state) => (
                      <td key={state}>{number(own.find((count) => count.state === state)?.devices ?? 0)}</td>
                    ))}
                    <td>{moment(Math.max(...own.map(({ at }) => at)))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Hosts without an entry that sent what looks like a prompt to a model. */
export function Unlisted({ hosts }: { readonly hosts: Overview['unlisted'] }) {
  const { say, number, moment } = useSpeech();
  return (
    <section className="panel wide" aria-labelledby="unlisted">
      <header className="panel-head">
        <h3 id="unlisted">{say.unlisted.title}</h3>
      </header>
      <p className="quiet">{hosts.length === 0 ? say.unlisted.empty : say.unlisted.hint}</p>
      {hosts.length > 0 && (
        <div className="scroll">
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{say.unlisted.host}</th>
                <th scope="col">{say.sites.devices}</th>
                <th scope="col">{say.sites.at}</th>
              </tr>
            </thead>
            <tbody>
              {hosts.map(({ host, devices, at }) => (
                <tr key={host}>
                  <th scope="row">
                    <bdi>{host}</bdi>
                  </th>
                  <td>{number(devices)}</td>
                  <td>{moment(at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
