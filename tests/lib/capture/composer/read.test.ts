// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { read } from '../../../../lib/capture/composer/read.ts';

function editor(markup: string): HTMLElement {
  const field = document.createElement('div');
  field.contentEditable = 'true';
  field.innerHTML = markup;
  return field;
}

const CASES: readonly (readonly [name: string, markup: string, text: string])[] = [
  ['empty ProseMirror', '<p><br class="ProseMirror-trailingBreak"></p>', ''],
  ['ProseMirror paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
  ['an empty paragraph between two', '<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
  [
    'TipTap hard breaks',
    '<p>one<br>two<br><img class="ProseMirror-separator" alt=""><br class="ProseMirror-trailingBreak"></p>',
    'one\ntwo\n',
  ],
  ['Lexical line breaks', '<p><span data-lexical-text="true">one</span><br><span data-lexical-text="true">two</span></p>', 'one\ntwo'],
  ['Lexical blank line', '<p><span>one</span><br><br><span>two</span></p>', 'one\n\ntwo'],
  ['Quill list', '<p>a</p><ol><li><span class="ql-ui" contenteditable="false">•</span>b</li><li>c</li></ol>', 'a\nb\nc'],
  ['plain contenteditable', 'one<div>two</div><div><br></div><div>three</div>', 'one\ntwo\n\nthree'],
  ['text after a block', '<div>one</div>two', 'one\ntwo'],
  ['nested blocks', '<div><div><p>one</p></div></div><div><p>two</p></div>', 'one\ntwo'],
  ['CodeMirror lines', '<div class="cm-line">one</div><div class="cm-line"><br></div><div class="cm-line">two</div>', 'one\n\ntwo'],
  ['no-break spaces', '<p>a&nbsp;b&nbsp;</p>', 'a b '],
  ['mentions', '<p>ask <span contenteditable="false" data-type="mention">@Kim</span> now</p>', 'ask @Kim now'],
  ['text split over many nodes', '<p><b>4</b>1<i>1</i><span><span>1</span></span></p>', '4111'],
  [
    'Slate with placeholder and fillers',
    '<div data-slate-node="element"><span data-slate-placeholder="true">Write</span><span data-slate-zero-width="n">\uFEFF<br></span></div>',
    '',
  ],
  ['zero-width fillers', '<p>a\u200Bb\uFEFF</p>', 'ab'],
];

describe('reading a composer', () => {
  for (const [name, markup, text] of CASES) it(name, () => expect(read(editor(markup)).text).toBe(text));

  it('reads the value of a textarea as it is', () => {
    const field = document.createElement('textarea');
    field.value = 'a\u00A0b\n\n\u200Bc';
    expect(read(field)).toEqual({ text: 'a\u00A0b\n\n\u200Bc', complete: true });
  });

  it('says when an editor draws only a part of its lines', () => {
    expect(read(editor('<div class="cm-line">one</div><div class="cm-gap" style="height: 900px"></div>')).complete).toBe(false);
    expect(read(editor('<div class="cm-line">one</div>')).complete).toBe(true);
  });
});
