import { type GuardOptions, guardComposers, type Outcome } from '../../lib/capture/composer/guard.ts';
import { createMark } from '../../lib/capture/composer/mark.ts';

/** Everything after this word is a secret, up to the next blank. */
const SECRET = /secret-\w+/g;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const setting = (name: string) => document.documentElement.dataset[name];
const note = (name: string, value: string | number) => {
  document.documentElement.dataset[name] = String(value);
};

let asked = 0;
let ahead = 0;
const mark = createMark();
const options: GuardOptions = {
  data: { fields: ['.field', '.ql-editor', '.cm-content'], send: ['.send'], stop: ['.stop'], key: 'enter' },
  ahead: async (text) => {
    ahead += 1;
    note('ahead', ahead);
    await wait(Number(setting('delay') ?? 5));
    const entities = [...text.matchAll(SECRET)].map(() => 'SECRET');
    return setting('answer') === 'none' ? null : { clean: entities.length === 0, action: 'warn', entities };
  },
  send: async (text): Promise<Outcome> => {
    asked += 1;
    note('asked', asked);
    note('read', text);
    await wait(20);
    const kind = setting('outcome') ?? 'refuse';
    return kind === 'rewrite' ? { kind, text: text.replace(SECRET, '[SECRET_1]') } : { kind: kind === 'release' ? kind : 'refuse' };
  },
  onField: () => note('field', 'seen'),
  onWriting: (now) => note('writing', String(now)),
  onOpinion: (field, opinion) => {
    note('opinion', opinion.entities.length);
    const text = `${opinion.entities.length} to check`;
    mark.show(field, opinion.clean ? null : { text, tone: 'warn', locale: 'en', direction: 'ltr' });
  },
  onNotWritten: () => note('failed', 'yes'),
};
guardComposers(options);
