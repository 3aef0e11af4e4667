import { page } from '../html.ts';
import { at, echo, events, json, type PracticeSite, readJson, stream } from '../site.ts';
import { FAMILIES, type Family } from './families.ts';
import { RECORD_END, splitEnvelopes, writeEnvelope } from './framing.ts';

function body({ id, lang, direction, composer }: Family): string {
  return `<main data-family="${id}" lang="${lang}" dir="${direction}"><div class="thread"></div><form class="composer">${composer}</form></main>`;
}

function practice(family: Family): PracticeSite {
  const { id, title, hosts, policy, prompt, wire } = family;
  /** For requests without text, which have the server answer what it was told before. */
  let last = '';
  const promptOf = (value: unknown): string => {
    last = prompt.flatMap((path) => at(value, path)).at(-1) ?? last;
    return last;
  };
  return {
    id,
    hosts,
    answer(arrival, response) {
      const { method, url } = arrival;
      if (method === 'GET' && url.pathname === '/')
        return page(response, { title, script: 'families', body: body(family), ...(policy ? { policy } : {}) });
      if (method !== 'POST') return false;
      if (wire.by === 'connect') {
        const [message] = splitEnvelopes(new Uint8Array(arrival.body)).messages;
        const pieces = echo(promptOf(message)).map((v) => writeEnvelope({ v }));
        return stream(response, 'application/connect+json', pieces);
      }
      const answer = echo(promptOf(readJson(arrival)));
      // Whatever leaves beside the request that is answered is only taken.
      if (/trpc|tokens/.test(url.pathname)) return json(response, { ok: true });
      return events(
        response,
        answer.map((v) => ({ v })),
      );
    },
    frame(socket, data) {
      for (const record of data.toString('utf8').split(RECORD_END)) {
        if (!record.includes('"chat"')) continue;
        for (const piece of echo(promptOf(JSON.parse(record)))) {
          socket.send(JSON.stringify({ type: 1, target: 'update', arguments: [piece] }) + RECORD_END);
        }
        socket.send(JSON.stringify({ type: 3, invocationId: '0' }) + RECORD_END);
      }
    },
  };
}

/** The practice pages of the families table, one site each. */
export const FAMILY_SITES: readonly PracticeSite[] = FAMILIES.map(practice);
