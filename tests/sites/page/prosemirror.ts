import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
});

function documentOf(text: string) {
  const paragraphs = text.split('\n').map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return schema.node('doc', null, paragraphs);
}

/** A ProseMirror editor as chat pages set it up: Enter sends, Shift+Enter starts a new paragraph. */
export interface ProseMirrorComposer {
  readonly view: EditorView;
  text(): string;
  set(text: string): void;
}

/** Mounts the editor in `place`, replacing it. A paste may be kept from the editor by answering true to `onPaste`. */
export function mountProseMirror(
  place: HTMLElement,
  attributes: Record<string, string>,
  on: { send(): void; change(text: string): void; paste(text: string): boolean },
  text = '',
): ProseMirrorComposer {
  const { Enter = () => false, ...otherKeys } = baseKeymap;
  const send = () => {
    on.send();
    return true;
  };
  const state = EditorState.create({
    doc: documentOf(text),
    plugins: [
      history(),
      keymap({
        Enter: send,
        'Shift-Enter': Enter,
      }),
      keymap(otherKeys),
    ],
  });
  const view: EditorView = new EditorView(
    { mount: place },
    {
      state,
      attributes,
      handlePaste: (_view, event) => on.paste(event.clipboardData?.getData('text/plain') ?? ''),
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) on.change(read());
      },
    },
  );
  function read() {
    return view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
  }
  return {
    view,
    text: read,
    set(next) {
      const transaction = view.state.tr.replaceWith(0, view.state.doc.content.size, documentOf(next).content);
      view.dispatch(transaction);
    },
  };
}
