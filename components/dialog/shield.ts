/** Keeps what happens inside a shadow root from the page around it. */
export interface Shield {
  /** Stops an event before the page's later listeners; hands it to the inside when it is meant for it. */
  take(event: Event): void;
  /** The real event behind one that was handed to the inside; the event itself when it is no copy. */
  original(event: Event): Event;
}

/**
 * A closed shadow root hides elements, not events: the page's listeners on `window` would see every key of a typed reason.
 * So each real event is stopped on its way down, and a copy that never leaves the shadow root (`composed: false`) runs inside
 * in its place. What the browser itself does with the real event (typing, focus, scrolling) is not touched. Copies are
 * untrusted by nature; `original` gives back what the browser vouched for.
 */
export function createShield(host: () => Element | null, root: () => ShadowRoot | null): Shield {
  const originals = new WeakMap<Event, Event>();
  let pressed: Element | null = null;

  const hand = (target: Element | null, copy: Event, event: Event) => {
    if (target === null) return;
    originals.set(copy, event);
    target.dispatchEvent(copy);
    if (copy.defaultPrevented && event.type !== 'click') event.preventDefault();
  };

  return {
    original: (event) => originals.get(event) ?? event,
    take(event) {
      const inside = root();
      const shell = host();
      if (inside === null || shell === null) return;
      if (!event.isTrusted) {
        // A script can reach the host, nothing in it: such an event has no business there.
        if (event.target === shell) event.stopImmediatePropagation();
        return;
      }
      event.stopImmediatePropagation();
      if (event.target !== shell) return;
      const init = { bubbles: true, cancelable: true, composed: false };
      if (event.type === 'keydown' && event instanceof KeyboardEvent) {
        const { key, code, shiftKey, ctrlKey, altKey, metaKey, isComposing } = event;
        hand(
          inside.activeElement,
          new KeyboardEvent('keydown', { ...init, key, code, shiftKey, ctrlKey, altKey, metaKey, isComposing }),
          event,
        );
      } else if (event.type === 'input') {
        hand(inside.activeElement, new Event('input', init), event);
      } else if (event.type === 'pointerdown' && event instanceof MouseEvent) {
        pressed = buttonAt(inside, event);
      } else if (event.type === 'click' && event instanceof MouseEvent) {
        // Pressed with keys: `detail` is 0, and the focused button is meant. Else the button must be where press and release were.
        const target = event.detail === 0 ? buttonOf(inside.activeElement) : buttonAt(inside, event);
        if (event.detail === 0 || target === pressed) hand(target, new MouseEvent('click', init), event);
        pressed = null;
      }
    },
  };
}

function buttonAt(root: ShadowRoot, { clientX, clientY }: MouseEvent): Element | null {
  return buttonOf(root.elementFromPoint(clientX, clientY));
}

function buttonOf(element: Element | null): Element | null {
  return element?.closest('button') ?? null;
}
