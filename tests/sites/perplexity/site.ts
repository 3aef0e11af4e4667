import { page } from '../html.ts';
import { at, echo, events, json, type PracticeSite, readJson } from '../site.ts';

const BODY = `<main><div class="thread"></div>
<div class="composer"><div id="ask-input" contenteditable="true" role="textbox" aria-label="Ask anything"></div>
<button type="button" class="send" aria-label="Submit" disabled>→</button></div></main>`;

/** www.perplexity.ai: the prompt twice in one request, and every keystroke on a suggest socket of another host. */
export const PERPLEXITY: PracticeSite = {
  id: 'perplexity',
  hosts: ['www.perplexity.ai', 'suggest.perplexity.ai'],
  answer(arrival, response) {
    switch (`${arrival.method} ${arrival.url.pathname}`) {
      case 'GET /':
        return page(response, { title: 'Perplexity', script: 'perplexity', body: BODY });
      case 'POST /rest/autosuggest/list-autosuggest':
        return json(response, { results: [] });
      case 'POST /rest/sse/perplexity_ask': {
        const text = at(readJson(arrival), 'query_str').join('');
        return events(response, [
          ...echo(text).map((value, chunk) => ({
            backend_uuid: 'practice',
            status: 'PENDING',
            blocks: [
              {
                intended_usage: 'ask_text',
                diff_block: { field: 'markdown_block', patches: [{ op: 'add', path: `/chunks/${chunk}`, value }] },
              },
            ],
          })),
          { status: 'COMPLETED', final: true, blocks: [] },
        ]);
      }
      default:
        return false;
    }
  },
  frame(socket, data) {
    const frame: unknown = JSON.parse(data.toString('utf8'));
    const [query = ''] = at(frame, 'q');
    const uuid = at(frame, 'uuid')[0] ?? '';
    // Answers overtake each other on the real site.
    setTimeout(() => socket.send(JSON.stringify([query, [`${query.slice(0, 20)} …`], uuid, []])), query.length % 2 === 0 ? 40 : 5);
  },
};
