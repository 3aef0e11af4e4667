import { debounced, element, setting } from '../page/element.ts';
import { readEvents } from '../page/events.ts';
import { mountProseMirror, type ProseMirrorComposer } from '../page/prosemirror.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';
import { type ConversationRequest, readDelta } from './wire.ts';

const newShell = document.body.querySelector('form[data-chatgpt-composer]') !== null;
const form = element<HTMLFormElement>(newShell ? 'form[data-chatgpt-composer]' : 'form[data-type="unified-composer"]');
const send = element<HTMLButtonElement>('button[type="submit"]', form);
const chips = element('.chips', form);
const pasteLimit = setting('paste', 10_000);

let conversation: string | undefined;
let conduitToken: string | undefined;
let files: { id: string; name: string }[] = [];
let streaming: AbortController | null = null;

const thread = openThread({
  root: element('.thread'),
  mark(bubble, who, turn) {
    if (newShell) {
      bubble.dataset.turnKey = `${turn.id}-${who}`;
      if (who === 'assistant') bubble.dataset.markdownTextStyle = 'body';
    } else {
      bubble.dataset.messageAuthorRole = who;
      bubble.dataset.turn = who;
    }
  },
  editLabel: newShell ? 'Bearbeiten' : 'Edit message',
  saveLabel: newShell ? 'Senden' : 'Send',
  retryLabel: newShell ? 'Erneut versuchen' : 'Retry',
  onEdit: (turn) => void converse(turn, thread.again(turn), 'next'),
  onRetry: (turn) => void converse(turn, thread.again(turn), 'variant'),
});

/** Asks for the token of the next send while the person still writes; the draft travels with it. */
async function prepare(source: 'composer_editor_state' | 'context_change', draft: string | null): Promise<void> {
  const body = {
    action: 'next',
    model: 'auto',
    parent_message_id: thread.turns.at(-1)?.id ?? 'client-created-root',
    ...(draft === null
      ? {}
      : { partial_query: { id: crypto.randomUUID(), author: { role: 'user' }, content: { content_type: 'text', parts: [draft] } } }),
    client_prepare_dispatch: draft === null ? 'immediate' : 'debounced',
    client_prepare_source: source,
    client_prepare_state: conduitToken ? 'success' : 'none',
    is_do_not_remember: false,
  };
  try {
    const response = await fetch('/backend-api/f/conversation/prepare', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-conduit-token': 'no-token' },
      body: JSON.stringify(body),
    });
    if (!response.ok) return;
    const { conduit_token: token } = (await response.json()) as { conduit_token?: string };
    conduitToken = token ?? conduitToken;
  } catch (error) {
    console.warn('prepare failed', error);
  }
}

async function complete(draft: string): Promise<void> {
  try {
    const response = await fetch('/backend-api/conversation/experimental/generate_autocompletions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input_text: draft, num_completions: 4, in_search_mode: false }),
    });
    if (response.ok) await response.json();
  } catch (error) {
    console.warn('no suggestion', error);
  }
}

const prepareSoon = debounced(setting('prepare', 300), () => void prepare('composer_editor_state', composer.text()));
const completeSoon = debounced(setting('complete', 150), () => void complete(composer.text()));

function changed(text: string): void {
  send.disabled = text.trim() === '' && files.length === 0;
  if (text.trim() === '') return;
  prepareSoon();
  completeSoon();
}

/** A long paste becomes a file, uploaded at once to the storage host. */
async function attachPaste(text: string): Promise<void> {
  const name = 'Pasted text.txt';
  const created = await fetch('/backend-api/files', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ file_name: name, file_size: text.length, use_case: 'my_files' }),
  });
  const { file_id: id, upload_url: url } = (await created.json()) as { file_id: string; upload_url: string };
  const chip = document.createElement('span');
  chip.className = 'chip';
  chip.textContent = name;
  chips.append(chip);
  try {
    const stored = await fetch(url, {
      method: 'PUT',
      headers: { 'x-ms-blob-type': 'BlockBlob' },
      body: new Blob([text], { type: 'text/plain' }),
    });
    if (!stored.ok) throw new Error(String(stored.status));
    files.push({ id, name });
    send.disabled = false;
  } catch (error) {
    chip.textContent = `${name}: upload failed`;
    console.warn('upload failed', error);
  }
}

function paste(text: string): boolean {
  if (text.length < pasteLimit) return false;
  void attachPaste(text);
  return true;
}

async function converse(turn: Turn, view: AnswerView, action: ConversationRequest['action']): Promise<void> {
  // The new shell does not send without a token; the old one does.
  if (newShell && !conduitToken) await prepare('context_change', null);
  const body: ConversationRequest & { readonly attachments?: unknown } = {
    action,
    messages: [
      {
        id: turn.id,
        author: { role: 'user' },
        create_time: Date.now() / 1000,
        content: { content_type: 'text', parts: [turn.text] },
        metadata: { attachments: files },
      },
    ],
    ...(conversation ? { conversation_id: conversation } : {}),
    parent_message_id: 'client-created-root',
    model: 'auto',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    client_prepare_state: conduitToken ? 'success' : 'none',
    supports_buffering: true,
  };
  files = [];
  chips.replaceChildren();
  streaming = new AbortController();
  showStop(true);
  try {
    const response = await fetch('/backend-api/f/conversation', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-conduit-token': conduitToken ?? '' },
      body: JSON.stringify(body),
      signal: streaming.signal,
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const state = { path: '', op: '' };
    for await (const data of readEvents(response)) {
      if (!data.startsWith('{')) continue;
      const event = JSON.parse(data) as { type?: string; conversation_id?: string };
      if (event.type === 'resume_conversation_token') conversation = event.conversation_id ?? conversation;
      view.append(readDelta(data, state));
    }
    view.done();
  } catch (error) {
    view.fail('Something went wrong.');
    console.warn('conversation failed', error);
  } finally {
    streaming = null;
    conduitToken = undefined;
    showStop(false);
  }
}

/** While an answer streams, the send control is the stop control, under the same id. */
function showStop(on: boolean): void {
  if (newShell) return;
  send.dataset.testid = on ? 'stop-button' : 'send-button';
  send.ariaLabel = on ? 'Stop streaming' : 'Send prompt';
  send.disabled = false;
}

function submit(): void {
  if (streaming) {
    streaming.abort();
    return;
  }
  const text = composer.text();
  if (text.trim() === '' && files.length === 0) return;
  composer.set('');
  const { turn, view } = thread.ask(text);
  void converse(turn, view, 'next');
}

/** Until the editor is there, a plain textarea takes the text; it must survive the swap. */
const early = element<HTMLTextAreaElement>('textarea[name="prompt-textarea"]', form);
let composer: Pick<ProseMirrorComposer, 'text' | 'set'> = {
  text: () => early.value,
  set: (text) => {
    early.value = text;
  },
};
early.addEventListener('input', () => changed(early.value));

setTimeout(
  () => {
    const place = document.createElement('div');
    const attributes: Record<string, string> = newShell
      ? { role: 'textbox', 'aria-label': 'Frag alles', translate: 'no' }
      : { id: 'prompt-textarea', role: 'textbox', 'aria-label': 'Ask anything', translate: 'no' };
    const focused = document.activeElement === early;
    early.replaceWith(place);
    const editor = mountProseMirror(place, attributes, { send: submit, change: changed, paste }, early.value);
    composer = editor;
    if (focused) editor.view.focus();
    document.documentElement.dataset.ready = 'true';
  },
  setting('hydrate', 60),
);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
