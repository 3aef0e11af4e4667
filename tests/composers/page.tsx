import { baseKeymap } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Every editor keeps its own model; what is sent is the model's text, never the DOM's. */
interface Model {
  text(): string;
}

declare global {
  interface Window {
    readonly sent: string[];
    model: Model;
  }
}

const sent: string[] = [];
const query = new URLSearchParams(location.search);
const kind = query.get('editor') ?? 'textarea';
const page = query.has('shadow') ? document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }) : document.body;
const form = document.createElement('form');
form.innerHTML = '<div class="place"></div><button type="submit" class="send">Send</button>';
page.append(form);
const place = form.querySelector<HTMLElement>('.place') as HTMLElement;
const button = form.querySelector<HTMLButtonElement>('.send') as HTMLButtonElement;
form.style.cssText = 'margin: 120px 40px; width: 500px';

function send() {
  const text = window.model.text();
  if (text.trim() !== '') sent.push(text);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!query.has('press')) send();
});
if (query.has('press')) button.addEventListener(query.get('press') ?? '', send);

function onEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return false;
  event.preventDefault();
  send();
  return true;
}

const makers: Record<string, () => Model | Promise<Model>> = {
  textarea() {
    const field = document.createElement('textarea');
    field.className = 'field';
    field.addEventListener('keydown', onEnter);
    place.append(field);
    return { text: () => field.value };
  },
  react() {
    let text = '';
    function Field() {
      const [value, set] = useState('');
      text = value;
      return (
        <textarea
          className="field"
          value={value}
          onChange={(event) => set(event.target.value)}
          onKeyDown={(event) => onEnter(event.nativeEvent)}
        />
      );
    }
    createRoot(place).render(<Field />);
    return { text: () => text };
  },
  contenteditable() {
    const field = document.createElement('div');
    field.className = 'field';
    field.contentEditable = 'true';
    field.addEventListener('keydown', onEnter);
    place.append(field);
    return {
      // What is seen is what is sent.
      text: () => {
        return String(Reflect.get(field, 'innerText'));
      },
    };
  },
  prosemirror() {
    const schema = new Schema({
      nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] }, text: {} },
    });
    const { Enter = () => false, ...others } = baseKeymap;
    const enter = () => {
      send();
      return true;
    };
    const view = new EditorView(place, {
      state: EditorState.create({
        schema,
        plugins: [history(), keymap({ Enter: enter, 'Shift-Enter': Enter, 'Mod-z': undo }), keymap(others)],
      }),
      attributes: { class: 'field' },
    });
    return { text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n') };
  },
  async tiptap() {
    const [{ Editor, Extension }, { StarterKit }] = await Promise.all([import('@tiptap/core'), import('@tiptap/starter-kit')]);
    const enter = () => {
      send();
      return true;
    };
    const keys = Extension.create({
      name: 'keys',
      priority: 1000,
      addKeyboardShortcuts: () => Object.fromEntries([['Enter', enter]]),
    });
    const editor = new Editor({ element: place, extensions: [StarterKit, keys], editorProps: { attributes: { class: 'field' } } });
    return { text: () => editor.getText({ blockSeparator: '\n' }) };
  },
  async lexical() {
    const [lexical, { registerPlainText }, { registerHistory, createEmptyHistoryState }] = await Promise.all([
      import('lexical'),
      import('@lexical/plain-text'),
      import('@lexical/history'),
    ]);
    const field = document.createElement('div');
    field.className = 'field';
    field.contentEditable = 'true';
    place.append(field);
    const editor = lexical.createEditor({
      namespace: 'proof',
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(field);
    registerPlainText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    editor.registerCommand(lexical.KEY_ENTER_COMMAND, (event) => event !== null && onEnter(event), lexical.COMMAND_PRIORITY_HIGH);
    return { text: () => editor.getEditorState().read(() => lexical.$getRoot().getTextContent()) };
  },
  async quill() {
    const { default: Quill } = await import('quill');
    const inner = document.createElement('div');
    place.append(inner);
    const enter = {
      key: 'Enter',
      handler: () => {
        send();
        return false;
      },
    };
    const quill = new Quill(inner, { modules: { keyboard: { bindings: { enter } } } });
    quill.root.classList.add('field');
    return { text: () => quill.getText().replace(/\n$/, '') };
  },
  async codemirror() {
    const [{ EditorView: View, minimalSetup }, { Prec }, view] = await Promise.all([
      import('codemirror'),
      import('@codemirror/state'),
      import('@codemirror/view'),
    ]);
    const enter = {
      key: 'Enter',
      run: () => {
        send();
        return true;
      },
    };
    const editor = new View({
      parent: place,
      extensions: [Prec.high(view.keymap.of([enter])), minimalSetup, View.lineWrapping, View.contentAttributes.of({ class: 'field' })],
    });
    editor.dom.style.height = '120px';
    return { text: () => editor.state.doc.toString() };
  },
  async slate() {
    const [{ createEditor, Node }, { Editable, Slate, withReact }] = await Promise.all([import('slate'), import('slate-react')]);
    const editor = withReact(createEditor());
    createRoot(place).render(
      <Slate editor={editor} initialValue={[{ children: [{ text: '' }] } as never]}>
        <Editable className="field" placeholder="Write" onKeyDown={(event) => onEnter(event.nativeEvent)} />
      </Slate>,
    );
    return { text: () => editor.children.map((node) => Node.string(node)).join('\n') };
  },
};

Object.defineProperty(window, 'sent', { value: sent });
const make = makers[kind];
if (!make) throw new Error(`no editor ${kind}`);
window.model = await make();
document.documentElement.dataset.ready = 'true';
