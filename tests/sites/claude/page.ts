import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { element, setting } from '../page/element.ts';
import { readEvents } from '../page/events.ts';
import { type AnswerView, openThread, type Turn } from '../page/thread.ts';
import { PRACTICE_ORGANIZATION } from './organization.ts';

interface Attachment {
  readonly file_name: string;
  readonly file_size: number;
  readonly file_type: string;
  readonly extracted_content: string;
}

const conversation = crypto.randomUUID();
const base = `/api/organizations/${PRACTICE_ORGANIZATION}/chat_conversations/${conversation}`;
const field = element('fieldset');
const send = element<HTMLButtonElement>('button.send', field);
const chips = element('.chips', field);
const pasteLimit = setting('paste', 3_000);

let attachments: Attachment[] = [];

const thread = openThread({
  root: element('.thread'),
  mark(bubble, who, turn) {
    if (who === 'user') {
      bubble.dataset.cds = 'UserMessage';
      bubble.dataset.testid = 'user-message';
    } else {
      bubble.classList.add('font-claude-response');
      bubble.dataset.answerTo = turn.id;
    }
  },
  editLabel: 'Edit',
  saveLabel: 'Save',
  retryLabel: 'Retry',
  onEdit: (turn) => void ask(turn, thread.again(turn), 'completion', turn.text),
  onRetry: (turn) => void ask(turn, thread.again(turn), 'retry_completion', ''),
});

async function ask(turn: Turn, view: AnswerView, endpoint: string, prompt: string): Promise<void> {
  const body = {
    prompt,
    parent_message_uuid: turn.id,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: 'en-US',
    model: 'practice-claude-1',
    attachments,
    files: [],
    sync_sources: [],
    personalized_styles: [{ type: 'default', key: 'Default', name: 'Normal', prompt: 'Normal\n', summary: 'Default', isDefault: true }],
    rendering_mode: 'messages',
  };
  attachments = [];
  chips.replaceChildren();
  try {
    const response = await fetch(`${base}/${endpoint}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    for await (const data of readEvents(response)) {
      const event = JSON.parse(data) as { type?: string; delta?: { type?: string; text?: string } };
      if (event.type === 'content_block_delta' && event.delta?.type === 'text_delta') view.append(event.delta.text ?? '');
    }
    view.done();
  } catch (error) {
    view.fail('Claude’s response was interrupted.');
    console.warn('completion failed', error);
  }
}

function ready(): void {
  send.disabled = composer.text().trim() === '' && attachments.length === 0;
}

/** A long paste becomes an attachment; its text leaves in `attachments[].extracted_content`. */
function attachPaste(text: string): boolean {
  if (text.length <= pasteLimit) return false;
  attachments.push({ file_name: 'paste.txt', file_size: text.length, file_type: 'txt', extracted_content: text });
  const chip = document.createElement('span');
  chip.className = 'chip';
  chip.textContent = `Pasted content, ${text.length} characters`;
  chips.append(chip);
  ready();
  return true;
}

function submit(): void {
  const text = composer.text();
  if (text.trim() === '' && attachments.length === 0) return;
  composer.clear();
  const { turn, view } = thread.ask(text);
  void ask(turn, view, 'completion', text);
}

const early = element<HTMLTextAreaElement>('textarea#static-composer-input');
let composer = {
  text: () => early.value,
  clear: () => {
    early.value = '';
  },
};
early.addEventListener('input', ready);

setTimeout(
  () => {
    const place = document.createElement('div');
    const text = early.value;
    const focused = document.activeElement === early;
    early.replaceWith(place);
    const editor = new Editor({
      element: place,
      extensions: [StarterKit.configure({ heading: false, blockquote: false, horizontalRule: false })],
      content: {
        type: 'doc',
        content: text.split('\n').map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })),
      },
      // The page's policy forbids inline style elements; the stylesheet has what the editor needs.
      injectCSS: false,
      editorProps: {
        attributes: { 'data-testid': 'chat-input', role: 'textbox', 'aria-label': 'Write your prompt to Claude' },
        handleKeyDown(_view, event) {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return false;
          submit();
          return true;
        },
        handlePaste: (_view, event) => attachPaste(event.clipboardData?.getData('text/plain') ?? ''),
      },
      onUpdate: ready,
    });
    composer = { text: () => editor.getText({ blockSeparator: '\n' }), clear: () => void editor.commands.clearContent(true) };
    if (focused) editor.commands.focus('end');
    document.documentElement.dataset.ready = 'true';
  },
  setting('hydrate', 60),
);

send.addEventListener('click', submit);
