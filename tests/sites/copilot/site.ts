import { page } from '../html.ts';
import { at, echo, json, type PracticeSite } from '../site.ts';

const BODY = `<main><div class="thread" data-content="conversation"></div>
<div class="composer"><textarea id="userInput" data-testid="composer-input" role="textbox" placeholder="Message Copilot"></textarea>
<button type="button" class="send" data-testid="submit-button" aria-label="Submit message" disabled>➤</button></div></main>`;

/** copilot.microsoft.com: a POST for the conversation, then JSON frames on a WebSocket; trusted types are enforced. */
export const COPILOT: PracticeSite = {
  id: 'copilot',
  hosts: ['copilot.microsoft.com'],
  answer({ method, url }, response) {
    switch (`${method} ${url.pathname}`) {
      case 'GET /':
        return page(response, {
          title: 'Microsoft Copilot',
          script: 'copilot',
          body: BODY,
          policy:
            "default-src 'self'; script-src 'nonce-NONCE' 'strict-dynamic'; connect-src 'self' wss://copilot.microsoft.com; img-src data:; require-trusted-types-for 'script'",
        });
      case 'POST /c/api/conversations':
        return json(response, { id: crypto.randomUUID() });
      default:
        return false;
    }
  },
  frame(socket, data) {
    let frame: unknown;
    try {
      frame = JSON.parse(data.toString('utf8'));
    } catch {
      return socket.send(JSON.stringify({ event: 'error', errorCode: 'bad-frame' }));
    }
    if (at(frame, 'event')[0] !== 'send') return;
    const messageId = crypto.randomUUID();
    socket.send(JSON.stringify({ event: 'received', messageId }));
    for (const text of echo(at(frame, 'content.*.text').join('\n'))) {
      socket.send(JSON.stringify({ event: 'appendText', messageId, partId: '0', text }));
    }
    socket.send(JSON.stringify({ event: 'partCompleted', messageId, partId: '0' }));
    socket.send(JSON.stringify({ event: 'done', messageId }));
  },
};
