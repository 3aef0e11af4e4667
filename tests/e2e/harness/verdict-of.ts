import type { Page } from '@playwright/test';
import type { Action } from '../../../lib/policy/action.ts';
import { readings } from '../../sites/decode.ts';
import type { Arrival, Recorder } from '../../sites/recorder.ts';
import type { Outcome } from '../matrix.ts';
import { BUTTONS, dialog, dismiss, giveReason, press, readDialog, saysNotSent } from './dialog.ts';
import type { Sample } from './values.ts';

/** How long a text that is to leave may take, ms. */
const PATIENCE = 15_000;
/** The same where the answer must come at once. */
const BRIEF = 2_000;
/** How long we look for something that must not come, ms. */
const QUIET = 350;

export interface Watch {
  readonly page: Page;
  readonly recorder: Recorder;
  readonly sample: Sample;
  readonly action: Action;
  /** Place in the record where the cell began. */
  readonly since: number;
  /** Which arrivals count as the prompt; drafts and telemetry do not. */
  readonly prompt: RegExp;
  /** What a channel that cannot ask anybody may do instead of asking. */
  readonly mayHold?: boolean;
}

export interface Decided {
  readonly outcome: Outcome;
  readonly detail: string;
}

const ok: Decided = { outcome: 'ok', detail: '' };

function isPrompt(watch: Watch, arrival: Arrival): boolean {
  return watch.prompt.test(arrival.url.href);
}

/** Waits until something that carries `text` arrives as a prompt. */
async function promptWith(watch: Watch, text: string, timeout = PATIENCE): Promise<Arrival | null> {
  const end = Date.now() + timeout;
  let since = watch.since;
  for (;;) {
    const first = await watch.recorder.arrival(text, since, Math.max(0, end - Date.now()));
    if (!first) return null;
    if (isPrompt(watch, first)) return first;
    since = watch.recorder.arrivals.indexOf(first) + 1;
  }
}

function leaked(watch: Watch, when: string): Decided | null {
  const [first] = watch.recorder.received(watch.sample.value, watch.since);
  return first ? { outcome: 'leak', detail: `${when} by ${first.kind} ${first.method} ${first.url.pathname}` } : null;
}

/** The words before and after the value, with what stands between them in `arrival`; null when they are not there. */
function inPlaceOf(watch: Watch, arrival: Arrival): string | null {
  const [before = '', after = ''] = watch.sample.text.split(watch.sample.value);
  for (const text of readings(arrival.body)) {
    const start = text.indexOf(before);
    const end = text.indexOf(after, start + before.length);
    if (start >= 0 && end >= 0) return text.slice(start + before.length, end);
  }
  return null;
}

async function silentlySent(watch: Watch): Promise<Decided> {
  const sent = await promptWith(watch, watch.sample.text, watch.mayHold ? BRIEF : PATIENCE);
  if (sent) return ok;
  const asked = await readDialog(watch.page);
  if (asked) return { outcome: 'held', detail: `asked: ${asked.title}` };
  return watch.mayHold
    ? { outcome: 'held', detail: 'this channel cannot wait for a verdict' }
    : { outcome: 'lost', detail: 'nothing arrived' };
}

async function askedThenSent(watch: Watch): Promise<Decided> {
  const asked = await dialog(watch.page, watch.mayHold ? BRIEF : PATIENCE);
  await watch.page.waitForTimeout(QUIET);
  const early = leaked(watch, 'before the choice');
  if (early) return early;
  if (!asked) {
    return watch.mayHold
      ? { outcome: 'held', detail: 'this channel cannot wait for a person' }
      : { outcome: 'lost', detail: 'neither asked nor sent' };
  }
  if (watch.action === 'justify') await giveReason(watch.page, 'Agreed with the customer');
  await press(watch.page, watch.action === 'justify' ? BUTTONS.reason : BUTTONS.send);
  const sent = await promptWith(watch, watch.sample.text, watch.mayHold ? BRIEF : PATIENCE);
  if (sent) {
    const again = watch.recorder.received(watch.sample.text, watch.since).filter((arrival) => isPrompt(watch, arrival));
    return again.length === 1 ? ok : { outcome: 'ok', detail: `sent ${again.length} times` };
  }
  const more = await readDialog(watch.page);
  if (more) return { outcome: 'held', detail: `asked twice: ${more.title}` };
  return { outcome: 'lost', detail: 'not sent after the choice' };
}

async function redacted(watch: Watch): Promise<Decided> {
  const end = Date.now() + (watch.mayHold ? BRIEF : PATIENCE);
  let sent: Arrival | null = null;
  let asked = false;
  while (!sent && Date.now() < end) {
    sent = await promptWith(watch, watch.sample.around, 150);
    const seen = sent ? null : await readDialog(watch.page);
    if (!seen) continue;
    const early = leaked(watch, 'before the choice');
    if (early) return early;
    asked = true;
    if (!seen.buttons.includes(BUTTONS.redacted)) {
      await dismiss(watch.page);
      break;
    }
    await press(watch.page, BUTTONS.redacted);
  }
  await watch.page.waitForTimeout(QUIET);
  const late = leaked(watch, 'unredacted');
  if (late) return late;
  if (sent) {
    const instead = inPlaceOf(watch, sent);
    if (instead === null) return { outcome: 'lost', detail: 'the rest of the text was changed' };
    return instead.trim() === '' ? { outcome: 'lost', detail: 'no placeholder' } : ok;
  }
  if (asked) return { outcome: 'held', detail: 'cannot be rewritten; the person is told' };
  return watch.mayHold
    ? { outcome: 'held', detail: 'this channel cannot wait for a verdict' }
    : { outcome: 'lost', detail: 'nothing arrived' };
}

async function blocked(watch: Watch): Promise<Decided> {
  const asked = await dialog(watch.page, 2_500);
  if (asked) await dismiss(watch.page);
  await watch.page.waitForTimeout(QUIET);
  const late = leaked(watch, asked ? 'although blocked' : 'unasked');
  if (late) return late;
  return asked ? ok : { outcome: 'ok', detail: 'without a dialog' };
}

/** Decides one cell by what the server receives from now on, and answers the dialog as the action asks. */
export async function decide(watch: Watch): Promise<Decided> {
  const decided = await decideByAction(watch);
  if (decided.outcome !== 'lost' || !(await saysNotSent(watch.page))) return decided;
  return { outcome: 'held', detail: `${decided.detail}; the person is told that nothing was sent` };
}

function decideByAction(watch: Watch): Promise<Decided> {
  switch (watch.action) {
    case 'allow':
    case 'monitor':
      return silentlySent(watch);
    case 'warn':
    case 'justify':
      return askedThenSent(watch);
    case 'redact':
      return redacted(watch);
    case 'block':
      return blocked(watch);
  }
}
