import { page } from '../html.ts';
import { at, echo, events, json, type PracticeSite, readJson } from '../site.ts';

const OLD = `<main class="old"><div class="thread"></div>
<form data-type="unified-composer">
<textarea name="prompt-textarea" placeholder="Ask anything"></textarea>
<button type="submit" class="send" id="composer-submit-button" data-testid="send-button" aria-label="Send prompt" disabled>↑</button>
<div class="chips"></div>
</form></main>`;

// Labels differ per account: this one is German.
const NEW = `<main class="new"><div class="thread"></div>
<form data-chatgpt-composer>
<div data-composer-markdown><textarea name="prompt-textarea" placeholder="Frag alles"></textarea></div>
<button type="submit" class="send" data-composer-submit aria-label="Senden" disabled>↑</button>
<div class="chips"></div>
</form></main>`;

function answerTo(text: string): (string | object)[] {
  const id = crypto.randomUUID();
  const [first = '', ...rest] = echo(text);
  const message = {
    id,
    author: { role: 'assistant' },
    content: { content_type: 'text', parts: [''] },
    status: 'in_progress',
    recipient: 'all',
    metadata: { model_slug: 'practice-1' },
  };
  return [
    '"v1"',
    { type: 'resume_conversation_token', conversation_id: crypto.randomUUID() },
    { p: '', o: 'add', v: { message, error: null }, c: 0 },
    { p: '/message/content/parts/0', o: 'append', v: first },
    ...rest.map((v) => ({ v })),
    { p: '', o: 'patch', v: [{ p: '/message/status', o: 'replace', v: 'finished_successfully' }] },
    { type: 'message_stream_complete' },
    '[DONE]',
  ];
}

/** Both shells of chatgpt.com live at once: the old one at `/`, the new one at `/?shell=new`. */
export const CHATGPT: PracticeSite = {
  id: 'chatgpt',
  hosts: ['chatgpt.com', '*.oaiusercontent.com'],
  answer({ method, url, ...arrival }, response) {
    if (url.hostname.endsWith('.oaiusercontent.com')) {
      response.writeHead(201, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'PUT, OPTIONS',
        'access-control-allow-headers': '*',
      });
      response.end();
      return true;
    }
    switch (`${method} ${url.pathname}`) {
      case 'GET /':
        return page(response, { title: 'ChatGPT', script: 'chatgpt', body: url.searchParams.get('shell') === 'new' ? NEW : OLD });
      case 'POST /backend-api/f/conversation/prepare':
        return json(response, { status: 'ok', conduit_token: crypto.randomUUID() });
      case 'POST /backend-api/conversation/experimental/generate_autocompletions':
        return json(response, { completions: [] });
      case 'POST /backend-api/files':
        return json(response, {
          status: 'success',
          file_id: crypto.randomUUID(),
          upload_url: `https://files.oaiusercontent.com/${crypto.randomUUID()}/raw?se=2030-01-01&sig=practice`,
        });
      case 'POST /backend-api/f/conversation': {
        const text = at(readJson({ method, url, ...arrival }), 'messages.*.content.parts.*').join('\n');
        // Whoever wants to stop an answer needs one that takes its time.
        return events(response, answerTo(text), text.includes('slowly') ? 300 : undefined);
      }
      default:
        return false;
    }
  },
};
