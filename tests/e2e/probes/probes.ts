/** One way in which page code looks for an extension. What it answers must be the same with the extension and without. */
export interface Probe {
  readonly title: string;
  /** Runs in the page; answers something that can be written as JSON. */
  readonly look: () => unknown;
}

/** The wrapped functions, and some neighbours that nobody wraps: `owner.name`. */
const PLACES = [
  'fetch',
  'open',
  'fetchLater',
  'XMLHttpRequest.prototype.open',
  'XMLHttpRequest.prototype.send',
  'XMLHttpRequest.prototype.abort',
  'XMLHttpRequest.prototype.setRequestHeader',
  'WebSocket',
  'WebSocket.prototype.send',
  'WebSocket.prototype.close',
  'Navigator.prototype.sendBeacon',
  'HTMLFormElement.prototype.submit',
  'HTMLFormElement.prototype.requestSubmit',
  'RTCDataChannel.prototype.send',
  'Worker',
  'SharedWorker',
  'MessageChannel',
  'MessagePort.prototype.postMessage',
  'Worker.prototype.postMessage',
  'ServiceWorker.prototype.postMessage',
  'BroadcastChannel.prototype.postMessage',
  'URL.createObjectURL',
  'URL.revokeObjectURL',
  'CookieStore.prototype.set',
  'Node.prototype.appendChild',
  'Element.prototype.append',
  'Element.prototype.attachShadow',
  'Element.prototype.insertAdjacentHTML',
  'Document.prototype.write',
  'Range.prototype.insertNode',
  'Function.prototype.toString',
  'Element.prototype.getAttribute',
  'Array.prototype.push',
] as const;

/** Accessors, of which some are wrapped. */
const ACCESSORS = [
  'Document.prototype.cookie',
  'Element.prototype.innerHTML',
  'Element.prototype.outerHTML',
  'ShadowRoot.prototype.innerHTML',
  'HTMLIFrameElement.prototype.contentWindow',
  'HTMLIFrameElement.prototype.contentDocument',
  'HTMLObjectElement.prototype.contentDocument',
  'Node.prototype.baseURI',
] as const;

declare global {
  interface Window {
    probes: {
      /** Every place with its descriptor, in order. */
      places(): [string, PropertyDescriptor | undefined][];
      /** What a call throws or rejects with. */
      mistake(call: () => unknown): Promise<string>;
    };
  }
}

/** Puts what the probes share into the page. */
export const TOOLS = `window.probes = {
  places: () => ${JSON.stringify([...PLACES, ...ACCESSORS])}.map((path) => {
    const names = path.split('.');
    const last = names.pop();
    let at = window;
    for (const name of names) at = at?.[name];
    return [path, at && Object.getOwnPropertyDescriptor(at, last)];
  }),
  mistake: async (call) => {
    try {
      await call();
      return 'none';
    } catch (error) {
      return String(error);
    }
  },
};`;

function probe(title: string, look: Probe['look']): Probe {
  return { title, look };
}

