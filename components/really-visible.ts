/** `early`: visible, but not yet for long enough, or it has moved. */
export type Visibility = 'visible' | 'hidden' | 'early';

/** A watch over one element; `judge` says how it stands now. */
export interface VisibilityWatch {
  judge(): Visibility;
  stop(): void;
}

/** How long an element must have been seen in one place before a press on it counts, ms. */
const STEADY = 500;
/** Between looks, ms; also the least delay that browsers allow for `trackVisibility` (Intersection Observer v2, section 2.2). */
const LOOK = 100;
/** Least height of a button that can be read, px, and least zoom that the page may give it. */
const LEGIBLE = { height: 24, zoom: 0.6 };
/** Least opacity, as a product over the ancestors that are painted with the element. */
const OPAQUE = 0.9;

/** Intersection Observer v2 (https://w3c.github.io/IntersectionObserver/v2/), which the DOM types do not know yet. */
interface ObserverInit2 extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

/**
 * Watches whether a person can really see an element, so that a hostile page cannot hide a button and have it pressed. Where
 * the browser can tell (Intersection Observer v2) it does; elsewhere hit tests at five points stand in. In both cases the
 * computed styles of the element and of what it is painted with are read: v2 does not notice masks, nor a clip path.
 */
export function watchVisibility(element: Element, now: () => number = () => performance.now()): VisibilityWatch {
  let since: number | null = null;
  let place = element.getBoundingClientRect();
  /** What the observer said last; null before its first word, and where there is none. */
  let observed: boolean | null = null;

  const hear = (entries: readonly IntersectionObserverEntry[]) => {
    const last = entries.at(-1);
    if (last !== undefined) observed = 'isVisible' in last && last.isVisible === true && last.intersectionRatio >= 0.98;
  };
  const observer = canTrackVisibility()
    ? new IntersectionObserver(hear, { threshold: [0, 0.98, 1], trackVisibility: true, delay: LOOK } as ObserverInit2)
    : null;
  observer?.observe(element);

  const look = () => {
    if (observer !== null) hear(observer.takeRecords());
    const box = element.getBoundingClientRect();
    const moved =
      Math.abs(box.x - place.x) > 1 || Math.abs(box.y - place.y) > 1 || box.width < place.width - 1 || box.height < place.height - 1;
    place = box;
    const seen = (observer === null ? isOnTop(element, box) : observed === true) && isLegible(element, box) && isPainted(element);
    if (!seen) since = null;
    else if (since === null || moved) since = now();
  };
  const timer = setInterval(look, LOOK);
  look();

  return {
    judge() {
      look();
      if (observer !== null && observed === null) return 'early';
      if (since === null) return 'hidden';
      return now() - since >= STEADY ? 'visible' : 'early';
    },
    stop() {
      clearInterval(timer);
      observer?.disconnect();
    },
  };
}

function canTrackVisibility(): boolean {
  return typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;
}

/** Whether hit tests at the middle and near the four corners all find the element. */
function isOnTop(element: Element, box: DOMRect): boolean {
  if (box.width < 8 || box.height < 8) return false;
  const node = element.getRootNode();
  const root = node instanceof ShadowRoot ? node : element.ownerDocument;
  const inset = 4;
  const points: readonly (readonly [number, number])[] = [
    [box.x + box.width / 2, box.y + box.height / 2],
    [box.left + inset, box.top + inset],
    [box.right - inset, box.top + inset],
    [box.left + inset, box.bottom - inset],
    [box.right - inset, box.bottom - inset],
  ];
  return points.every(([x, y]) => element.contains(root.elementFromPoint(x, y)));
}

/** A page can shrink all that it holds, the top layer too (CSS Viewport, section "zoom"). */
function isLegible(element: Element, box: DOMRect): boolean {
  const { currentCSSZoom } = element as Element & { readonly currentCSSZoom?: number };
  return box.height >= LEGIBLE.height && (currentCSSZoom ?? 1) >= LEGIBLE.zoom;
}

/** Whether the styles of the element and of everything that is painted with it leave it plainly visible. */
function isPainted(element: Element): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = above(at)) {
    const style = getComputedStyle(at);
    opacity *= style.opacity === '' ? 1 : Number(style.opacity);
    if (opacity < OPAQUE || style.display === 'none' || !plain(style.visibility, 'visible')) return false;
    const effects = [
      'filter',
      'clip-path',
      'transform',
      'mask-image',
      '-webkit-mask-image',
      '-webkit-mask-box-image-source',
      'mask-border-source',
    ];
    if (!effects.every((name) => plain(style.getPropertyValue(name), 'none'))) return false;
    if (!plain(style.getPropertyValue('mix-blend-mode'), 'normal')) return false;
    // What lies in the top layer is painted apart from its ancestors: their styles no longer touch it.
    if (isInTopLayer(at)) break;
  }
  return true;
}

function plain(value: string, expected: string): boolean {
  return value === '' || value === expected;
}

function above(element: Element): Element | null {
  if (element.assignedSlot !== null && element.assignedSlot !== undefined) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isInTopLayer(element: Element): boolean {
  return [':modal', ':popover-open'].some((state) => CSS.supports(`selector(${state})`) && element.matches(state));
}
