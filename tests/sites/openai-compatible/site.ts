import { page } from '../html.ts';
import { at, echo, events, json, type PracticeSite, readJson } from '../site.ts';
import { answerWidget } from '../widgets/site.ts';
import { answerSink } from './sink.ts';

const CHAT = `<main><div class="thread"></div>
<form><div class="field"></div><button type="submit" class="send" data-testid="send-button" aria-label="Send" disabled>↑</button></form></main>`;

const LAB = `<main><h1>Channel lab</h1><p>Sends the text below through any channel that a page has. The server says what arrived.</p>
<textarea aria-label="Text"></textarea><div id="channels" class="chips"></div><div id="forms"></div><iframe name="nowhere" hidden></iframe></main>`;

const ATTACKS = `<main><h1>Attacks</h1><p>Sends text out in every way that page code has. The server says what arrived.</p>
<textarea aria-label="Text"></textarea><iframe name="nowhere" hidden></iframe></main>`;

const EARLY = `window.saved = { fetch: window.fetch, open: XMLHttpRequest.prototype.open, send: XMLHttpRequest.prototype.send, beacon: navigator.sendBeacon, socketSend: WebSocket.prototype.send };`;

/** A page that speaks the OpenAI chat interface and re-posts the whole conversation each time; and the channel lab. */
export const OPENAI_COMPATIBLE: PracticeSite = {
  id: 'openai-compatible',
  hosts: ['openrouter.ai', '127.0.0.1', 'localhost'],
  answer(arrival, response) {
    const { method, url } = arrival;
    if (method === 'GET' && url.pathname === '/')
      return page(response, { title: 'an OpenAI-compatible chat', script: 'openai-compatible', body: CHAT });
    if (method === 'GET' && url.pathname === '/lab') return page(response, { title: 'a chat', script: 'lab', body: LAB, inline: EARLY });
    if (method === 'GET' && url.pathname === '/attacks')
      return page(response, { title: 'a chat', script: 'attacks', body: ATTACKS, inline: 'window.first = { fetch: window.fetch };' });
    if (answerSink(arrival, response) || answerWidget(arrival, response)) return true;
    if (url.pathname !== '/v1/chat/completions' || method === 'GET') return false;
    const body = readJson(arrival);
    const texts = [...at(body, 'messages.*.content')];
    if (at(body, 'model').length === 0) return json(response, { received: arrival.body.length });
    const chunk = (content: string, finish: string | null = null) => ({
      id: 'chatcmpl-practice',
      object: 'chat.completion.chunk',
      created: Math.floor(Date.now() / 1000),
      model: 'practice-1',
      choices: [{ index: 0, delta: finish ? {} : { content }, finish_reason: finish }],
    });
    return events(response, [...echo(texts.at(-1) ?? '').map((piece) => chunk(piece)), chunk('', 'stop'), '[DONE]']);
  },
  frame(socket, data) {
    socket.send(JSON.stringify({ received: data.length }));
  },
};
