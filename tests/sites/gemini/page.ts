import Quill from 'quill';
import { element } from '../page/element.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';
import { readFrames } from './wire.ts';

declare global {
  interface Window {
    /** References that the page took in its first inline script, before anything else ran. */
    readonly early: {
      readonly open: XMLHttpRequest['open'];
      readonly send: XMLHttpRequest['send'];
      readonly setRequestHeader: XMLHttpRequest['setRequestHeader'];
    };
  }
}

const SERVICE = '/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate';
const send = element<HTMLButtonElement>('button.send-button');
const session = crypto.randomUUID().toUpperCase();
let requests = 100_000;
let conversation = '';

const thread = openThread({
  root: element('.thread'),
  mark: (bubble, who) => bubble.classList.add(who === 'user' ? 'query-text' : 'model-response-text'),
  editLabel: 'Edit',
  saveLabel: 'Update',
  retryLabel: 'Redo',
  onEdit: (turn) => void ask(turn, thread.again(turn)),
  onRetry: (turn) => void ask(turn, thread.again(turn)),
});

function post(path: string, query: Record<string, string>, form: Record<string, string>, onText: (text: string) => void): Promise<number> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    requests += 100_000;
    const search = new URLSearchParams({
      bl: 'boq_practice',
      'f.sid': '-1234567890',
      hl: 'en',
      _reqid: String(requests),
      rt: 'c',
      ...query,
    });
    window.early.open.call(request, 'POST', `${path}?${search}`, true);
    window.early.setRequestHeader.call(request, 'content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
    window.early.setRequestHeader.call(request, 'x-same-domain', '1');
    request.onreadystatechange = () => {
      if (request.readyState >= 3 && request.status === 200) onText(request.responseText);
      if (request.readyState === 4) resolve(request.status);
    };
    window.early.send.call(request, `${new URLSearchParams(form)}&`);
  });
}

async function ask(turn: Turn, view: AnswerView): Promise<void> {
  // A check that the page makes first; without its answer the page stops silently.
  const allowed = await post(
    '/_/BardChatUi/data/batchexecute',
    { rpcids: 'aPya6c' },
    { 'f.req': '[[["aPya6c","[]",null,"generic"]]]', at: 'practice' },
    () => undefined,
  );
  if (allowed !== 200) return;
  const slots: unknown[] = new Array(70).fill(null);
  slots[0] = [turn.text, 0, null, null, null, null, 0];
  slots[1] = ['en'];
  slots[2] = [conversation, '', '', null, null, null, null, null, null, ''];
  slots[3] = '!practice'.padEnd(2_600, 'A');
  slots[59] = session;
  let shown = '';
  const status = await post(SERVICE, {}, { 'f.req': JSON.stringify([null, JSON.stringify(slots)]), at: 'practice:1' }, (text) => {
    for (const frame of readFrames(text)) {
      conversation = frame.conversation;
      // All frames are read anew with each piece of the answer.
      if (frame.text.length <= shown.length) continue;
      view.append(frame.text.slice(shown.length));
      shown = frame.text;
    }
  });
  if (status === 200) view.done();
  // On a refusal the page ends its spinner and says nothing; only the control to try again comes back.
  else view.fail('');
}

// The page's policy forbids inline styles; Quill sets none of the kind that it would stop.
const quill = new Quill(element('rich-textarea .editor'), {
  formats: [],
  modules: {
    toolbar: false,
    keyboard: {
      bindings: {
        send: {
          key: 'Enter',
          shiftKey: false,
          handler() {
            submit();
            return false;
          },
        },
      },
    },
  },
});
quill.root.setAttribute('role', 'textbox');
quill.root.ariaLabel = 'Enter a prompt here';
quill.root.classList.add('new-input-ui');
quill.on('text-change', () => {
  send.disabled = quill.getText().trim() === '';
});

function submit(): void {
  const text = quill.getText().replace(/\n$/, '');
  if (text.trim() === '') return;
  quill.setText('');
  const { turn, view } = thread.ask(text);
  void ask(turn, view);
}

send.addEventListener('click', submit);
document.documentElement.dataset.ready = 'true';
