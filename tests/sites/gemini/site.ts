import { page } from '../html.ts';
import type { Arrival } from '../recorder.ts';
import { echo, type PracticeSite, stream } from '../site.ts';
import { writeFrames } from './wire.ts';

const BODY = `<chat-app><main><div class="thread" data-test-id="chat-history-container"></div>
<div class="composer"><rich-textarea><div class="editor"></div></rich-textarea>
<button type="button" class="send send-button" aria-label="Send message" disabled>➤</button></div></main></chat-app>`;

const EARLY = `window.early = { open: XMLHttpRequest.prototype.open, send: XMLHttpRequest.prototype.send, setRequestHeader: XMLHttpRequest.prototype.setRequestHeader };`;

function promptOf(arrival: Arrival): string {
  try {
    const [, inner] = JSON.parse(new URLSearchParams(arrival.body.toString('utf8')).get('f.req') ?? '') as [null, string];
    const slots = JSON.parse(inner) as [[string]];
    return slots[0][0];
  } catch {
    return '(unreadable)';
  }
}

/** gemini.google.com: XMLHttpRequest with early references, form > JSON > JSON, length-framed answer. */
export const GEMINI: PracticeSite = {
  id: 'gemini',
  hosts: ['gemini.google.com'],
  answer(arrival, response) {
    const path = arrival.url.pathname.replace(/^\/u\/\d+/, '');
    if (arrival.method === 'GET' && (path === '/' || path === '/app' || path === '')) {
      return page(response, {
        title: 'Gemini',
        script: 'gemini',
        body: BODY,
        inline: EARLY,
        policy: "script-src 'nonce-NONCE' 'strict-dynamic'; object-src 'none'; base-uri 'self'",
      });
    }
    if (arrival.method !== 'POST') return false;
    if (path === '/_/BardChatUi/data/batchexecute') {
      return stream(response, 'application/json; charset=utf-8', [")]}'\n\n", '42\n[["wrb.fr","aPya6c","[]",null,null,null,"generic"]]\n']);
    }
    if (path === '/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate') {
      const pieces = echo(promptOf(arrival));
      const frames = pieces.map((_, index) => ({ conversation: 'c_practice', text: pieces.slice(0, index + 1).join('') }));
      return stream(response, 'application/json; charset=utf-8', writeFrames(frames));
    }
    return false;
  },
};
