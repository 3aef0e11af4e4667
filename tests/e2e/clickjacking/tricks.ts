import { type Trick, trick } from './trick.ts';

/** What the page does to the dialog's element no longer reaches the dialog, which lies in the top layer: the press is the person's own. */
const SEEN = { ends: 'visible' } as const;

/** The dialog is made invisible, or the button is, and its place is pressed all the same. */
const HIDDEN: readonly Trick[] = [
  trick('opacity on the dialog’s element', (bag) => bag.again(() => bag.shell()?.style.setProperty('opacity', '0', 'important')), SEEN),
  trick('opacity on the body', (bag) => bag.sheet('body { opacity: 0 }'), SEEN),
  trick('opacity on the document', (bag) => bag.sheet('html { opacity: 0 }'), SEEN),
  trick(
    'filter on the dialog’s element',
    (bag) => bag.again(() => bag.shell()?.style.setProperty('filter', 'opacity(0)', 'important')),
    SEEN,
  ),
  trick('filter on body and document', (bag) => bag.sheet('html, body { filter: opacity(0) }'), SEEN),
  trick('clip path', (bag) => bag.again(() => bag.shell()?.style.setProperty('clip-path', 'inset(50%)', 'important')), SEEN),
  trick(
    'mask',
    (bag) => bag.again(() => bag.shell()?.style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important')),
    SEEN,
  ),
  trick('scaled away', (bag) => bag.again(() => bag.shell()?.style.setProperty('transform', 'scale(.01)', 'important')), SEEN),
  trick('visibility and display', (bag) =>
    bag.again(() => {
      bag.shell()?.style.setProperty('visibility', 'hidden', 'important');
      bag.shell()?.style.setProperty('display', 'none', 'important');
    }),
  ),
  trick('blended away', (bag) => bag.again(() => bag.shell()?.style.setProperty('mix-blend-mode', 'lighten', 'important')), SEEN),
  trick('put into a parent without height', (bag) => {
    const parent = bag.cover('inset: auto; top: 0; height: 0; overflow: clip; contain: paint; opacity: .01');
    parent.replaceChildren();
    bag.again(() => {
      const shell = bag.shell();
      if (shell) parent.append(shell);
    });
  }),
  trick(
    'colours by custom properties on the dialog’s element',
    (bag) =>
      bag.sheet(
        'html > div { --ground: transparent !important; --raised: transparent !important; --text: transparent !important; --edge: transparent !important; --line: transparent !important; --muted: transparent !important; --shade: transparent !important }',
      ),
    SEEN,
  ),
  trick(
    'colours by registered custom properties',
    () => {
      for (const name of ['ground', 'raised', 'text', 'edge', 'line', 'muted', 'accent', 'on-accent', 'accent-soft', 'shade']) {
        CSS.registerProperty({ name: `--${name}`, syntax: '<color>', inherits: false, initialValue: 'transparent' });
      }
    },
    { ...SEEN, lasting: true },
  ),
  trick(
    'fonts of the same names whose letters are tiny',
    (bag) => {
      const names = [
        'system-ui',
        '-apple-system',
        'Segoe UI',
        'Roboto',
        'Noto Sans',
        'Helvetica Neue',
        'Arial',
        'sans-serif',
        'ui-monospace',
        'DejaVu Sans Mono',
        'DejaVu Sans',
        'Menlo',
        'Consolas',
        'monospace',
      ];
      bag.sheet(names.map((name) => `@font-face { font-family: "${name}"; src: local("DejaVu Serif"); size-adjust: 1% }`).join('\n'));
    },
    SEEN,
  ),
  trick('the whole page made tiny by zoom', (bag) => bag.sheet('html { zoom: 0.04 }')),
  trick('type made tiny at the root', (bag) => bag.sheet('html { font-size: 0.5px !important }'), SEEN),
];

/** Something lies above the dialog, wholly or in part, and lets the press through. */
const COVERED: readonly Trick[] = [
  trick('a cover above everything', (bag) => bag.cover(''), SEEN),
  trick('a cover that lets presses through', (bag) => bag.cover('pointer-events: none'), SEEN),
  trick('a popover that lets presses through', (bag) => {
    const cover = bag.cover('pointer-events: none');
    cover.popover = 'manual';
    bag.again(() => {
      cover.hidePopover();
      cover.showPopover();
    });
  }),
  trick('a modal dialog of the page', (bag) => {
    const frame = document.createElement('dialog');
    bag.cover('display: contents').append(frame);
    frame.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; pointer-events: none';
    bag.again(() => {
      frame.close();
      frame.showModal();
    });
  }),
  trick('a popover over everything but the button', (bag) => {
    const { x, y, width, height } = bag.button;
    const hole = `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${x - 16}px ${y - 9}px, ${x + width + 16}px ${y - 9}px, ${x + width + 16}px ${y + height + 9}px, ${x - 16}px ${y + height + 9}px, ${x - 16}px ${y - 9}px)`;
    const cover = bag.cover(`pointer-events: none; clip-path: ${hole}`);
    cover.popover = 'manual';
    bag.again(() => {
      cover.hidePopover();
      cover.showPopover();
    });
  }),
  trick('a popover that flickers', (bag) => {
    const cover = bag.cover('pointer-events: none');
    cover.popover = 'manual';
    bag.again(() => {
      cover.hidePopover();
      if (performance.now() % 100 > 20) cover.showPopover();
    });
  }),
  trick('a view transition that shows another picture', (bag) => {
    bag.sheet(`::view-transition { pointer-events: none }
      ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s }
      ::view-transition-image-pair(*) { opacity: 0 }
      ::view-transition { background: #fff }`);
    const { startViewTransition } = document as Document & { startViewTransition(change: () => void): unknown };
    startViewTransition.call(document, () => undefined);
  }),
  trick(
    'full screen',
    async (bag) => {
      const cover = bag.cover('pointer-events: none');
      bag.again(() => void cover.requestFullscreen().catch(() => undefined));
    },
    SEEN,
  ),
  trick('the dialog is thrown out again and again', (bag) => bag.again(() => bag.shell()?.remove())),
  trick(
    'the dialog jumps',
    () => {
      let far = false;
      setInterval(() => {
        far = !far;
        document.documentElement.style.setProperty('zoom', far ? '1.2' : '1');
      }, 120);
    },
    { lasting: true },
  ),
];

/** Page code presses by itself, forges an answer, or looks inside. Nobody presses afterwards. */
export const FORGED: readonly Trick[] = [
  trick('events of its own on the dialog’s element and at the button’s place', (bag) => {
    const { x, y, width, height } = bag.button;
    const at = { bubbles: true, composed: true, cancelable: true, clientX: x + width / 2, clientY: y + height / 2, detail: 1, button: 0 };
    const targets = [bag.shell(), document, document.body, window, document.elementFromPoint(at.clientX, at.clientY)];
    for (const target of targets) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick']) {
        target?.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, at) : new MouseEvent(type, at));
      }
      for (const key of ['Tab', 'Tab', 'Enter', ' ']) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          target?.dispatchEvent(new KeyboardEvent(type, { ...at, key, code: key === ' ' ? 'Space' : key }));
        }
      }
    }
    bag.shell()?.click();
  }),
  trick('focus, labels, access keys and submitters', (bag) => {
    const shell = bag.shell();
    if (!shell) return;
    shell.id = 'target';
    shell.tabIndex = 0;
    shell.accessKey = 's';
    shell.focus();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<label for="target" id="label">x</label><button commandfor="target" command="show-modal" popovertarget="target" id="commander">x</button><form id="form"></form>',
    );
    document.getElementById('label')?.click();
    document.getElementById('commander')?.click();
    shell.setAttribute('form', 'form');
    location.hash = 'target';
  }),
  trick('answers of its own', () => {
    for (let id = 0; id < 40; id += 1) {
      for (const data of [
        { type: 'resolved', askId: `${id}`, choice: { kind: 'send' }, falseAlarms: [] },
        { to: 'background', name: 'resolved', payload: { askId: `${id}`, choice: { kind: 'send' }, falseAlarms: [] } },
        { id, kind: 'release' },
      ]) {
        window.postMessage(data, '*');
        document.dispatchEvent(new MessageEvent('tacit:port', { data }));
        window.dispatchEvent(new CustomEvent('message', { detail: data }));
      }
    }
    Object.defineProperty(window, 'tacitDialog', { value: { open: async () => ({ choice: { kind: 'send' } }) }, configurable: true });
  }),
  trick('a way into the closed root', (bag) => {
    const shell = bag.shell();
    if (!shell) return;
    const found: unknown[] = [shell.shadowRoot, Reflect.get(shell, 'openOrClosedShadowRoot')];
    try {
      found.push(shell.attachShadow({ mode: 'open' }));
    } catch {
      // There is one already.
    }
    window.addEventListener('click', (event) => found.push(...event.composedPath().filter((one) => one instanceof ShadowRoot)), true);
    const { x, y, width, height } = bag.button;
    found.push(document.elementsFromPoint(x + width / 2, y + height / 2).find((one) => one instanceof HTMLButtonElement));
    found.push(getSelection()?.anchorNode?.getRootNode());
    for (const one of found) {
      if (one instanceof HTMLButtonElement) one.click();
      if (one instanceof ShadowRoot) for (const button of one.querySelectorAll('button')) button.click();
    }
  }),
  trick('editing commands', () => {
    for (const command of ['selectAll', 'insertText', 'insertParagraph', 'delete']) document.execCommand(command, false, 'agreed with all');
  }),
  trick('reload, going away and coming back', () => {
    history.pushState({}, '', '?again');
    history.back();
  }),
];

/** Tricks after which a real mouse presses where the button that sends stood. */
export const TRICKS: readonly Trick[] = [...HIDDEN, ...COVERED];
