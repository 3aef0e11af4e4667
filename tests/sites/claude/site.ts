import { page } from '../html.ts';
import { at, echo, type PracticeSite, readJson, stream } from '../site.ts';

const BODY = `<main><div class="thread"></div>
<fieldset class="composer">
<textarea id="static-composer-input" placeholder="How can I help you today?"></textarea>
<button type="button" class="send" aria-label="Send message" disabled>↑</button>
<div class="chips"></div>
</fieldset></main>`;

const PROMPT = /^\/api\/organizations\/[^/]+\/chat_conversations\/[^/]+\/(?:retry_)?completion$/;

function answerTo(text: string): string[] {
  const event = (type: string, rest: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
  return [
    event('message_start', { message: { id: crypto.randomUUID(), role: 'assistant', model: 'practice-claude-1', content: [] } }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    ...echo(text).map((piece) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } })),
    event('content_block_stop', { index: 0 }),
    event('message_delta', { delta: { stop_reason: 'end_turn' } }),
    event('message_stop', {}),
  ];
}

/** claude.ai, with a strict content security policy. */
export const CLAUDE: PracticeSite = {
  id: 'claude',
  hosts: ['claude.ai'],
  answer(arrival, response) {
    const { method, url } = arrival;
    if (method === 'GET' && (url.pathname === '/' || url.pathname === '/new')) {
      return page(response, {
        title: 'Claude',
        script: 'claude',
        body: BODY,
        policy:
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      });
    }
    if (method === 'POST' && PROMPT.test(url.pathname)) {
      const body = readJson(arrival);
      const text = [...at(body, 'prompt'), ...at(body, 'attachments.*.extracted_content')].filter((one) => one !== '').join('\n');
      return stream(response, 'text/event-stream; charset=utf-8', answerTo(text || '(the same again)'));
    }
    return false;
  },
};
