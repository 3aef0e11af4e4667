import { element } from '../page/element.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';

const input = element<HTMLTextAreaElement>('textarea#userInput');
const send = element<HTMLButtonElement>('[data-testid="submit-button"]');

let socket: WebSocket | null = null;
let conversation = '';
let waiting: AnswerView | null = null;

const thread = openThread({
  root: element('.thread'),
  mark(bubble, who) {
    bubble.dataset.content = who === 'user' ? 'user-message' : 'ai-message';
  },
  retryLabel: 'Try again',
  onRetry: (turn) => void ask(turn, thread.again(turn)),
});

async function connect(): Promise<WebSocket> {
  if (conversation === '') {
    const response = await fetch('/c/api/conversations', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    ({ id: conversation } = (await response.json()) as { id: string });
  }
  if (socket && socket.readyState === WebSocket.OPEN) return socket;
  const opening = new WebSocket(`wss://${location.host}/c/api/chat?api-version=2&clientSessionId=${crypto.randomUUID()}`);
  socket = opening;
  await new Promise((resolve, reject) => {
    opening.addEventListener('open', resolve);
    opening.addEventListener('error', reject);
  });
  opening.addEventListener('message', (event: MessageEvent<string>) => {
    const frame = JSON.parse(event.data) as { event: string; text?: string };
    if (frame.event === 'appendText') waiting?.append(frame.text ?? '');
    if (frame.event === 'done') waiting?.done();
  });
  opening.addEventListener('close', () => waiting?.fail('The connection was lost.'));
  opening.send(JSON.stringify({ event: 'setOptions', supportedCards: ['image'], supportedFeatures: ['partial-generated-images'] }));
  return opening;
}

async function ask(turn: Turn, view: AnswerView): Promise<void> {
  waiting = view;
  try {
    const open = await connect();
    open.send(
      JSON.stringify({
        event: 'send',
        conversationId: conversation,
        content: [{ type: 'text', text: turn.text }],
        mode: 'chat',
        context: {},
      }),
    );
  } catch (error) {
    view.fail('Something went wrong.');
    console.warn('send failed', error);
  }
}

function submit(): void {
  const text = input.value;
  if (text.trim() === '') return;
  input.value = '';
  send.disabled = true;
  const { turn, view } = thread.ask(text);
  void ask(turn, view);
}

input.addEventListener('input', () => {
  send.disabled = input.value.trim() === '';
});
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
send.addEventListener('click', submit);
document.documentElement.dataset.ready = 'true';
