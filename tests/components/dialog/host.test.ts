// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHost, type Host } from '../../../components/dialog/host.ts';

let host: Host;

beforeEach(() => {
  vi.stubGlobal('CSS', { supports: () => false });
  document.body.innerHTML = '<textarea></textarea>';
  host = createHost(document, 'p { color: red }');
});

afterEach(() => {
  host.hide();
  vi.unstubAllGlobals();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('the host', () => {
  it('is a closed door at the end of the document, and only while it is shown', () => {
    expect(host.element.isConnected).toBe(false);
    host.show();
    expect(host.element.parentNode).toBe(document.documentElement);
    expect(host.element.shadowRoot).toBeNull();
    host.hide();
    expect(host.element.isConnected).toBe(false);
  });

  it('names its custom properties anew, so that the page can neither set nor register them', () => {
    const styled = createHost(document, ':host { --ink: red } p { color: var(--ink) }');
    const css = styled.root.adoptedStyleSheets[0]?.cssRules[0]?.cssText ?? styled.root.querySelector('style')?.textContent ?? '';
    expect(css).not.toContain('--ink');
    expect(css).toMatch(/--t[0-9a-f-]{36}-ink/);
  });

  it('comes back when the page takes it away', async () => {
    host.show();
    host.element.remove();
    await settle();
    expect(host.element.parentNode).toBe(document.documentElement);
  });

  it('comes back when the page moves it elsewhere', async () => {
    host.show();
    document.body.append(host.element);
    await settle();
    expect(host.element.parentNode).toBe(document.documentElement);
  });

  it('throws off what the page hangs on it', async () => {
    host.show();
    const style = host.element.style.cssText;
    for (const [name, value] of Object.entries({ hidden: '', inert: '', class: 'gone', style: 'display: none !important' })) {
      host.element.setAttribute(name, value);
    }
    await settle();
    expect(host.element.getAttributeNames()).toEqual(['style']);
    expect(host.element.style.cssText).toBe(style);
  });

  it('gives up for a while when the page fights, so that the tab does not hang', async () => {
    host.show();
    let rounds = 0;
    const hostile = new MutationObserver(() => {
      rounds += 1;
      if (rounds < 1000) host.element.remove();
    });
    hostile.observe(document.documentElement, { childList: true });
    host.element.remove();
    await settle();
    hostile.disconnect();
    expect(rounds).toBeLessThan(200);
  });

  it('gives focus back to where it was', () => {
    const area = document.querySelector('textarea');
    area?.focus();
    host.show();
    (document.activeElement as HTMLElement).blur();
    host.hide();
    expect(document.activeElement).toBe(area);
  });

  it('stays away after it was put away', async () => {
    host.show();
    host.hide();
    await settle();
    expect(host.element.isConnected).toBe(false);
  });
});
