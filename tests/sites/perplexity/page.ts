import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';
import { element } from '../page/element.ts';
import { readEvents } from '../page/events.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';

const root = element('#ask-input');
const submitButton = element<HTMLButtonElement>('button.send');
const frontend = crypto.randomUUID();

const thread = openThread({
  root: element('.thread'),
  mark: (bubble, who) => bubble.classList.add(who === 'user' ? 'query' : 'prose'),
  editLabel: 'Edit Query',
  saveLabel: 'Done',
  retryLabel: 'Rewrite',
  onEdit: (turn) => void ask(turn, thread.again(turn)),
  onRetry: (turn) => void ask(turn, thread.again(turn)),
});

async function ask(turn: Turn, view: AnswerView): Promise<void> {
  // The text is sent twice: as the query, and as the "DSL" query among the parameters.
  const body = {
    query_str: turn.text,
    params: {
      dsl_query: turn.text,
      attachments: [],
      frontend_uuid: turn.id,
      frontend_context_uuid: frontend,
      mode: 'concise',
      model_preference: 'practice',
      sources: ['web'],
      query_source: 'home',
      is_incognito: false,
      language: 'en-US',
      version: '2.18',
    },
  };
  try {
    const response = await fetch('/rest/sse/perplexity_ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    for await (const data of readEvents(response)) {
      const event = JSON.parse(data) as { blocks?: { diff_block?: { patches: { op: string; value: string }[] } }[] };
      for (const block of event.blocks ?? []) for (const patch of block.diff_block?.patches ?? []) view.append(patch.value);
    }
    view.done();
  } catch (error) {
    view.fail('Something went wrong');
    console.warn('ask failed', error);
  }
}

/** Suggestions: one socket per page, opened on focus, one frame per change, answers matched by number. */
let suggest: WebSocket | null = null;
let keystrokes = 0;

function openSuggest(): void {
  if (suggest) return;
  suggest = new WebSocket('wss://suggest.perplexity.ai/suggest/ws');
  void fetch('/rest/autosuggest/list-autosuggest', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text(), has_attachments: false, client: 'web' }),
  }).catch((error: unknown) => console.warn('no suggestions', error));
}

function suggestFor(query: string): void {
  if (suggest?.readyState !== WebSocket.OPEN) return;
  keystrokes += 1;
  suggest.send(JSON.stringify({ q: query, uuid: String(keystrokes), full_completion: true }));
}

const editor = createEditor({ namespace: 'ask', onError: (error) => console.error(error) });
editor.setRootElement(root);
registerPlainText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(() => {
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
});

function text(): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}

let last = '';
editor.registerUpdateListener(() => {
  const now = text();
  if (now === last) return;
  last = now;
  submitButton.disabled = now.trim() === '';
  if (now !== '') suggestFor(now);
});

function submit(): void {
  const query = text();
  if (query.trim() === '') return;
  editor.update(() => {
    const paragraph = $createParagraphNode();
    $getRoot().clear().append(paragraph);
    paragraph.select();
  });
  const { turn, view } = thread.ask(query);
  void ask(turn, view);
}

editor.registerCommand(
  KEY_ENTER_COMMAND,
  (event) => {
    if (event?.shiftKey || event?.isComposing) return false;
    event?.preventDefault();
    submit();
    return true;
  },
  COMMAND_PRIORITY_HIGH,
);
root.addEventListener('focus', openSuggest);
submitButton.addEventListener('click', submit);
document.documentElement.dataset.ready = 'true';
