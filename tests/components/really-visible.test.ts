// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type VisibilityWatch, watchVisibility } from '../../components/really-visible.ts';

let button: HTMLElement;
let box: DOMRect;
let watch: VisibilityWatch | null;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main><button>Send</button></main>';
  button = document.querySelector('button') as HTMLElement;
  box = new DOMRect(100, 100, 120, 44);
  vi.spyOn(button, 'getBoundingClientRect').mockImplementation(() => box);
  document.elementFromPoint = () => button;
  vi.stubGlobal('CSS', { supports: () => false });
  watch = null;
});

afterEach(() => {
  watch?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.removeAttribute('style');
  document.body.innerHTML = '';
});

const begin = () => {
  watch = watchVisibility(button, () => Date.now());
  return watch;
};

describe('without an observer that can tell', () => {
  beforeEach(() => vi.stubGlobal('IntersectionObserverEntry', class {}));

  it('believes a button that was seen in one place for half a second', () => {
    const { judge } = begin();
    expect(judge()).toBe('early');
    vi.advanceTimersByTime(400);
    expect(judge()).toBe('early');
    vi.advanceTimersByTime(200);
    expect(judge()).toBe('visible');
  });

  it.each([
    [
      'height',
      () => {
        box = new DOMRect(100, 100, 60, 20);
      },
    ],
    ['zoom', () => void Object.defineProperty(button, 'currentCSSZoom', { value: 0.4, configurable: true })],
  ])('does not believe a button of which nobody could read the words (%s)', (_what, shrink) => {
    shrink();
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('hidden');
  });

  it('starts again when it moves', () => {
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    box = new DOMRect(100, 140, 120, 44);
    expect(judge()).toBe('early');
    vi.advanceTimersByTime(600);
    expect(judge()).toBe('visible');
  });

  it('notices a break between two looks of the person', () => {
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    document.body.style.opacity = '0';
    vi.advanceTimersByTime(200);
    document.body.style.opacity = '';
    vi.advanceTimersByTime(200);
    expect(judge()).toBe('early');
  });

  it.each([
    ['opacity', '0.5'],
    ['display', 'none'],
    ['visibility', 'hidden'],
    ['filter', 'opacity(0)'],
    ['clip-path', 'inset(50%)'],
    ['transform', 'scale(0.01)'],
    ['mix-blend-mode', 'screen'],
    ['mask-image', 'linear-gradient(transparent, transparent)'],
  ])('does not believe it under %s: %s', (name, value) => {
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    const real = window.getComputedStyle.bind(window);
    vi.stubGlobal('getComputedStyle', (element: Element) => {
      const style = real(element);
      if (element !== document.body) return style;
      const camel = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return new Proxy(style, {
        get: (target, key) =>
          key === name || key === camel
            ? value
            : key === 'getPropertyValue'
              ? (asked: string) => (asked === name ? value : target.getPropertyValue(asked))
              : Reflect.get(target, key),
      });
    });
    expect(judge()).toBe('hidden');
  });

  it('adds up half-transparent ancestors', () => {
    document.body.style.opacity = '0.94';
    button.style.opacity = '0.94';
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('hidden');
  });

  it('does not believe it when one corner is covered', () => {
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    document.elementFromPoint = (x: number) => (x > 200 ? document.body : button);
    expect(judge()).toBe('hidden');
  });

  it('does not believe it when it is too small to be seen', () => {
    box = new DOMRect(100, 100, 4, 4);
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('hidden');
  });

  it('disregards what lies outside the top layer', () => {
    vi.stubGlobal('CSS', { supports: (state: string) => state.includes(':modal') });
    const main = document.querySelector('main') as HTMLElement;
    vi.spyOn(main, 'matches').mockImplementation((state) => state === ':modal');
    document.body.style.opacity = '0';
    const { judge } = begin();
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('visible');
  });
});

describe('with Intersection Observer v2', () => {
  let entries: { isVisible: boolean; intersectionRatio: number }[];
  let asked: unknown;

  beforeEach(() => {
    entries = [];
    vi.stubGlobal(
      'IntersectionObserverEntry',
      class {
        get isVisible() {
          return true;
        }
      },
    );
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(_: unknown, init: unknown) {
          asked = init;
        }
        observe() {}
        disconnect() {}
        takeRecords() {
          return entries.splice(0);
        }
      },
    );
  });

  it('asks for visibility and waits for its first word', () => {
    const { judge } = begin();
    expect(asked).toMatchObject({ trackVisibility: true, delay: 100 });
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('early');
  });

  it('believes it over hit tests', () => {
    document.elementFromPoint = () => null;
    const { judge } = begin();
    entries.push({ isVisible: true, intersectionRatio: 1 });
    vi.advanceTimersByTime(700);
    expect(judge()).toBe('visible');
  });

  it.each([
    { isVisible: false, intersectionRatio: 1 },
    { isVisible: true, intersectionRatio: 0.01 },
  ])('does not believe a button with %j', (entry) => {
    const { judge } = begin();
    entries.push({ isVisible: true, intersectionRatio: 1 });
    vi.advanceTimersByTime(1000);
    entries.push(entry);
    expect(judge()).toBe('hidden');
  });

  it('reads masks itself', () => {
    const { judge } = begin();
    entries.push({ isVisible: true, intersectionRatio: 1 });
    document.body.style.opacity = '0.2';
    vi.advanceTimersByTime(1000);
    expect(judge()).toBe('hidden');
  });
});
