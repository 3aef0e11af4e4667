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
  const replace = async (way: Way, by: string) => {
    selectAll(field);
    await settled();
    await way(by, field);
    await settled();
  };
  for (const way of waysFor(field)) {
    await replace(way, text);
    if (took()) return true;
  }
  if (!sameText(read(field).text, before)) await replace(insertText, before);
  return false;
}

type Way = (text: string, field: Field) => unknown;

/**
 * Measured in Chromium 156 and Firefox 153 with text of several lines: `insertText` reaches the model of ProseMirror, TipTap 3,
 * Quill 2 and CodeMirror 6, and keeps empty lines, which a paste into ProseMirror loses. Lexical 0.52 keeps only the first and
 * last line of it; Slate 0.146 lets the browser change the DOM and keeps its old text: both listen to the events of typing.
 * ProseMirror in Firefox takes paragraphs only one by one. A paste comes last, because some sites make an attachment of it, and
 * Firefox shows the page no text in ours.
 */
function waysFor(field: Field): readonly Way[] {
  return field.matches('[data-slate-editor], [data-lexical-editor]') ? [typeText, pasteText] : [insertText, insertLines, pasteText];
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

function insertLines(text: string) {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) document.execCommand('insertParagraph');
    if (line !== '') insertText(line);
  }
}

/** Types line by line through the events alone; stops where the editor does not listen. */
async function typeText(text: string, field: Field): Promise<void> {
  const type = async (inputType: string, data: string | null) => {
    const event = new InputEvent('beforeinput', { bubbles: true, composed: true, cancelable: true, inputType, data });
    const taken = !field.dispatchEvent(event);
    // The editor draws what it took, and the selection with it, in a later task.
    await new Promise((resolve) => setTimeout(resolve));
    return taken;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0 && !(await type('insertLineBreak', null))) return;
    if (line !== '' && !(await type('insertText', line))) return;
  }
}

function pasteText(text: string, field: Field): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }));
}
