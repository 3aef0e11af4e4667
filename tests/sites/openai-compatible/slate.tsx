import { createRoot } from 'react-dom/client';
import { type BaseEditor, createEditor, type Descendant, Editor, Node, Transforms } from 'slate';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import type { Composer, ComposerEvents } from './editors.ts';

const EMPTY: Descendant[] = [{ children: [{ text: '' }] } as Descendant];

function Field({ editor, on }: { readonly editor: ReactEditor & BaseEditor; readonly on: ComposerEvents }) {
  return (
    <Slate editor={editor} initialValue={EMPTY} onChange={on.change}>
      <Editable
        role="textbox"
        aria-label="Send a message"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          on.send();
        }}
      />
    </Slate>
  );
}

/** Slate, whose model does not follow changes made to the DOM from outside. */
export function mountSlate(place: HTMLElement, on: ComposerEvents): Composer {
  const editor = withReact(createEditor());
  createRoot(place).render(<Field editor={editor} on={on} />);
  return {
    text: () => editor.children.map((node) => Node.string(node)).join('\n'),
    clear: () => {
      Transforms.delete(editor, { at: { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) } });
    },
    focus: () => ReactEditor.focus(editor),
  };
}
