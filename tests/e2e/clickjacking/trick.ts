/** What page code has at hand for a trick; it lives in the page. */
export interface Bag {
  /** The element that holds the dialog: the page can find it, and nothing inside. */
  shell(): HTMLElement | null;
  /** Does something now and before every frame, because the dialog mends itself. */
  again(deed: () => void): void;
  /** Adds a style sheet that lasts. */
  sheet(css: string): void;
  /** Something that covers the whole page. */
  cover(css: string): HTMLElement;
  /** The place of the button that sends, as a page can work it out by trying at home. */
  readonly button: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Ends every deed and takes back every sheet and cover. */
  stop(): void;
}

declare global {
  interface Window {
    bag: Bag;
  }
}

/** One way in which page code tries to have the dialog's button pressed by somebody who does not see it, or to press it itself. */
export interface Trick {
  readonly title: string;
  /** Runs in the page, as its own code, while the dialog is open; a real mouse then presses where the button that sends stood. */
  readonly run: (bag: Bag) => unknown;
  /**
   * `refused`: nothing leaves. `visible`: the trick has no effect on what is seen, so that the press is the person's own; the picture
   * proves it.
   */
  readonly ends: 'refused' | 'visible';
  /** True when the page cannot undo it, so that no harmless press can follow. */
  readonly lasting?: boolean;
}

/** A trick that must fail. */
export function trick(title: string, run: Trick['run'], rest: Partial<Trick> = {}): Trick {
  return { title, run, ends: 'refused', ...rest };
}

/** Puts the bag into a page. */
export function openBag(button: Bag['button']): void {
  const deeds: (() => void)[] = [];
  const added: Element[] = [];
  let running = true;
  const go = () => {
    if (!running) return;
    for (const deed of deeds) deed();
    requestAnimationFrame(go);
  };
  go();
  const add = <T extends Element>(element: T, parent: Element): T => {
    parent.append(element);
    added.push(element);
    return element;
  };
  window.bag = {
    button,
    shell: () => document.querySelector<HTMLElement>('html > div'),
    again(deed) {
      deeds.push(deed);
      deed();
    },
    sheet(css) {
      add(document.createElement('style'), document.head).textContent = css;
    },
    cover(css) {
      const made = document.createElement('div');
      made.style.cssText = `position: fixed; inset: 0; width: 100%; height: 100%; border: 0; margin: 0; padding: 0; background: #fff; z-index: 2147483647; ${css}`;
      made.textContent = 'Press here to go on';
      return add(made, document.body);
    },
    stop() {
      running = false;
      for (const element of added) element.remove();
    },
  };
}
