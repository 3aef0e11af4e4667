import { element } from '../page/element.ts';

/** Address, body and element ids come with the page's own address, so that a test can play a site that has changed. */
const setup = new URLSearchParams(location.search);
const field = element<HTMLTextAreaElement>('textarea');
const send = element<HTMLButtonElement>('button');
const said = element('output');

field.id = setup.get('field') ?? 'prompt';
send.id = setup.get('send') ?? 'send';

async function post(to: string, template: string): Promise<string> {
  const inside = JSON.stringify(field.value).slice(1, -1);
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...JSON.parse(setup.get('headers') ?? '{}') },
      body: template.replaceAll('TEXT', () => inside),
    });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return String(error);
  }
}

async function submit(): Promise<void> {
  const sent = post(setup.get('to') ?? '/ask', setup.get('body') ?? '{"text":"TEXT"}');
  field.value = '';
  said.textContent = await sent;
}

let saves = 0;
field.addEventListener('input', async () => {
  const to = setup.get('draft');
  if (to === null) return;
  const answer = await post(to, '{"draft":"TEXT"}');
  saves += 1;
  document.documentElement.dataset.saves = String(saves);
  document.documentElement.dataset.saved = answer;
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  void submit();
});
send.addEventListener('click', () => void submit());
document.documentElement.dataset.ready = 'true';
