import { type Field, isTextControl } from './field.ts';
import { read } from './read.ts';

/** Editors learn of a selection and redraw in later tasks; Slate looks at the selection every 100 ms. */
const SETTLE = 120;

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, SETTLE));

/** Line ends and the space around them differ between editors; everything else must be equal. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/[ \t]*[\r\n]+[ \t]*/g, '\n').trim();
  return plain(a) === plain(b);
}

/**
 * Replaces the whole text of a composer so that undo brings the old text back. Resolves with false when the editor did
 * not take it; it then holds its old text, as far as that could be brought back.
 */
export async function write(field: Field, text: string): Promise<boolean> {
  field.focus();
  const took = () => sameText(read(field).text, text);
  if (isTextControl(field)) {
    field.select();
    if (!insertText(text) || field.value !== text) setValue(field, text);
    await settled();
    return took();
  }
  const before = read(field).text;
  for (const way of waysFor(field, text)) {
    selectAll(field);
    await settled();
    way(text, field);
    await settled();
    if (took()) return true;
    // A second way on top of half a change would make it worse.
    if (!sameText(read(field).text, before)) break;
  }
  return false;
}

/**
 * Measured in Chromium 156 with text of several lines: `insertText` reaches the model of ProseMirror, TipTap 3, Quill 2 and
 * CodeMirror 6, and keeps empty lines, which a paste into ProseMirror loses. Lexical 0.52 keeps only the first and last
 * line of it, so it gets a paste. Slate 0.146 lets the browser change the DOM and keeps its old text: only a paste tells.
 */
function waysFor(field: Field, text: string): readonly ((text: string, field: Field) => boolean)[] {
  if (field.matches('[data-slate-editor]')) return [pasteText];
  if (field.matches('[data-lexical-editor]') && text.includes('\n')) return [pasteText];
  return [insertText, pasteText];
}

function insertText(text: string): boolean {
  return document.execCommand('insertText', false, text);
}

/** The setter of the prototype: frameworks watch the one on the element and would take the new text for their own. */
function setValue(field: HTMLTextAreaElement | HTMLInputElement, text: string) {
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data: text }));
}

function selectAll(field: Field) {
  const root = field.getRootNode();
  // Chromium keeps a selection for each shadow root; others know only the document's.
  const own = 'getSelection' in root ? (root as Document).getSelection() : null;
  (own ?? document.getSelection())?.selectAllChildren(field);
}

function pasteText(text: string, field: Field): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }));
}
