import type { ReactNode } from 'react';
import { Options } from '../../components/pages/options.tsx';
import type { Feedback, ReadyPolicy } from '../../components/pages/policy-section.tsx';
import { Popup } from '../../components/pages/popup.tsx';
import { Welcome } from '../../components/pages/welcome.tsx';
import type { SiteCheckState, SitesState } from '../../lib/messages/protocol.ts';
import type { Words } from '../../lib/words/en.ts';
import { FramedDialog } from './framed-dialog.tsx';
import { events, outbox, page, policy, presentation, questions, sites } from './samples.ts';

/** One component in one state. */
export interface GalleryState {
  readonly name: string;
  readonly group: 'dialog' | 'popup' | 'options' | 'welcome';
  readonly show: (words: Words) => ReactNode;
}

const nothing = () => undefined;

const dialogs: readonly GalleryState[] = questions.map(({ name, question, queue = [1, 1] }) => ({
  name,
  group: 'dialog',
  show: (words) => <FramedDialog presentation={presentation(question, words.locale)} position={queue[0]} total={queue[1]} words={words} />,
}));

const [verified, , limited] = sites().checks as [SiteCheckState, SiteCheckState, SiteCheckState];

const popups: readonly GalleryState[] = (
  [
    ['guarded', { kind: 'ready', value: { page: page(), check: verified, policy: policy(), outbox: outbox(), today: events(3) } }],
    ['guarded, nothing today', { kind: 'ready', value: { page: page(), check: null, policy: policy(), outbox: outbox(), today: [] } }],
    [
      'composer not recognised',
      {
        kind: 'ready',
        value: { page: page({ guide: false }), check: limited, policy: policy(), outbox: outbox({ waiting: 2 }), today: [] },
      },
    ],
    [
      'reload needed, unwell',
      {
        kind: 'ready',
        value: {
          page: page({ gate: false }),
          check: null,
          policy: policy({ source: 'last-good', problems: [{ path: 'rules[2].action', message: '', cure: '' }] }),
          outbox: outbox({ waiting: 131, dead: 1, lastError: 'collector.example answered 401: the token is not accepted' }),
          today: events(1),
        },
      },
    ],
    [
      'elsewhere',
      {
        kind: 'ready',
        value: {
          page: null,
          check: null,
          policy: policy({ endpointHost: '', source: 'built-in', managed: false }),
          outbox: outbox(),
          today: [],
        },
      },
    ],
    ['loading', { kind: 'loading' }],
    ['unreachable', { kind: 'unreachable' }],
  ] as const
).map(([name, state]) => ({
  name,
  group: 'popup',
  show: (words) => <Popup state={state} onOptions={nothing} onRetry={nothing} words={words} />,
}));

const general = ['observe', 'balanced', 'strict'] as const;
const laws = ['gdpr', 'hipaa', 'pci-dss', 'ccpa', 'lgpd'] as const;
const ready: readonly ReadyPolicy[] = [
  ...general.map((id) => ({ id, name: id, text: '{}' })),
  ...laws.map((id) => ({ id, name: id, text: '{}', law: true as const })),
];
const problems = [
  { path: 'rules[2].detect[0].entity', message: 'There is no entity type "CREDITCARD".', cure: 'Did you mean "CREDIT_CARD"?' },
  { path: '', message: 'The text is not JSON: a comma is missing in line 14.', cure: 'Put a comma between the two rules.' },
];

const optionsPages: readonly GalleryState[] = (
  [
    ['managed', policy(), null, 9, sites({ wanted: ['chat.acme.example', '*.ai.acme.example'] })],
    ['own choice, applied', policy({ managed: false, source: 'own' }), { kind: 'applied', problems: [], undo: true }, 4, sites()],
    [
      'own policy refused',
      policy({ managed: false, source: 'built-in', endpointHost: '' }),
      { kind: 'not-applied', problems, undo: false },
      0,
      sites({ checks: [] }),
    ],
    ['last good with problems', policy({ source: 'last-good', problems }), null, 2, sites()],
  ] as const satisfies readonly (readonly [string, ReturnType<typeof policy>, Feedback | null, number, SitesState])[]
).map(([name, state, feedback, count, seen]) => ({
  name,
  group: 'options',
  show: (words) => (
    <Options
      state={{ kind: 'ready', value: { policy: state, outbox: outbox({ waiting: count }), sites: seen, activity: events(count) } }}
      ready={ready}
      feedback={feedback}
      version="0.1.0"
      onSet={nothing}
      onUndo={nothing}
      onRetry={nothing}
      onAllow={nothing}
      words={words}
    />
  ),
}));

const optionsUnreachable: GalleryState = {
  name: 'unreachable',
  group: 'options',
  show: (words) => (
    <Options
      state={{ kind: 'unreachable' }}
      ready={ready}
      feedback={null}
      version="0.1.0"
      onSet={nothing}
      onUndo={nothing}
      onRetry={nothing}
      onAllow={nothing}
      words={words}
    />
  ),
};

const welcomes: readonly GalleryState[] = (
  [
    ['no consent asked', { kind: 'ready', value: policy({ consent: 'none' }) }, null],
    ['notice', { kind: 'ready', value: policy({ consent: 'notice' }) }, null],
    ['consent required', { kind: 'ready', value: policy({ consent: 'required', userId: '' }) }, null],
    ['agreed', { kind: 'ready', value: policy({ consent: 'required', consentGiven: true }) }, 'agreed'],
    ['declined', { kind: 'ready', value: policy({ consent: 'required' }) }, 'declined'],
    ['unreachable', { kind: 'unreachable' }, null],
  ] as const
).map(([name, state, answered]) => ({
  name,
  group: 'welcome',
  show: (words) => <Welcome state={state} answered={answered} onConsent={nothing} onOptions={nothing} onRetry={nothing} words={words} />,
}));

/** Every component in every state. */
export const states: readonly GalleryState[] = [...dialogs, ...popups, ...optionsPages, optionsUnreachable, ...welcomes];
