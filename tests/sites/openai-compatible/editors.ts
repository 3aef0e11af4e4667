/** A composer of any make. */
export interface Composer {
  text(): string;
  clear(): void;
  focus(): void;
}

export interface ComposerEvents {
  send(): void;
  change(): void;
}

/** A plain textarea. */
export function mountTextarea(place: HTMLElement, on: ComposerEvents): Composer {
  const input = document.createElement('textarea');
  input.placeholder = 'Send a message';
  input.addEventListener('input', on.change);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    on.send();
  });
  place.append(input);
  return {
    text: () => input.value,
    clear: () => {
      input.value = '';
    },
    focus: () => input.focus(),
  };
}

/** CodeMirror 6. */
export async function mountCodeMirror(place: HTMLElement, on: ComposerEvents): Promise<Composer> {
  const [{ EditorView, minimalSetup }, { Prec }, { keymap }] = await Promise.all([
    import('codemirror'),
    import('@codemirror/state'),
    import('@codemirror/view'),
  ]);
  const sendKey = {
    key: 'Enter',
    run: () => {
      on.send();
      return true;
    },
  };
  const view = new EditorView({
    parent: place,
    extensions: [
      Prec.high(keymap.of([sendKey])),
      minimalSetup,
      EditorView.lineWrapping,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) on.change();
      }),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    clear: () => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }),
    focus: () => view.focus(),
  };
}
