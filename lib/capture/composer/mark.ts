/** How strongly the mark speaks: what will happen to the text as it stands. */
export type Tone = 'note' | 'warn' | 'redact' | 'block';

export interface MarkText {
  readonly text: string;
  readonly tone: Tone;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface Toast extends MarkText {
  /** Words on the button that closes it. */
  readonly dismiss: string;
  /** How long it stays, ms; 0: until closed. */
  readonly stay: number;
  /** A second button. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The quiet sign beside a composer, and short messages in the same place. */
export interface Mark {
  /** Null takes the sign away. */
  show(near: HTMLElement, text: MarkText | null): void;
  toast(near: HTMLElement | null, toast: Toast): void;
}

const ACCENT: Readonly<Record<Tone, string>> = {
  note: 'light-dark(#1d6b45, #6fd3a0)',
  warn: 'light-dark(#8a5300, #f5b942)',
  redact: 'light-dark(#1c5cab, #8dbdff)',
  block: 'light-dark(#b3261e, #ff9a92)',
};

/** Space between the mark and what it stands beside, px. */
const GAP = 6;
/** Pages move things without any event that tells; this often the place is looked up again, ms. */
const FOLLOW = 400;
/** A screen reader speaks what changes in a live region that stands already, ms. */
const LIVE = 60;

type Style = Readonly<Record<string, string>>;

/** Styles are set one by one through the object model, which no content security policy of the page forbids. */
function style(element: HTMLElement, rules: Style) {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, 'important');
}

const HOST: Style = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'max-width': 'min(32rem, calc(100vw - 16px))',
  'z-index': '2147483646',
  'pointer-events': 'none',
  'color-scheme': 'light dark',
};

const BOX: Style = {
  display: 'flex',
  'align-items': 'center',
  gap: '8px',
  padding: '4px 10px',
  'border-radius': '8px',
  border: '1px solid',
  background: 'light-dark(#ffffff, #1f2023)',
  color: 'light-dark(#1b1c1e, #f1f1f3)',
  font: '500 13px/1.4 system-ui, sans-serif',
  'box-shadow': '0 1px 4px rgb(0 0 0 / .18)',
};

const BUTTON: Style = {
  all: 'unset',
  'pointer-events': 'auto',
  cursor: 'pointer',
  padding: '1px 8px',
  'border-radius': '6px',
  border: '1px solid currentcolor',
  font: 'inherit',
  'white-space': 'nowrap',
};

/** Makes the mark. Nothing is added to the page before there is something to show, and nothing is left when it is gone. */
export function createMark(): Mark {
  let host: HTMLElement | undefined;
  let near: HTMLElement | null = null;
  let sign: MarkText | null = null;
  let toasts: ReturnType<typeof setTimeout> | undefined;
  let toast: Toast | null = null;
  let follow: ReturnType<typeof setInterval> | undefined;
  let shown = '';

  const place = () => {
    if (!host) return;
    const box = near?.isConnected ? near.getBoundingClientRect() : null;
    const { width, height } = host.getBoundingClientRect();
    const inView = box && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    if (!inView && !toast) return style(host, { visibility: 'hidden' });
    const around = inView ? box : new DOMRect(innerWidth / 2 - width / 2, innerHeight - GAP, width, 0);
    const above = around.top - height - GAP;
    const rtl = near ? getComputedStyle(near).direction === 'rtl' : false;
    const left = rtl ? around.left : around.right - width;
    style(host, {
      visibility: 'visible',
      top: `${above >= 0 ? above : Math.min(around.bottom + GAP, innerHeight - height)}px`,
      left: `${Math.max(0, Math.min(left, innerWidth - width))}px`,
    });
  };

  const remove = () => {
    clearInterval(follow);
    follow = undefined;
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
    host?.remove();
    host = undefined;
    shown = '';
  };

  const draw = () => {
    const now = toast ?? sign;
    if (!now || (!toast && !near?.isConnected)) return remove();
    const key = JSON.stringify([now.text, now.tone, now === toast]);
    if (host?.isConnected && key === shown) return place();
    remove();
    shown = key;
    host = document.createElement('div');
    style(host, HOST);
    const root = host.attachShadow({ mode: 'closed' });
    const box = document.createElement('div');
    box.lang = now.locale;
    box.dir = now.direction;
    style(box, { ...BOX, 'border-color': ACCENT[now.tone] });
    const dot = document.createElement('span');
    dot.ariaHidden = 'true';
    style(dot, {
      flex: 'none',
      width: '10px',
      height: '10px',
      'border-radius': now.tone === 'block' ? '2px' : '50%',
      border: `5px solid ${ACCENT[now.tone]}`,
      'box-sizing': 'border-box',
    });
    const words = document.createElement('span');
    words.role = 'status';
    words.ariaLive = 'polite';
    box.append(dot, words);
    const live = setTimeout(() => {
      words.textContent = now.text;
      place();
    }, LIVE);
    if (now === toast) {
      const close = () => {
        clearTimeout(live);
        endToast();
      };
      if (toast.action) box.append(button(toast.action.label, toast.action.run));
      box.append(button(toast.dismiss, close));
    }
    root.append(box);
    (document.body ?? document.documentElement).append(host);
    if ('showPopover' in host) {
      // Above everything that the page can stack, and outside of whatever moves or clips its body.
      host.popover = 'manual';
      host.showPopover();
    }
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place, { passive: true });
    follow = setInterval(draw, FOLLOW);
  };

  const endToast = () => {
    clearTimeout(toasts);
    toast = null;
    draw();
  };

  return {
    show: (field, text) => {
      if (!text && near !== field) return;
      sign = text;
      near = field;
      draw();
    },
    toast: (field, next) => {
      clearTimeout(toasts);
      toast = next;
      near = field ?? near;
      if (next.stay > 0) toasts = setTimeout(endToast, next.stay);
      draw();
    },
  };
}

function button(label: string, run: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  style(element, BUTTON);
  element.addEventListener('click', (event) => {
    if (event.isTrusted) run();
  });
  element.addEventListener('focus', () => style(element, { outline: '2px solid currentcolor', 'outline-offset': '1px' }));
  element.addEventListener('blur', () => style(element, { outline: 'none' }));
  return element;
}
