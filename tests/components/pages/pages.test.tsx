// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivitySection } from '../../../components/pages/activity-section.tsx';
import { PolicySection } from '../../../components/pages/policy-section.tsx';
import { Popup } from '../../../components/pages/popup.tsx';
import { SitesSection } from '../../../components/pages/sites-section.tsx';
import { Welcome } from '../../../components/pages/welcome.tsx';
import type { AuditEvent } from '../../../lib/audit/event.ts';
import type { OutboxState, PageState, PolicyState } from '../../../lib/messages/protocol.ts';
import { en } from '../../../lib/words/en.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

const show = (node: ReactNode) => act(async () => root.render(node));
const button = (name: string) => [...place.querySelectorAll('button')].find((element) => element.textContent === name);
const click = (element: Element | undefined) => act(async () => element?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
const nothing = () => undefined;

const page: PageState = { siteId: 'claude', siteName: 'Claude', host: 'claude.ai', gate: true, guide: true, network: false };
const outbox: OutboxState = { waiting: 0, dead: 0, lastSuccess: 0, lastError: '' };
const policy: PolicyState = {
  stamp: { name: 'balanced', revision: 3 },
  source: 'managed',
  managed: true,
  text: '{}',
  problems: [],
  endpointHost: 'audit.example',
  userId: '',
  reportsUsage: false,
  consent: 'none',
  consentGiven: false,
};

function event(changes: Partial<AuditEvent>): AuditEvent {
  const fixed = { id: String(Math.random()), at: 0, kind: 'verdict', device: '', user: '', extension: '', browser: '' } as const;
  return { ...fixed, policy: policy.stamp, ...changes };
}

describe('the popup', () => {
  it.each([
    [page, en.popup.guarded('Claude')],
    [{ ...page, guide: false }, en.popup.partly('Claude')],
    [{ ...page, gate: false }, en.popup.broken],
    [null, en.popup.elsewhere],
  ])('says how well the page is guarded: %j', async (state, title) => {
    await show(
      <Popup
        state={{ kind: 'ready', value: { page: state, check: null, policy, outbox, today: [] } }}
        onOptions={nothing}
        onRetry={nothing}
        words={en}
      />,
    );
    expect(place.querySelector('.notice h2')?.textContent).toBe(title);
  });

  it.each([
    [{ state: 'verified', cause: '', at: 1 }, en.siteStates.verified.about],
    [{ state: 'degraded', cause: 'unknown-shape', at: 1 }, en.siteCauses['unknown-shape']],
    [{ state: 'silent', cause: 'no-prompt', at: 0 }, en.popup.siteNever(en.siteStates.silent.name)],
  ] as const)('says what was seen of the site: %j', async (seen, said) => {
    const check = { siteId: 'claude', siteName: 'Claude', ...seen };
    const value = { page, check, policy, outbox, today: [] };
    await show(<Popup state={{ kind: 'ready', value }} onOptions={nothing} onRetry={nothing} words={en} />);
    expect(place.textContent).toContain(said);
  });

  it('never looks well when the background is silent', async () => {
    const retry = vi.fn();
    await show(<Popup state={{ kind: 'unreachable' }} onOptions={nothing} onRetry={retry} words={en} />);
    expect(place.querySelector('[role=alert]')?.textContent).toContain(en.unreachable.title);
    await click(button(en.unreachable.retry));
    expect(retry).toHaveBeenCalled();
  });

  it('tells what ails it', async () => {
    const ill = { waiting: 4, dead: 2, lastSuccess: 0, lastError: 'answered 401' };
    const value = { page, check: null, policy: { ...policy, problems: [{ path: 'a', message: 'm', cure: 'c' }] }, outbox: ill, today: [] };
    await show(<Popup state={{ kind: 'ready', value }} onOptions={nothing} onRetry={nothing} words={en} />);
    for (const said of [en.popup.waiting(4), en.popup.dead(2), 'answered 401', en.popup.problems(1)])
      expect(place.textContent).toContain(said);
  });
});

describe('the sites', () => {
  it('are listed with their state, and what the browser has not allowed can be allowed', async () => {
    const allow = vi.fn();
    const checks = [{ siteId: 'claude', siteName: 'Claude', state: 'degraded', cause: 'no-composer', at: 0 }] as const;
    await show(<SitesSection sites={{ checks, wanted: ['chat.acme.example'] }} onAllow={allow} words={en} />);
    expect(place.querySelector('tbody')?.textContent).toContain(en.siteCauses['no-composer']);
    expect(place.textContent).toContain('chat.acme.example');
    await click(button(en.options.sites.allow));
    expect(allow).toHaveBeenCalledWith(['chat.acme.example']);
    await show(<SitesSection sites={{ checks: [], wanted: [] }} onAllow={allow} words={en} />);
    expect(place.textContent).toContain(en.options.sites.empty);
    expect(button(en.options.sites.allow)).toBeUndefined();
  });
});

describe('the policy', () => {
  const ready = [
    { id: 'strict', name: 'strict', text: '{"name":"strict"}' },
    { id: 'hipaa', name: 'hipaa', text: '{"name":"hipaa"}', law: true },
  ] as const;
  const section = (changes: Partial<PolicyState>, set = vi.fn(), problems: PolicyState['problems'] = []) => (
    <PolicySection
      policy={{ ...policy, ...changes }}
      ready={ready}
      feedback={problems.length > 0 ? { kind: 'not-applied', problems, undo: false } : null}
      onSet={set}
      onUndo={nothing}
      words={en}
    />
  );

  it('can only be read where an administrator manages it', async () => {
    await show(section({}));
    expect(place.querySelectorAll('button')).toHaveLength(0);
    expect([...place.querySelectorAll('textarea')].every((area) => area.readOnly)).toBe(true);
  });

  it('can be chosen elsewhere, and be given back', async () => {
    const set = vi.fn();
    await show(section({ managed: false, source: 'own' }, set));
    await click(button(en.options.use));
    expect(set).toHaveBeenLastCalledWith('{"name":"strict"}');
    await click(button(en.options.builtIn));
    expect(set).toHaveBeenLastCalledWith(null);
  });

  it('offers those made for a law apart from the general ones', async () => {
    const set = vi.fn();
    await show(section({ managed: false }, set));
    const lists = [...place.querySelectorAll('.cards')].map((list) => [list.previousElementSibling?.textContent, list.textContent]);
    expect(lists.map(([heading]) => heading)).toEqual([en.options.choose, en.options.chooseForLaw]);
    expect(lists.map(([, cards]) => cards?.includes('HIPAA'))).toEqual([false, true]);
    await click(place.querySelector<HTMLButtonElement>(`[aria-label="${en.options.use}: HIPAA"]`) ?? undefined);
    expect(set).toHaveBeenLastCalledWith('{"name":"hipaa"}');
  });

  it('shows each problem with its place and cure', async () => {
    const problems = [
      { path: 'rules[1].action', message: 'No such action.', cure: 'Use "block".' },
      { path: '', message: 'Not JSON.', cure: 'Mend line 3.' },
    ];
    await show(section({ managed: false, source: 'built-in' }, vi.fn(), problems));
    for (const said of ['rules[1].action', 'No such action.', 'Use "block".', en.options.wholePolicy])
      expect(place.textContent).toContain(said);
  });
});

describe('the activity', () => {
  const events = [
    event({ action: 'block', host: 'claude.ai', outcome: 'refused', findings: [{ entity: 'IBAN', count: 2, confidence: 1 }] }),
    event({ action: 'warn', host: 'chatgpt.com', kind: 'choice', choice: 'send' }),
  ];
  const rows = () => [...place.querySelectorAll('tbody tr')].map((row) => row.textContent);
  const choose = (index: number, value: string) =>
    act(async () => {
      const select = place.querySelectorAll('select')[index] as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('says each record in words', async () => {
    await show(<ActivitySection events={events} words={en} />);
    expect(rows()[0]).toContain('Bank account (IBAN) × 2');
    expect(rows()[1]).toContain(en.choices.send);
  });

  it('filters, and offers the way back when nothing is left', async () => {
    await show(<ActivitySection events={events} words={en} />);
    await choose(0, 'block');
    expect(rows()).toHaveLength(1);
    await choose(1, 'chatgpt.com');
    expect(rows()).toHaveLength(0);
    await click(button(en.options.reset));
    expect(rows()).toHaveLength(2);
  });

  it('says so when there is none', async () => {
    await show(<ActivitySection events={[]} words={en} />);
    expect(place.textContent).toContain(en.options.activityEmpty);
  });
});

describe('the welcome page', () => {
  const welcome = (changes: Partial<PolicyState>, consent = vi.fn(), answered: 'agreed' | 'declined' | null = null) => (
    <Welcome
      state={{ kind: 'ready', value: { ...policy, ...changes } }}
      answered={answered}
      onConsent={consent}
      onOptions={nothing}
      onRetry={nothing}
      words={en}
    />
  );

  it('asks for nothing that the policy does not ask for', async () => {
    await show(welcome({ consent: 'none' }));
    expect(button(en.welcome.agree)).toBeUndefined();
    expect(button(en.welcome.understood)).toBeUndefined();
  });

  it('lets a person agree or not where agreement is required', async () => {
    const consent = vi.fn();
    await show(welcome({ consent: 'required' }, consent));
    await click(button(en.welcome.decline));
    await click(button(en.welcome.agree));
    expect(consent.mock.calls).toEqual([[false], [true]]);
  });

  it('does not ask twice', async () => {
    await show(welcome({ consent: 'required', consentGiven: true }));
    expect(button(en.welcome.agree)).toBeUndefined();
    expect(place.textContent).toContain(en.welcome.agreed);
  });

  it('names where records go, and says when they go nowhere', async () => {
    await show(welcome({}));
    expect(place.textContent).toContain('audit.example');
    await show(welcome({ endpointHost: '' }));
    expect(place.textContent).toContain(en.options.reportingOff);
  });
});
