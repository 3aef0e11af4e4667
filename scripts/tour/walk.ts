import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AuditEvent } from '../../lib/audit/event.ts';
import { BUTTONS, type DialogView, dialog, dismiss, giveReason, press } from '../../tests/e2e/harness/dialog.ts';
import { paste, type } from '../../tests/e2e/harness/gestures.ts';
import { ready } from '../../tests/e2e/harness/replicas.ts';
import { readings } from '../../tests/sites/decode.ts';
import type { PracticeServer } from '../../tests/sites/server.ts';
import type { Step } from './steps.ts';

/** What came of one step. */
export interface StepResult {
  readonly step: Step;
  /** Heading of the dialog; empty when nobody was asked. */
  readonly asked: string;
  readonly did: string;
  /** The prompt as the chat server got it; null when it got nothing. */
  readonly received: string | null;
  readonly leaked: boolean;
  /** What the audit store holds of it. */
  readonly stored: readonly AuditEvent[];
  readonly pictures: readonly string[];
}

export interface Tour {
  readonly server: PracticeServer;
  readonly folder: string;
  open(url: string): Promise<Page>;
  readonly helper: Page;
  /** Every event in the audit store, oldest first. */
  events(): Promise<readonly AuditEvent[]>;
}

/** The prompt that arrived since `mark`, in the page's own words; null when none did. */
function receivedText(server: PracticeServer, step: Step, mark: number): string | null {
  const [before = '', after = ''] = step.secret ? step.text.split(step.secret) : [step.text, ''];
  for (const arrival of server.recorder.arrivals.slice(mark)) {
    if (!step.site.prompt.test(arrival.url.href)) continue;
    for (const text of readings(arrival.body)) {
      const start = text.indexOf(before);
      const end = start < 0 ? -1 : text.indexOf(after, start + before.length);
      if (end >= 0) return text.slice(start, end + after.length);
    }
  }
  return null;
}

async function answer(page: Page, step: Step, asked: DialogView): Promise<string> {
  const button = BUTTONS[step.choice];
  if (!asked.buttons.includes(button)) {
    await dismiss(page);
    return 'closed it';
  }
  if (step.choice === 'reason') await giveReason(page, step.reason ?? '');
  await press(page, button);
  return `“${button}”`;
}

/** Does one step as a person would, with pictures. */
export async function walk(tour: Tour, step: Step, number: number): Promise<StepResult> {
  const pictures: string[] = [];
  const page = await tour.open(step.site.url);
  const picture = async (what: string) => {
    const name = `${number}-${step.name}-${what}.png`;
    await page.screenshot({ path: join(tour.folder, name) });
    pictures.push(name);
  };
  await ready(page);
  const mark = tour.server.recorder.mark();
  const before = (await tour.events()).length;
  const field = page.locator(step.site.field);
  if (step.way === 'type') await type(page, field, step.text);
  else await paste(page, tour.helper, field, step.text);
  await page.waitForTimeout(500);
  await picture('written');
  await page.keyboard.press('Enter');
  const asked = await dialog(page, 2_500);
  if (asked) {
    await page.waitForTimeout(300);
    await picture('asked');
  }
  const did = asked ? await answer(page, step, asked) : '–';
  await tour.server.recorder.arrival(step.tag, mark, 2_500);
  await page.waitForTimeout(500);
  await picture('after');
  let stored = await tour.events();
  for (let wait = 0; wait < 40 && stored.length === before; wait += 1) {
    await page.waitForTimeout(100);
    stored = await tour.events();
  }
  const leaked = step.secret !== null && tour.server.recorder.received(step.secret, mark).length > 0;
  await page.close();
  return {
    step,
    asked: asked?.title ?? '',
    did,
    received: receivedText(tour.server, step, mark),
    leaked,
    stored: stored.slice(before),
    pictures,
  };
}
