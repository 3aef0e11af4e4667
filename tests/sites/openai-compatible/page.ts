import { element } from '../page/element.ts';
import { readEvents } from '../page/events.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';
import { type Composer, mountCodeMirror, mountTextarea } from './editors.ts';

const form = element<HTMLFormElement>('form');
const send = element<HTMLButtonElement>('button[type="submit"]', form);
const place = element('.field', form);

const thread = openThread({
  root: element('.thread'),
  mark: (bubble, who) => bubble.classList.add(`message-${who}`),
  editLabel: 'Edit',
  saveLabel: 'Save & Submit',
  retryLabel: 'Regenerate',
  onEdit: (turn) => void ask(turn, thread.again(turn)),
  onRetry: (turn) => void ask(turn, thread.again(turn)),
});

/** Sends the whole conversation up to `turn`, as pages without memory on the server do. */
async function ask(turn: Turn, view: AnswerView): Promise<void> {
  const until = thread.turns.slice(0, thread.turns.indexOf(turn));
  const messages = [
    { role: 'system', content: 'You are a practice model.' },
    ...until.flatMap((past) => [
      { role: 'user', content: past.text },
      { role: 'assistant', content: past.answer },
    ]),
    { role: 'user', content: turn.text },
  ];
  try {
    const response = await fetch('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer practice' },
      body: JSON.stringify({ model: 'practice-1', stream: true, messages }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    for await (const data of readEvents(response)) {
      const chunk = JSON.parse(data) as { choices: { delta: { content?: string } }[] };
      view.append(chunk.choices[0]?.delta.content ?? '');
    }
    view.done();
  } catch (error) {
    view.fail('Network error');
    console.warn('completion failed', error);
  }
}

function submit(): void {
  const text = composer.text();
  if (text.trim() === '') return;
  composer.clear();
  const { turn, view } = thread.ask(text);
  void ask(turn, view);
}

const on = {
  send: submit,
  change: () => {
    send.disabled = composer.text().trim() === '';
  },
};

async function mount(): Promise<Composer> {
  switch (new URLSearchParams(location.search).get('editor')) {
    case 'codemirror':
      return mountCodeMirror(place, on);
    case 'slate': {
      const { mountSlate } = await import('./slate.tsx');
      return mountSlate(place, on);
    }
    default:
      return mountTextarea(place, on);
  }
}

const composer = await mount();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
document.documentElement.dataset.ready = 'true';
