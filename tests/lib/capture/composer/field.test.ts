// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { controlAt, controlOf, fieldAt, fieldOf } from '../../../../lib/capture/composer/field.ts';
import type { ComposerData } from '../../../../lib/sites/site.ts';

const DATA: ComposerData = {
  fields: ['#main', '.edit textarea', 'rich-box', ':no-such-selector('],
  send: [':no-such-selector(', '.send'],
  stop: ['.stop'],
  key: 'enter',
};

const PAGE = `
  <div class="edit"><textarea id="old"></textarea></div>
  <form><div id="main" contenteditable="true"><p><b id="inner">text</b></p></div><div><button class="send" id="go"><i id="icon"></i></button></div></form>
  <input id="search">
  <rich-box><div id="quill" contenteditable="true"></div></rich-box>`;

function set(markup: string) {
  document.body.innerHTML = markup;
  // happy-dom lays nothing out.
  for (const element of document.querySelectorAll('button')) element.getClientRects = () => [{}] as unknown as DOMRectList;
}

function at<T>(id: string, look: (event: Event) => T): T | undefined {
  let found: T | undefined;
  const listener = (event: Event) => {
    found = look(event);
  };
  window.addEventListener('probe', listener, { capture: true, once: true });
  document.getElementById(id)?.dispatchEvent(new Event('probe', { bubbles: true, composed: true }));
  return found;
}

const id = (element: Element | null | undefined) => element?.id;
const get = (name: string) => document.getElementById(name) as HTMLElement;

describe('composers and their send controls', () => {
  afterEach(() => set(''));

  it('finds the composer from deep inside, through wrappers, and not in other fields', () => {
    set(PAGE);
    expect(at('inner', (event) => id(fieldAt(event, DATA)))).toBe('main');
    expect(at('old', (event) => id(fieldAt(event, DATA)))).toBe('old');
    expect(at('quill', (event) => id(fieldAt(event, DATA)))).toBe('quill');
    expect(at('search', (event) => fieldAt(event, DATA))).toBeNull();
  });

  it('finds the send control from its icon, and no stop control or one that is switched off', () => {
    set(PAGE);
    const control = () => at('icon', (event) => id(controlAt(event, DATA)));
    expect(control()).toBe('go');
    get('go').classList.add('stop');
    expect(control()).toBeUndefined();
    get('go').classList.remove('stop');
    get('go').setAttribute('aria-disabled', 'true');
    expect(control()).toBeUndefined();
    get('go').removeAttribute('aria-disabled');
    get('go').setAttribute('disabled', '');
    expect(control()).toBeUndefined();
  });

  it('pairs a control with the composer in its own form', () => {
    set(PAGE);
    expect(id(fieldOf(get('go'), DATA, get('old')))).toBe('main');
    expect(id(controlOf(get('main'), DATA))).toBe('go');
  });

  it('gives an edit box no control that belongs to another composer', () => {
    set(PAGE);
    expect(controlOf(get('old'), DATA)).toBeNull();
  });

  it('takes the composer that was written in last where several share a control', () => {
    set(
      '<div class="edit"><textarea id="old"></textarea></div><div id="main" contenteditable="true"></div><button class="send" id="go"></button>',
    );
    expect(id(fieldOf(get('go'), DATA, get('old')))).toBe('old');
    expect(id(fieldOf(get('go'), DATA, null))).toBe('main');
  });

  it('reaches out of an open shadow root', () => {
    set('<div><x-field id="host"></x-field><button class="send" id="go"></button></div>');
    const root = get('host').attachShadow({ mode: 'open' });
    root.innerHTML = '<textarea id="main"></textarea>';
    const field = root.querySelector('textarea') as HTMLElement;
    expect(controlOf(field, DATA)?.id).toBe('go');
  });
});
