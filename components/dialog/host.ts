/** Where the dialog lives in somebody else's page. */
export interface Host {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  show(): void;
  /** Takes the host away and gives focus back to where it was. */
  hide(): void;
}

const STYLE =
  'all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483647 !important';

/** Between looks at what lies in the top layer, ms. */
const LOOK = 200;
/** Repairs and rises allowed in one second before we wait: a page that fights must not make its tab hang. */
const PATIENCE = 20;

/**
 * A closed shadow root on an element of its own at the end of the document, which mends itself: a host that the page
 * removes, hides or decorates comes back as it was. The dialog inside is a modal `<dialog>`: it lies in the top layer apart
 * from its ancestors' styles, makes everything else inert, and is not itself made inert by an `inert` ancestor or by an older modal dialog
 * of the page, as a popover would be (HTML standard, "inert subtrees", "modal dialogs and inert subtrees"). When the page opens
 * something above it, it rises again.
 */
export function createHost(document: Document, css: string): Host {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(root, withPrivateNames(css));
  let shown = false;
  let before: Element | null = null;
  let below: ReadonlySet<Element> = new Set();
  let repairs = 0;
  let second = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const patient = () => {
    const now = Math.floor(performance.now() / 1000);
    repairs = now === second ? repairs + 1 : 1;
    second = now;
    return repairs <= PATIENCE;
  };
  const repair = () => {
    if (!shown || isWhole(element) || !patient()) return;
    for (const { name } of [...element.attributes]) if (name !== 'style') element.removeAttribute(name);
    if (element.style.cssText !== cleanStyle(document)) element.style.cssText = STYLE;
    if (element.parentNode !== document.documentElement) {
      document.documentElement.append(element);
      raise();
    }
  };
  const raise = () => {
    below = othersInTopLayer(document, element);
    const dialog = root.querySelector('dialog');
    if (dialog === null || !element.isConnected) return;
    const focused = root.activeElement;
    dialog.close();
    dialog.showModal();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const look = () => {
    repair();
    const above = [...othersInTopLayer(document, element)].some((other) => !below.has(other));
    const closed = root.querySelector('dialog:not([open])') !== null;
    if ((above || closed) && patient()) raise();
  };
  const observer = new MutationObserver(repair);

  return {
    root,
    element,
    show() {
      if (shown) return;
      shown = true;
      before = document.activeElement;
      element.style.cssText = STYLE;
      document.documentElement.append(element);
      below = othersInTopLayer(document, element);
      observer.observe(element, { attributes: true });
      observer.observe(document.documentElement, { childList: true });
      timer = setInterval(look, LOOK);
    },
    hide() {
      if (!shown) return;
      shown = false;
      observer.disconnect();
      clearInterval(timer);
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      before = null;
    },
  };
}

function isWhole(element: HTMLElement): boolean {
  const { ownerDocument: document } = element;
  return (
    element.parentNode === document.documentElement && element.attributes.length === 1 && element.style.cssText === cleanStyle(document)
  );
}

/** Our style as the browser writes it, which differs between browsers. */
function cleanStyle(document: Document): string {
  const model = document.createElement('div');
  model.style.cssText = STYLE;
  return model.style.cssText;
}

function othersInTopLayer(document: Document, own: Element): ReadonlySet<Element> {
  const states = [':modal', ':popover-open', ':fullscreen'].filter((state) => CSS.supports(`selector(${state})`));
  const found = states.flatMap((state) => [...document.querySelectorAll(state)]);
  return new Set(found.filter((element) => element !== own));
}

/**
 * Custom properties under names that the page cannot know: it could set them on the host, where its rules win over ours, or register them
 * for the whole document so that they are not inherited (CSS Properties and Values API, section 2), and so blot out every colour.
 */
function withPrivateNames(css: string): string {
  return css.replaceAll(/--(?=[a-z])/g, `--t${crypto.randomUUID()}-`);
}

/** A constructed sheet is not subject to the page's content security policy; Firefox refuses it in content scripts, where a `style` element passes. */
function addStyles(root: ShadowRoot, css: string): void {
  const sheet = constructedSheet(css);
  if (sheet !== null) {
    try {
      root.adoptedStyleSheets = [sheet];
      return;
    } catch (error) {
      console.warn('Tacit: constructed style sheets are refused here, using a style element', error);
    }
  }
  const style = root.ownerDocument.createElement('style');
  style.textContent = css;
  root.append(style);
}

function constructedSheet(css: string): CSSStyleSheet | null {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  } catch {
    return null;
  }
}
