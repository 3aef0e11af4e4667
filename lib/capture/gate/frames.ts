import * as native from './pristine.ts';

/**
 * Realms that page code can use before a content script has reached them: the empty document that a frame or window starts with
 * while its address loads, and documents in which scripts may not run. They get this realm's wrappers. Whatever makes a frame is
 * followed by a look at the number of frames, so that nothing can run in between; what the parser makes is seen by an observer.
 */
const INSERTING: readonly (readonly [owner: string, methods: string])[] = [
  ['Node.', 'appendChild insertBefore replaceChild'],
  ['Element.', 'append prepend before after replaceWith replaceChildren insertAdjacentElement insertAdjacentHTML setHTMLUnsafe moveBefore'],
  ['Document.', 'append prepend replaceChildren write writeln execCommand open close'],
  ['DocumentFragment.', 'append prepend replaceChildren'],
  ['ShadowRoot.', 'setHTMLUnsafe'],
  ['CharacterData.', 'before after replaceWith'],
  ['Range.', 'insertNode surroundContents'],
];

const MARKUP: readonly (readonly [owner: string, name: string])[] = [
  ['Element.', 'innerHTML'],
  ['Element.', 'outerHTML'],
  ['ShadowRoot.', 'innerHTML'],
];

const WINDOWS = ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement', 'HTMLEmbedElement'];

export function guardFrames(): void {
  const frameOf = native.getOwnPropertyDescriptor(native.realm, 'frameElement')?.get as () => Element | null;
  const attribute = native.uncurry(Element.prototype.getAttribute);
  const viewOf = native.cleanGetter(Document.prototype, 'defaultView');
  const done = new WeakMap<Document, true>();

  /** Frames of other origins cannot be reached, by us or by the page. */
  function guard(other: object): void {
    try {
      const document = native.documentOf(other);
      if (document === native.page || native.weakGet(done, document)) return;
      native.weakSet(done, document, true);
      const element = native.apply(frameOf, other, []);
      const sandbox = element && attribute(element, 'sandbox');
      const silent = typeof sandbox === 'string' && !native.includes(native.toLowerCase(sandbox), 'allow-scripts');
      if (silent || native.isOwned(document)) native.wrapRealm(other);
    } catch {
      // Another origin.
    }
  }

  let seen = 0;
  function look(): void {
    const count = native.frameCount();
    if (count === 0 && seen === 0) return;
    seen = count;
    for (let i = 0; i < count; i += 1) guard(native.realm[i] as Window);
  }

  const inserting: native.Instead = (target, self, args) => {
    const result = native.apply(target, self, args as never[]);
    look();
    return result;
  };
  for (let i = 0; i < INSERTING.length; i += 1) {
    const [owner, methods] = INSERTING[i] ?? ['', ''];
    const names = native.split(methods, ' ');
    for (let j = 0; j < names.length; j += 1) native.wrap(owner, names[j] ?? '', inserting);
  }
  for (let i = 0; i < MARKUP.length; i += 1) {
    const [owner, name] = MARKUP[i] ?? ['', ''];
    native.wrap(owner, name, inserting, 'set');
  }

  const reaching: native.Instead = (target, self, args) => {
    const reached = native.apply(target, self, args as never[]) as object | null;
    if (reached) guard(native.hasSlot(native.isOwned, reached) ? (viewOf(reached as Document) ?? reached) : reached);
    return reached;
  };
  for (let i = 0; i < WINDOWS.length; i += 1) {
    native.wrap(`${WINDOWS[i]}.prototype`, 'contentWindow', reaching, 'get');
    native.wrap(`${WINDOWS[i]}.prototype`, 'contentDocument', reaching, 'get');
    native.wrap(`${WINDOWS[i]}.prototype`, 'getSVGDocument', reaching);
  }
  native.wrap('', 'open', reaching);

  const observe = native.uncurry(MutationObserver.prototype.observe);
  observe(new MutationObserver(look), native.page, native.bare({ childList: true, subtree: true }));
  // A frame without scripts gets a new document when it has loaded.
  native.addEventListener(native.page, 'load', look, true);
}
