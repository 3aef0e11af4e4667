// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import type { OverrideGuard } from '../../../components/dialog/override-guard.ts';
import type { Visibility } from '../../../components/really-visible.ts';
import type { Presentation, Resolution } from '../../../lib/messages/presentation.ts';
import { wordsFor } from '../../../lib/words/words.ts';
import { part, present } from './present.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;
let answers: Resolution[];
let copies: string[];

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  answers = [];
  copies = [];
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

/** A guard that believes tests, unless told what it sees. */
function guard(seen: Visibility = 'visible', trusted = true, alone = true): OverrideGuard {
  return { trusts: () => trusted, watch: () => ({ judge: () => seen, stop: () => undefined }), alone: () => alone };
}

async function show(presentation: Presentation, { queue = [1, 1] as readonly [number, number], watch = guard() } = {}) {
  const copy = async (text: string) => copies.push(text) > 0;
  await act(async () =>
    root.render(
      <Dialog
        presentation={presentation}
        words={wordsFor(presentation.locale)}
        position={queue[0]}
        total={queue[1]}
        guard={watch}
        onResolve={(answer) => answers.push(answer)}
        onCopy={copy}
      />,
    ),
  );
}

const dialog = () => place.querySelector('dialog') as HTMLDialogElement;
const button = (choice: string) => place.querySelector<HTMLButtonElement>(`[data-choice=${choice}]`);
const choices = () => [...place.querySelectorAll('[data-choice]')].map((element) => element.getAttribute('data-choice'));
const said = () => place.querySelector('[role=status]')?.textContent;
const click = (element: Element | null | undefined) => act(async () => element?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
const key = async (name: string, init: KeyboardEventInit = {}, target: Element | null = document.activeElement) => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
  await act(async () => target?.dispatchEvent(event));
  return event;
};
const write = (text: string) =>
  act(async () => {
    const area = place.querySelector('textarea') as HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('the choices', () => {
  it.each([
    [{}, ['edit']],
    [{ redacted: true }, ['edit', 'redacted']],
    [{ send: true }, ['edit', 'send']],
    [{ redacted: true, send: true }, ['edit', 'redacted', 'send']],
    [{ send: true, reason: true }, ['edit', 'reason']],
    [{ redacted: true, send: true, reason: true }, ['edit', 'redacted', 'reason']],
  ])('for %j are exactly %j', async (may, expected) => {
    await show(present({ may }));
    expect(choices()).toEqual(expected);
    expect(place.querySelector('textarea') !== null).toBe(expected.includes('reason'));
  });

  it('begin at the harmless one', async () => {
    await show(present({ may: { redacted: true, send: true } }));
    expect(document.activeElement).toBe(button('edit'));
  });

  it.each(['edit', 'redacted', 'send'] as const)('answer with %s', async (kind) => {
    await show(present({ may: { redacted: true, send: true } }));
    await click(button(kind));
    expect(answers).toEqual([{ askId: 'ask-1', choice: { kind }, falseAlarms: [] }]);
  });
});

describe('a reason', () => {
  const asked = present({ action: 'justify', may: { send: true, reason: true, minReason: 10 } });

  it('is counted, and taken without the spaces around it once it is long enough', async () => {
    await show(asked);
    expect(place.querySelector('.counter')?.textContent).toBe('10 more characters needed');
    await write('  too short  ');
    expect(place.querySelector('.counter')?.textContent).toBe('1 more character needed');
    await click(button('reason'));
    expect(answers).toEqual([]);
    expect(said()).toBe(wordsFor('en').dialog.refused.short);
    await write('  customer asked for it ');
    await click(button('reason'));
    expect(answers[0]?.choice).toEqual({ kind: 'reason', reason: 'customer asked for it' });
  });

  it('is needed even where the policy names no length', async () => {
    await show(present({ may: { send: true, reason: true, minReason: 0 } }));
    await write('    ');
    await click(button('reason'));
    expect(answers).toEqual([]);
  });

  it('may have lines: Enter neither sends nor closes', async () => {
    await show(asked);
    await write('a reason that is long enough');
    const event = await key('Enter', {}, place.querySelector('textarea'));
    expect(event.defaultPrevented).toBe(false);
    expect(answers).toEqual([]);
  });
});

describe('an override', () => {
  it.each([
    ['untrusted', guard('visible', false)],
    ['hidden', guard('hidden')],
    ['early', guard('early')],
  ] as const)('is refused with a sentence when it is %s', async (why, watch) => {
    await show(present({ may: { redacted: true, send: true, reason: false } }), { watch });
    for (const kind of ['redacted', 'send']) await click(button(kind));
    expect(answers).toEqual([]);
    expect(said()).toBe(wordsFor('en').dialog.refused[why]);
  });

  it('is refused inside a page that could cover it, but what leaves redacted is not', async () => {
    await show(present({ may: { redacted: true, send: true, reason: false } }), { watch: guard('visible', true, false) });
    await click(button('send'));
    expect(answers).toEqual([]);
    expect(said()).toBe(wordsFor('en').dialog.refused.framed);
    await click(button('redacted'));
    expect(answers.map(({ choice }) => choice.kind)).toEqual(['redacted']);
  });

  it('is refused with a reason too', async () => {
    await show(present({ may: { send: true, reason: true } }), { watch: guard('hidden') });
    await write('a reason that is long enough');
    await click(button('reason'));
    expect(answers).toEqual([]);
  });

  it('is not needed to go back', async () => {
    await show(present({ may: { send: true } }), { watch: guard('hidden', false) });
    await click(button('edit'));
    expect(answers[0]?.choice.kind).toBe('edit');
  });
});

describe('the keyboard', () => {
  it('closes with Escape as edit, not while an input method composes', async () => {
    await show(present());
    await key('Escape', { isComposing: true });
    expect(answers).toEqual([]);
    await key('Escape');
    expect(answers[0]?.choice).toEqual({ kind: 'edit' });
  });

  it('stays inside with Tab, both ways round', async () => {
    await show(present({ may: { redacted: true, send: true, falseAlarm: true } }));
    const stops = [...dialog().querySelectorAll<HTMLElement>('button, a[href], textarea')];
    stops.at(-1)?.focus();
    expect((await key('Tab')).defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(stops[0]);
    await key('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(stops.at(-1));
    expect((await key('Tab', { shiftKey: true })).defaultPrevented).toBe(false);
  });
});

describe('what is shown', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> \u202Egnp.exe\u200B [[<b>secret</b>|ORG:plans]]';

  it('is text, whatever the page wrote', async () => {
    await show(present({ parts: [part(hostile)], siteName: '<i>site</i>', may: { redacted: true } }));
    expect(place.querySelector('img, script, b, i')).toBeNull();
    expect(place.querySelector('.held-text')?.textContent).toContain('<img src=x onerror="alert(1)">');
    expect(place.querySelector('mark.found')?.textContent).toContain('<b>secret</b>');
  });

  it('makes hidden characters visible and keeps their effect out', async () => {
    await show(present({ parts: [part(hostile)] }));
    expect([...place.querySelectorAll('.hidden-character')].map((element) => element.textContent)).toEqual(['U+202E', 'U+200B']);
    expect(dialog().textContent).not.toMatch(/[\u202E\u200B]/);
  });

  it('links to guidance only over https', async () => {
    const rule = { id: 'r', title: '', action: 'block', message: '' } as const;
    const links = [
      'javascript:alert(1)',
      'http://plain.example/',
      'data:text/html,x',
      'https://user:pw@evil.example/',
      '',
      'https://good.example/a',
    ];
    await show(present({ rules: links.map((helpUrl, index) => ({ ...rule, id: `r${index}`, helpUrl })) }));
    expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['https://good.example/a']);
    expect(place.querySelector('a')?.getAttribute('rel')).toContain('noopener');
  });

  it('previews what would be sent, with the placeholders marked', async () => {
    await show(present({ may: { redacted: true } }));
    expect([...place.querySelectorAll('mark.replaced')].map((mark) => mark.firstChild?.textContent)).toEqual(['[CREDIT_CARD_1]']);
  });

  it('has no preview where nothing may be replaced', async () => {
    await show(present());
    expect(place.querySelector('mark.replaced')).toBeNull();
  });

  it('names the dialog and describes it', async () => {
    await show(present());
    const [title, lead] = ['aria-labelledby', 'aria-describedby'].map((name) => document.getElementById(dialog().getAttribute(name) ?? ''));
    expect(title?.textContent).toBe(wordsFor('en').dialog.title.block);
    expect(lead?.textContent).toContain('ChatGPT');
    expect(dialog().getAttribute('aria-modal')).toBe('true');
    expect(dialog().open).toBe(true);
  });

  it('tells the place in the queue only when there is one', async () => {
    await show(present(), { queue: [1, 3] });
    expect(place.querySelector('.queue')?.textContent).toContain('1 of 3');
    await show(present());
    expect(place.querySelector('.queue')).toBeNull();
  });

  it('speaks the language that was asked for', async () => {
    await show(present({ locale: 'de-CH' }));
    expect(dialog().lang).toBe('de');
    expect(button('edit')?.textContent).toBe('Nachricht bearbeiten');
  });

  it.each([true, false])('says truly whether it is reported: %s', async (reported) => {
    await show(present({ reported }));
    const { dialog: words } = wordsFor('en');
    expect(place.querySelector('.reporting')?.textContent).toBe(reported ? words.reported : words.notReported);
  });
});

describe.each(['deadline', 'stale', 'closed', 'unreadable'] as const)('the trouble %s', (trouble) => {
  it('is explained with its cause and cure, and blames no finding', async () => {
    await show(present({ trouble, parts: [], rules: [] }));
    const words = wordsFor('en').trouble[trouble];
    expect(place.querySelector('h1')?.textContent).toBe(words.title);
    expect(place.querySelector('.lead')?.textContent).toBe(words.cause + words.cure);
    expect(button('edit')?.textContent).toBe('Back to my message');
  });
});

describe('false alarms', () => {
  const parts = [part('[[a@b.example|EMAIL]] and [[c@d.example|EMAIL]] and [[4111|CREDIT_CARD]]')];

  it('are reported once for each kind that was marked, with no text', async () => {
    await show(present({ parts, may: { falseAlarm: true } }));
    const marks = [...place.querySelectorAll('[aria-pressed]')];
    expect(marks).toHaveLength(2);
    await click(marks[0]);
    await click(marks[1]);
    await click(marks[1]);
    await click(button('edit'));
    expect(answers[0]?.falseAlarms).toEqual([{ entity: 'EMAIL', rules: ['mind-email'] }]);
  });

  it('cannot be reported where the policy does not ask', async () => {
    await show(present({ parts }));
    expect(place.querySelector('[aria-pressed]')).toBeNull();
  });
});

describe('copying', () => {
  it('is offered when the page may have emptied its box, and gives the whole text', async () => {
    await show(present({ origin: 'wire', parts: [part('one [[x|EMAIL]]', 'a'), part('two [[y|EMAIL]]', 'b')] }));
    await click(place.querySelector('.copy button'));
    expect(copies).toEqual(['one x\n\ntwo y']);
    expect(said()).toBe('Copied');
  });
});