export const PROBES: readonly Probe[] = [
  probe('globals', () => Object.getOwnPropertyNames(window).filter((name) => name !== 'probes')),
  probe('symbols and what is enumerable', () => {
    const names: string[] = [];
    for (const name in window) names.push(name);
    return [names.filter((name) => name !== 'probes'), Object.getOwnPropertySymbols(window).map(String)];
  }),
  probe('own properties of natives and prototypes, in order', () =>
    window.probes.places().map(([path, found]) => {
      const value: unknown = found?.value ?? found?.get;
      const own = typeof value === 'function' ? Reflect.ownKeys(value).map(String) : [];
      const prototype: unknown = typeof value === 'function' ? Reflect.get(value, 'prototype') : null;
      return [path, own, typeof prototype === 'object' && prototype ? Reflect.ownKeys(prototype).map(String) : []];
    }),
  ),
  probe('flags of descriptors', () =>
    window.probes
      .places()
      .map(([path, found]) => [
        path,
        found && [found.writable, found.enumerable, found.configurable, typeof found.value, typeof found.get, typeof found.set],
      ]),
  ),
  probe('name and length', () =>
    window.probes
      .places()
      .map(([path, found]) =>
        [found?.value, found?.get, found?.set].map((one) => (typeof one === 'function' ? [path, one.name, one.length] : null)),
      ),
  ),
  probe('source of functions', () =>
    window.probes
      .places()
      .map(([, found]) =>
        [found?.value, found?.get, found?.set].map((one) =>
          typeof one === 'function'
            ? [Function.prototype.toString.call(one), `${one}`, one.toString === Function.prototype.toString]
            : null,
        ),
      ),
  ),
  probe('source of functions by the same method of a fresh realm', () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const read = (frame.contentWindow as Window & typeof globalThis).Function.prototype.toString;
    const sources = window.probes.places().map(([, found]) => (typeof found?.value === 'function' ? read.call(found.value) : null));
    frame.remove();
    return sources;
  }),
  probe('prototypes and their constructors', () =>
    [WebSocket, Worker, SharedWorker, MessageChannel, XMLHttpRequest].map((one) => [
      one.prototype.constructor === one,
      Object.getPrototypeOf(one) === Function.prototype || Object.getPrototypeOf(one) === EventTarget,
      Object.getOwnPropertyNames(one),
      Object.prototype.toString.call(one),
      typeof one,
    ]),
  ),
  probe('what constructing natives says', () =>
    Promise.all(
      [fetch, XMLHttpRequest.prototype.send, navigator.sendBeacon, Node.prototype.appendChild].map((one) =>
        window.probes.mistake(() => Reflect.construct(one as never, [])),
      ),
    ),
  ),
  probe('mistakes in calls', () =>
    Promise.all(
      [
        () => Reflect.apply(fetch, window, []),
        () => fetch('https://['),
        () => fetch('/', { method: 'GET', body: 'x' }),
        () => fetch('/', { method: 'TRACE' }),
        () => fetch.call({} as Window, '/blank'),
        () => Reflect.apply(XMLHttpRequest.prototype.open, new XMLHttpRequest(), []),
        () => Reflect.apply(XMLHttpRequest.prototype.open, new XMLHttpRequest(), ['GET']),
        () => new XMLHttpRequest().open('GET', 'https://['),
        () => new XMLHttpRequest().open('TRACE', '/'),
        () => Reflect.apply(XMLHttpRequest.prototype.open, {}, ['GET', '/']),
        () => new XMLHttpRequest().send(),
        () => Reflect.apply(XMLHttpRequest.prototype.send, {}, []),
        () => Reflect.apply(XMLHttpRequest.prototype.setRequestHeader, new XMLHttpRequest(), ['x']),
        () => new XMLHttpRequest().setRequestHeader('x', 'y'),
        () => Reflect.construct(WebSocket, []),
        () => new WebSocket('https://['),
        () => new WebSocket('wss://openrouter.ai/', 'not a token'),
        () => Reflect.apply(WebSocket as never, undefined, ['wss://openrouter.ai/']),
        () => Reflect.apply(WebSocket.prototype.send, {}, ['x']),
        () => Reflect.apply(navigator.sendBeacon, navigator, []),
        () => navigator.sendBeacon('https://['),
        () => Reflect.apply(HTMLFormElement.prototype.submit, {}, []),
        () => Reflect.apply(HTMLFormElement.prototype.requestSubmit, {}, []),
        () => document.createElement('form').requestSubmit(document.createElement('button')),
        () => Reflect.construct(Worker, []),
        () => new Worker('https://['),
        () => Reflect.construct(SharedWorker, []),
        () => Reflect.apply(MessageChannel as never, undefined, []),
        () => Reflect.apply(MessagePort.prototype.postMessage, {}, ['x']),
        () => Reflect.apply(MessagePort.prototype.postMessage, new MessageChannel().port1, []),
        () => Reflect.apply(BroadcastChannel.prototype.postMessage, new BroadcastChannel('x'), []),
        () => Reflect.apply(URL.createObjectURL, URL, []),
        () => Reflect.apply(Node.prototype.appendChild, document.body, []),
        () => Reflect.apply(Node.prototype.appendChild, {}, []),
        () => Reflect.apply(Element.prototype.attachShadow, document.createElement('div'), []),
        () => Reflect.apply(cookieStore.set, cookieStore, []),
        () => Reflect.apply(Function.prototype.toString, {}, []),
        () => Reflect.get(Document.prototype, 'cookie'),
        () => Reflect.set(Element.prototype, 'innerHTML', 'x'),
        () => new Proxy(fetch, {}).toString(),
      ].map((call) => window.probes.mistake(call)),
    ),
  ),
  probe('messages in which the engine describes a function', () =>
    window.probes.mistake(() => class extends (fetch as unknown as typeof Object) {}),
  ),
  probe('elements that an extension adds', async () => {
    await new Promise((done) => setTimeout(done, 300));
    return [...document.querySelectorAll('*')].map((one) => [one.localName, one.getAttributeNames()]);
  }),
  probe('changes to the document, seen by an observer while somebody writes', async () => {
    const seen: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target, type, attributeName } of records) seen.push(`${type} ${target.nodeName} ${attributeName ?? ''}`);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const field = document.querySelector('textarea');
    if (!field) return 'no field';
    field.focus();
    document.execCommand('insertText', false, 'Tell me about the weather in spring');
    await new Promise((done) => setTimeout(done, 600));
    observer.disconnect();
    return [seen, field.getAttributeNames(), getComputedStyle(field).cssText.length];
  }),
  probe('events at start, while writing and on messages', async () => {
    const heard: string[] = [];
    for (const target of [window, document, document.documentElement]) {
      for (const type of [
        'message',
        'tacit:port',
        'tacit',
        'messageerror',
        'load',
        'error',
        'unhandledrejection',
        'securitypolicyviolation',
      ])
        target.addEventListener(type, (event) => heard.push(event.type), true);
    }
    document.querySelector('textarea')?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    window.postMessage('probe', '*');
    const event = new MessageEvent('tacit:port', { cancelable: true });
    const answer = document.dispatchEvent(event);
    await new Promise((done) => setTimeout(done, 400));
    return [heard, answer, event.defaultPrevented];
  }),
  probe('handlers that take events away or change them', () => {
    const states: unknown[] = [];
    for (const event of [
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      new MouseEvent('click', { bubbles: true, cancelable: true }),
      new ClipboardEvent('paste', { bubbles: true, cancelable: true }),
      new DragEvent('drop', { bubbles: true, cancelable: true }),
    ]) {
      let arrived = false;
      const listen = () => {
        arrived = true;
      };
      document.body.addEventListener(event.type, listen);
      const answer = document.body.dispatchEvent(event);
      document.body.removeEventListener(event.type, listen);
      states.push([event.type, arrived, answer, event.defaultPrevented]);
    }
    return states;
  }),
  probe('files of the extension', async () => {
    const answers: unknown[] = [];
    for (const id of ['hbfkfhjpenpgdaoddkecjhenahooolfh', (window as Window & { extensionId?: string }).extensionId ?? 'none']) {
      for (const file of [
        'manifest.json',
        'content-scripts/gate.js',
        'content-scripts/guide.js',
        'content-scripts/dialog.js',
        'popup.html',
        'icon/48.png',
      ]) {
        const address = `chrome-extension://${id}/${file}`;
        answers.push(await window.probes.mistake(() => fetch(address, { mode: 'no-cors' })));
        answers.push(
          await new Promise((done) => {
            const image = new Image();
            image.onload = () => done('loaded');
            image.onerror = () => done('failed');
            image.src = address;
          }),
        );
        answers.push(
          await new Promise((done) => {
            const script = document.createElement('script');
            script.onload = () => done('loaded');
            script.onerror = () => done('failed');
            script.src = address;
            document.head.append(script);
          }),
        );
      }
    }
    return answers;
  }),
  probe('messages to the extension', () => {
    const { chrome } = window as unknown as { chrome?: { runtime?: object } };
    return [typeof chrome, typeof chrome?.runtime, Object.keys(chrome ?? {}).sort()];
  }),
  probe('performance entries', () =>
    ['resource', 'mark', 'measure', 'taskattribution'].map((type) =>
      performance
        .getEntriesByType(type)
        .map(({ name }) => name)
        .sort(),
    ),
  ),
  probe('style sheets, scripts and fonts', () => [
    document.styleSheets.length,
    document.adoptedStyleSheets.length,
    [...document.scripts].map(({ src }) => src),
    [...document.fonts].length,
  ]),
  probe('frames, workers and storage', async () => [
    frames.length,
    navigator.serviceWorker?.controller ?? null,
    Object.keys(localStorage),
    Object.keys(sessionStorage),
    (await indexedDB.databases()).map(({ name }) => name),
    await caches.keys(),
    document.cookie,
    history.length,
    window.name,
  ]),
  probe('policy of the document', () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    const trusted = (window as unknown as { trustedTypes: { defaultPolicy: unknown } }).trustedTypes;
    return [violations, trusted.defaultPolicy, document.querySelectorAll('meta[http-equiv]').length];
  }),
];

