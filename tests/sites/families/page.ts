import { element } from '../page/element.ts';
import { readEvents } from '../page/events.ts';
import { mountProseMirror } from '../page/prosemirror.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';
import { type Asked, FAMILIES, type Post } from './families.ts';
import { RECORD_END, readEnvelopes, writeEnvelope } from './framing.ts';

const id = element('main').dataset.family;
const family = FAMILIES.find((one) => one.id === id);
if (!family) throw new Error(`no family ${id}`);
const { wire, labels } = family;
const chat = crypto.randomUUID();
const form = element<HTMLFormElement>('form');
const send = element(family.send, form);

const thread = openThread({
  root: element('.thread'),
  mark: (bubble, who) => bubble.classList.add(`message-${who}`),
  editLabel: labels.edit,
  saveLabel: labels.save,
  retryLabel: labels.retry,
  ...(family.edits ? { onEdit: (turn: Turn) => void ask(turn, thread.again(turn), 'edit') } : {}),
  onRetry: (turn) => void ask(turn, thread.again(turn), 'retry'),
});

function textIn(data: string): string {
  return (JSON.parse(data) as { v?: string }).v ?? '';
}

function post({ path, body, contentType = 'application/json' }: Post): Promise<Response> {
  const bytes = contentType.startsWith('application/connect') ? writeEnvelope(body) : JSON.stringify(body);
  return fetch(path, { method: 'POST', headers: { 'content-type': contentType }, body: bytes });
}

async function byFetch(posts: readonly Post[], view: AnswerView): Promise<void> {
  for (const [index, one] of posts.entries()) {
    const response = await post(one);
    if (!response.ok) throw new Error(`status ${response.status}`);
    if (index < posts.length - 1) continue;
    if (wire.by === 'connect') {
      for await (const message of readEnvelopes(response)) view.append((message as { v?: string }).v ?? '');
    } else for await (const data of readEvents(response)) view.append(textIn(data));
  }
}

function byXhr(posts: readonly Post[], view: AnswerView): Promise<void> {
  const [one] = posts;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let read = 0;
    request.open('POST', one?.path ?? '');
    request.setRequestHeader('content-type', 'application/json');
    request.onprogress = () => {
      const blocks = request.responseText.split('\n\n').slice(0, -1);
      for (const block of blocks.slice(read)) view.append(textIn(block.replace(/^data: /, '')));
      read = blocks.length;
    };
    request.onloadend = () => (request.status === 200 ? resolve() : reject(new Error(`status ${request.status}`)));
    request.send(JSON.stringify(one?.body));
  });
}

let socket: WebSocket | null = null;
let answering: { append(text: string): void; done(): void } | null = null;

async function bySocket(address: string, records: readonly object[], view: AnswerView): Promise<void> {
  const framed = (all: readonly object[]) => all.map((record) => JSON.stringify(record) + RECORD_END).join('');
  if (socket?.readyState !== WebSocket.OPEN) {
    const opened = new WebSocket(`${address}?ConversationId=${chat}`);
    socket = opened;
    await new Promise((resolve, reject) => {
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    opened.send(framed([{ protocol: 'json', version: 1 }]));
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      for (const record of data.split(RECORD_END).filter((text) => text !== '')) {
        const { type, arguments: pieces } = JSON.parse(record) as { type?: number; arguments?: string[] };
        if (type === 1) answering?.append(pieces?.[0] ?? '');
        if (type === 3) answering?.done();
      }
    };
  }
  const open = socket;
  await new Promise<void>((resolve) => {
    answering = { append: (text) => view.append(text), done: resolve };
    open.send(framed(records));
  });
}

async function ask(turn: Turn, view: AnswerView, why: Asked['why']): Promise<void> {
  const asked: Asked = { text: turn.text, before: thread.turns.slice(0, thread.turns.indexOf(turn)), why, chat };
  try {
    if (wire.by === 'signalr') await bySocket(wire.address, wire.records(asked), view);
    else if (wire.by === 'xhr') await byXhr(wire.posts(asked), view);
    else await byFetch(wire.posts(asked), view);
    view.done();
  } catch (error) {
    view.fail('—');
    console.warn('send failed', error);
  }
}

function changed(text: string): void {
  const empty = text.trim() === '';
  if (send instanceof HTMLButtonElement) send.disabled = empty;
  else send.ariaDisabled = String(empty);
}

function submit(): void {
  const text = composer.text();
  if (text.trim() === '') return;
  composer.set('');
  changed('');
  const { turn, view } = thread.ask(text);
  void ask(turn, view, 'send');
}

function mount(): { text(): string; set(text: string): void } {
  const place = form.querySelector<HTMLElement>('.place');
  if (place) return mountProseMirror(place, family?.editor ?? {}, { send: submit, change: changed, paste: () => false });
  const field = element<HTMLTextAreaElement>('textarea', form);
  field.addEventListener('input', () => changed(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  return {
    text: () => field.value,
    set: (text) => {
      field.value = text;
    },
  };
}

const composer = mount();
if (!(send instanceof HTMLButtonElement) || send.type !== 'submit') send.addEventListener('click', submit);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
document.documentElement.dataset.ready = 'true';
