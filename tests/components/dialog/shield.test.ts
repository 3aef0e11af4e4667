// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShield } from '../../../components/dialog/shield.ts';

let host: HTMLElement;
let root: ShadowRoot;
let outside: string[];
let inside: Event[];

beforeEach(() => {
  host = document.createElement('div');
  root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<textarea></textarea><button>Send</button>';
  document.body.append(host);
  outside = [];
  inside = [];
  for (const type of ['keydown', 'input', 'click']) {
    document.addEventListener(type, () => outside.push(type));
    root.addEventListener(type, (event) => inside.push(event));
  }
});

afterEach(() => {
  host.remove();
});

/** An event as the browser would make it, on its way down past the window. */
function real(event: Event, target: EventTarget = host, trusted = true): Event {
  Object.defineProperty(event, 'target', { value: target });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  vi.spyOn(event, 'stopImmediatePropagation');
  return event;
}

const area = () => root.querySelector('textarea') as HTMLElement;
const button = () => root.querySelector('button') as HTMLElement;
const shield = () =>
  createShield(
    () => host,
    () => root,
  );

describe('the shield', () => {
  it('stops a key before the page and hands a copy to what has the focus', () => {
    area().focus();
    Object.defineProperty(root, 'activeElement', { value: area() });
    const event = real(new KeyboardEvent('keydown', { key: 's', shiftKey: true, cancelable: true }));
    shield().take(event);
    expect(event.stopImmediatePropagation).toHaveBeenCalled();
    expect(inside.map((copy) => (copy as KeyboardEvent).key)).toEqual(['s']);
    expect((inside[0] as KeyboardEvent).shiftKey).toBe(true);
    expect(outside).toEqual([]);
  });

  it('passes on that the inside took care of a key', () => {
    Object.defineProperty(root, 'activeElement', { value: area() });
    root.addEventListener('keydown', (copy) => copy.preventDefault());
    const event = real(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    shield().take(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('knows the real event behind a copy', () => {
    Object.defineProperty(root, 'activeElement', { value: button() });
    const { take, original } = shield();
    const event = real(new MouseEvent('click', { detail: 0 }));
    take(event);
    expect(inside).toHaveLength(1);
    expect(original(inside[0] as Event)).toBe(event);
    const other = new Event('click');
    expect(original(other)).toBe(other);
  });

  it('takes a click only where press and release were on one button', () => {
    let under: Element | null = area();
    root.elementFromPoint = () => under;
    const { take } = shield();
    take(real(new PointerEvent('pointerdown')));
    under = button();
    take(real(new MouseEvent('click', { detail: 1 })));
    expect(inside).toEqual([]);
    take(real(new PointerEvent('pointerdown')));
    take(real(new MouseEvent('click', { detail: 1 })));
    expect(inside).toHaveLength(1);
  });

  it('hands on nothing that a script made', () => {
    Object.defineProperty(root, 'activeElement', { value: button() });
    const event = real(new MouseEvent('click', { detail: 0 }), host, false);
    shield().take(event);
    expect(event.stopImmediatePropagation).toHaveBeenCalled();
    expect(inside).toEqual([]);
  });

  it('leaves the page its own scripted events', () => {
    const event = real(new MouseEvent('click'), document.body, false);
    shield().take(event);
    expect(event.stopImmediatePropagation).not.toHaveBeenCalled();
  });

  it('does nothing while there is no dialog', () => {
    const event = real(new KeyboardEvent('keydown', { key: 'a' }), document.body);
    createShield(
      () => null,
      () => null,
    ).take(event);
    expect(event.stopImmediatePropagation).not.toHaveBeenCalled();
  });
});
