import { type Field, isTextControl } from './field.ts';

/** What a composer holds, as far as the DOM tells. */
export interface Reading {
  readonly text: string;
  /** False when the editor draws only the lines in view (CodeMirror), so that the rest cannot be read. */
  readonly complete: boolean;
}

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Elements that an editor puts in for itself: placeholders, fillers, list bullets. */
const FURNITURE =
  '[data-slate-placeholder], .ql-ui, .ProseMirror-separator, .ProseMirror-widget, .cm-widgetBuffer, .cm-placeholder, script, style';

/** Characters that editors put in to give the caret a place (Slate, Quill, ProseMirror). */
const FILLERS = /[\uFEFF\u200B]/g;

/** A gap longer than this is no real line: CodeMirror draws one in place of the lines out of view. */
const GAP = '.cm-gap';

/**
 * Reads a composer's text: lines and paragraphs end with `\n`, no-break spaces become spaces (browsers put them in while
 * people type), mentions count as their visible text.
 */
export function read(field: Field): Reading {
  if (isTextControl(field)) return { text: field.value, complete: true };
  const out = new Lines();
  readChildren(field, out);
  return { text: out.text(), complete: field.querySelector(GAP) === null };
}

/** Builds text out of inline pieces and blocks; blocks stand on lines of their own. */
class Lines {
  private readonly pieces: string[] = [];
  /** Nothing was written since the last block began. */
  private fresh = true;
  /** A block has ended: whatever follows begins a line. */
  private ended = false;

  write(text: string) {
    if (text === '') return;
    if (this.ended) this.pieces.push('\n');
    this.pieces.push(text);
    this.fresh = false;
    this.ended = false;
  }

  begin() {
    if (!this.fresh || this.ended) this.pieces.push('\n');
    this.fresh = true;
    this.ended = false;
  }

  end() {
    this.fresh = false;
    this.ended = true;
  }

  text(): string {
    return this.pieces.join('');
  }
}

function readChildren(parent: Node, out: Lines) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) out.write((node.nodeValue ?? '').replace(FILLERS, '').replaceAll('\u00A0', ' '));
    else if (node.nodeType === Node.ELEMENT_NODE) readElement(node as Element, out);
  }
}

function readElement(element: Element, out: Lines) {
  if (element.matches(FURNITURE)) return;
  if (element.localName === 'br') {
    if (!isLastOfBlock(element)) out.write('\n');
    return;
  }
  const block = BLOCKS.has(element.localName);
  if (block) out.begin();
  readChildren(element, out);
  if (block) out.end();
}

/** A line break at the end of a block only keeps the block open; it is no line of its own. */
function isLastOfBlock(element: Element): boolean {
  for (let at: Node | null = element; at && !(at instanceof Element && BLOCKS.has(at.localName)); at = at.parentNode) {
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      const filler = next instanceof Element ? next.matches(FURNITURE) : (next.nodeValue ?? '').replace(FILLERS, '') === '';
      if (!filler) return next instanceof Element && BLOCKS.has(next.localName);
    }
  }
  return true;
}
