import type { Cleared } from './cleared.ts';
import * as native from './pristine.ts';
import { guardSends } from './sends.ts';

/** Sub-protocols that are shorter than this, all together, name protocols and carry nothing. */
const SHORTEST = 12;
const EVENTS = ['open', 'message', 'error', 'close'] as const;

/** What stands for a socket whose sub-protocols are being judged. */
interface Shell {
  readonly target: EventTarget;
  /** The socket itself, once it may be opened. */
  made: WebSocket | undefined;
  state: number;
  binaryType: BinaryType;
}

/** Holds `WebSocket.send`, and connections whose sub-protocols could carry text: they are opened when they were judged. */
export function guardWebSocket(cleared: Cleared): void {
  const prototype = WebSocket.prototype;
  const address = native.cleanGetter(prototype, 'url');
  const readyState = native.cleanGetter(prototype, 'readyState');
  const details = {
    protocol: native.cleanGetter(prototype, 'protocol'),
    extensions: native.cleanGetter(prototype, 'extensions'),
    bufferedAmount: native.cleanGetter(prototype, 'bufferedAmount'),
  };
  const setBinaryType = native.cleanSetter(prototype, 'binaryType');
  const origin = native.cleanGetter(MessageEvent.prototype, 'origin');
  const code = native.cleanGetter(CloseEvent.prototype, 'code');
  const reason = native.cleanGetter(CloseEvent.prototype, 'reason');
  const wasClean = native.cleanGetter(CloseEvent.prototype, 'wasClean');
  const OwnTarget = EventTarget;
  const OwnMessage = MessageEvent;
  const OwnClose = CloseEvent;
  const listOf = Array.from;
  const shells = new WeakMap<object, Shell>();
  guardSends(cleared.ask, { channel: 'websocket', owner: 'WebSocket', prototype, open: 1, address });

  function show(shell: Shell, name: string, get: () => unknown, set?: (value: never) => void): void {
    native.defineProperty(shell.target, name, native.bare({ get, set: set ?? (() => undefined), configurable: true, enumerable: true }));
  }

  function handler(shell: Shell, type: string): void {
    let own: unknown = null;
    native.addEventListener(
      shell.target,
      type,
      (event: Event) => void (typeof own === 'function' && native.apply(own as never, shell.target, [event])),
      false,
    );
    show(
      shell,
      `on${type}`,
      () => own,
      (value) => {
        own = value;
      },
    );
  }

  /** The events of the socket, said again by its shell. */
  function forward(shell: Shell, socket: WebSocket): void {
    const again = (type: string, make: (event: never) => Event): void =>
      native.addEventListener(socket, type, (event: never) => void native.dispatchEvent(shell.target, make(event)), false);
    again('open', () => new native.NativeEvent('open'));
    again('error', () => new native.NativeEvent('error'));
    again('message', (event) => new OwnMessage('message', native.bare({ data: native.messageData(event), origin: origin(event) })));
    again('close', (event) => new OwnClose('close', native.bare({ code: code(event), reason: reason(event), wasClean: wasClean(event) })));
  }

  function close(shell: Shell): void {
    shell.state = 3;
    native.dispatchEvent(shell.target, new native.NativeEvent('error'));
    native.dispatchEvent(shell.target, new OwnClose('close', native.bare({ code: 1006, reason: '', wasClean: false })));
  }

  native.wrapConstructor('WebSocket', (target, args, newTarget) => {
    const given = args[1];
    const protocols =
      given === undefined ? [] : typeof given === 'string' ? listOf(native.sequence(given)) : listOf(given as Iterable<unknown>);
    let names = '';
    for (let i = 0; i < protocols.length; i += 1) {
      native.put(protocols, i, `${protocols[i]}`);
      names += `${i > 0 ? ', ' : ''}${protocols[i]}`;
    }
    const open = (url: unknown): WebSocket =>
      native.construct(target, (given === undefined ? [url] : [url, native.sequenceOf(protocols)]) as never[], newTarget) as WebSocket;
    if (names.length < SHORTEST) return open(args[0]);
    // A bad address throws here, as it does natively.
    const url = native.urlText(new native.NativeURL(`${args[0]}`, native.baseUri(native.page)));
    const question = {
      channel: 'websocket',
      method: 'OPEN',
      url,
      contentType: '',
      headers: `sec-websocket-protocol: ${names}\n`,
      body: '',
    } as const;
    if (cleared.has(question)) return open(url);

    const shell: Shell = { target: native.construct(OwnTarget, [], newTarget), made: undefined, state: 0, binaryType: 'blob' };
    native.weakSet(shells, shell.target, shell);
    show(shell, 'url', () => (shell.made ? address(shell.made) : url));
    show(shell, 'readyState', () => (shell.made ? readyState(shell.made) : shell.state));
    show(shell, 'protocol', () => (shell.made ? details.protocol(shell.made) : ''));
    show(shell, 'extensions', () => (shell.made ? details.extensions(shell.made) : ''));
    show(shell, 'bufferedAmount', () => (shell.made ? details.bufferedAmount(shell.made) : 0));
    show(
      shell,
      'binaryType',
      () => shell.binaryType,
      (value) => {
        shell.binaryType = value;
        if (shell.made) setBinaryType(shell.made, value);
      },
    );
    for (let i = 0; i < EVENTS.length; i += 1) handler(shell, EVENTS[i] ?? '');
    cleared.ask(question, (outcome) => {
      if (shell.state === 3) return;
      if (outcome.kind !== 'release') {
        close(shell);
        return;
      }
      shell.made = open(url);
      setBinaryType(shell.made, shell.binaryType);
      forward(shell, shell.made);
    });
    return shell.target;
  });

  native.wrap('WebSocket.', 'send', (target, self, args) => {
    const shell = native.weakGet(shells, self as object);
    if (shell && !shell.made) throw new native.NativeDOMException('Connecting.', 'InvalidStateError');
    return native.apply(target, shell?.made ?? self, args as never[]);
  });
  native.wrap('WebSocket.', 'close', (target, self, args) => {
    const shell = native.weakGet(shells, self as object);
    if (shell && !shell.made) {
      if (shell.state === 0) close(shell);
      return undefined;
    }
    return native.apply(target, shell?.made ?? self, args as never[]);
  });
}