/** What tells that something wraps natives, and cannot be hidden; the threat model names each. None of it tells what does. */
export const SIGNS: readonly Probe[] = [
  probe('error stacks from inside a call', () => {
    let stack = '';
    const init = {
      get method() {
        stack = new Error('look').stack ?? '';
        return 'GET';
      },
    };
    void fetch('/blank', init).catch(() => undefined);
    return stack;
  }),
  probe('error stacks of mistakes', async () => {
    const stacks: unknown[] = [];
    for (const call of [() => fetch('https://['), () => new XMLHttpRequest().send(), () => new WebSocket('https://[')]) {
      try {
        await call();
      } catch (error) {
        stacks.push((error as Error).stack);
      }
    }
    return stacks;
  }),
  probe('prototype cycles', () => {
    const before = Object.getPrototypeOf(fetch);
    try {
      Object.setPrototypeOf(fetch, Object.create(fetch));
      return 'none';
    } catch (error) {
      return String(error);
    } finally {
      Object.setPrototypeOf(fetch, before);
    }
  }),
  probe('natives of a fresh realm beside our own', () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const other = frame.contentWindow as Window & typeof globalThis;
    const read = [window, other].map((realm) =>
      [realm.fetch, realm.XMLHttpRequest.prototype.send, realm.WebSocket, realm.Function.prototype.toString].map((one) => [
        `${one}`,
        one.name,
        one.length,
        Function.prototype.toString.call(one),
        Object.getPrototypeOf(one) === realm.Function.prototype,
      ]),
    );
    frame.remove();
    return read;
  }),
];
