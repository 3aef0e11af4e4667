import type { ComposerData } from '../../sites/site.ts';

/** An element that people write in. */
export type Field = HTMLElement;

const TEXT_INPUTS = new Set(['text', 'search', 'url', '']);

/** True for elements that hold their text in `value`. */
export function isTextControl(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.localName === 'textarea' || (element.localName === 'input' && TEXT_INPUTS.has(element.getAttribute('type') ?? ''));
}

function isEditingHost(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** True when one of the selectors matches; a selector that this browser does not know matches nothing. */
function matchesAny(element: Element, selectors: readonly string[]): boolean {
  return selectors.some((selector) => {
    try {
      return element.matches(selector);
    } catch {
      return false;
    }
  });
}

function queryAll(root: ParentNode, selector: string): Iterable<HTMLElement> {
  try {
    return root.querySelectorAll<HTMLElement>(selector);
  } catch {
    return [];
  }
}

/** First accepted element under a node for the selectors, in their order; null for nodes without children. */
function queryAny(root: Node, selectors: readonly string[], accept: (element: HTMLElement) => boolean): HTMLElement | null {
  if (!(root instanceof Element || root instanceof DocumentFragment || root instanceof Document)) return null;
  for (const selector of selectors) for (const element of queryAll(root, selector)) if (accept(element)) return element;
  return null;
}

/** The element that really takes the text: the match itself, the editor around it, or the one inside it. */
function editable(match: Element): Field | null {
  if (isTextControl(match)) return match;
  let host: Field | null = null;
  for (let at: Element | null = match; at; at = at.parentElement) {
    if (at.getAttribute('contenteditable')?.toLowerCase() === 'false' && !host) break;
    if (isEditingHost(at)) host = at as HTMLElement;
  }
  return host ?? match.querySelector<HTMLElement>('textarea, [contenteditable]:not([contenteditable="false"])');
}

/** The parent of a node in the tree that people see: out of an open shadow root comes its host. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/** `contains`, across open shadow roots. */
function holds(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (at === root) return true;
  return false;
}

function* elementsOf(event: Event): Generator<Element> {
  for (const target of event.composedPath()) if (target instanceof Element) yield target;
}

/** The composer that an event happens in. */
export function fieldAt(event: Event, data: ComposerData): Field | null {
  for (const element of elementsOf(event)) {
    if (matchesAny(element, data.fields)) return editable(element);
  }
  return null;
}

/** False for a control that is switched off: a press on it does nothing. */
function isEnabled(control: Element): boolean {
  return !control.matches(':disabled') && control.getAttribute('aria-disabled') !== 'true';
}

/** True for the control that stops an answer. */
export function isStop(control: Element, data: ComposerData): boolean {
  return matchesAny(control, data.stop ?? []);
}

/** The send control that an event happens on; null for a stop control, and for one that is switched off. */
export function controlAt(event: Event, data: ComposerData): HTMLElement | null {
  for (const element of elementsOf(event)) {
    if (isStop(element, data)) return null;
    if (matchesAny(element, data.send)) return isEnabled(element) ? (element as HTMLElement) : null;
  }
  return null;
}

/** The composer inside an element: of several the one that was written in last. */
export function fieldIn(root: Node, data: ComposerData, last: Field | null): Field | null {
  if (last && holds(root, last)) return last;
  const match = queryAny(root, data.fields, (element) => editable(element) !== null);
  return match && editable(match);
}

/** The composer that a send control belongs to: the nearest one around it, of several the one that was written in last. */
export function fieldOf(control: Element, data: ComposerData, last: Field | null): Field | null {
  for (let at: Node | null = parentOf(control); at; at = parentOf(at)) {
    const field = fieldIn(at, data, last);
    if (field) return field;
  }
  return null;
}

/** The send control of a composer: the nearest one around it that is not shared with another composer. */
export function controlOf(field: Field, data: ComposerData): HTMLElement | null {
  for (let at: Node | null = parentOf(field); at; at = parentOf(at)) {
    const control = queryAny(
      at,
      data.send,
      (element) => isEnabled(element) && !isStop(element, data) && element.getClientRects().length > 0,
    );
    if (control) return fieldOf(control, data, field) === field ? control : null;
  }
  return null;
}
