import type { Page } from '@playwright/test';
import { openBag, type Trick } from './clickjacking/trick.ts';
import { FORGED, TRICKS } from './clickjacking/tricks.ts';
import { type Box, BUTTONS, dialog, placeOf, readDialog } from './harness/dialog.ts';
import { expect, type Guarded, test } from './harness/test.ts';
import { sample } from './harness/values.ts';

const LAB = 'https://openrouter.ai/lab';
/** Longer than a button must have been seen before a press counts, ms. */
const SEEN = 750;
/** Least distance from the dialog's edge at which nothing of the page shines through, px. */
const CORNER = 12;

function middle({ x, y, width, height }: Box): readonly [number, number] {
  return [x + width / 2, y + height / 2];
}

/** Has a text held, so that the dialog asks; gives the place of the button that sends. */
async function ask(guarded: Guarded, text: string): Promise<{ readonly page: Page; readonly button: Box; readonly frame: Box }> {
  const page = await guarded.chat(LAB);
  await page.evaluate((one) => void window.lab.send('fetch string', one), text);
  await dialog(page);
  const place = await placeOf(page, BUTTONS.send);
  if (!place) throw new Error('the dialog offers no way to send');
  return { page, button: place.button, frame: place.dialog };
}

/** The dialog without its rounded corners, between which the page is seen. */
function inner({ x, y, width, height }: Box): Box {
  return { x: x + CORNER, y: y + CORNER, width: width - 2 * CORNER, height: height - 2 * CORNER };
}

/** A picture of what stands still: the dialog has come up, and no button changes its colour under the pointer any more. */
async function stillPicture(page: Page, clip: Box): Promise<Buffer> {
  let picture = await page.screenshot({ clip });
  for (let tries = 0; tries < 20; tries += 1) {
    await page.waitForTimeout(150);
    const next = await page.screenshot({ clip });
    if (next.equals(picture)) break;
    picture = next;
  }
  return picture;
}

async function pressAt(page: Page, button: Box): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await page.mouse.click(...middle(button));
    await page.waitForTimeout(120);
  }
}

async function play(page: Page, trick: Trick, button: Box): Promise<void> {
  await page.evaluate(openBag, button);
  await page.evaluate(`void (${String(trick.run)})(window.bag)`).catch(() => undefined);
}

test('a press on the plain dialog sends', async ({ guarded, server, seed }) => {
  const { text, value } = sample('warn', seed);
  const { page, button } = await ask(guarded, text);
  const since = server.recorder.mark();
  await page.waitForTimeout(SEEN);
  await page.mouse.click(...middle(button));
  expect(await server.recorder.arrival(value, since, 4_000)).not.toBeNull();
  await page.close();
});

for (const trick of TRICKS) {
  test(`override by ${trick.title}: ${trick.ends === 'visible' ? 'changes nothing that is seen' : 'nothing leaves'}`, async ({
    guarded,
    server,
    seed,
  }) => {
    const { text, value } = sample('warn', seed);
    const { page, button, frame } = await ask(guarded, text);
    const since = server.recorder.mark();
    await page.mouse.move(...middle(button));
    const before = await stillPicture(page, inner(frame));
    await play(page, trick, button);
    await page.waitForTimeout(SEEN);
    const after = await page.screenshot({ clip: inner(frame) });
    // The trick may have moved the button: it is pressed where it stands now.
    await pressAt(page, (await placeOf(page, BUTTONS.send))?.button ?? button);
    await page.waitForTimeout(300);
    const left = server.recorder.received(value, since).length > 0;
    if (trick.ends === 'visible') {
      expect(after.equals(before), 'the dialog looks as before').toBe(true);
      expect(left, 'a plain press counts').toBe(true);
    } else {
      expect(left, 'something left').toBe(false);
      if (!trick.lasting) {
        // The press was refused because of the trick: without it, the same press counts.
        await page.evaluate(() => window.bag.stop());
        await expect
          .poll(
            async () => {
              await page.mouse.click(...middle(button));
              return server.recorder.received(value, since).length;
            },
            { message: 'once the trick is over', intervals: [200] },
          )
          .toBeGreaterThan(0);
      }
    }
    await page.close();
  });
}

test('presses that were meant for something else do not count for a dialog that has just come up', async ({ guarded, server, seed }) => {
  const known = await ask(guarded, sample('warn', seed).text);
  await known.page.close();
  const { text, value } = sample('warn', seed + 700_000);
  const since = server.recorder.mark();
  const page = await guarded.chat(LAB);
  await page.evaluate((one) => addEventListener('mousedown', () => void window.lab.send('fetch string', one), { once: true }), text);
  // A game that has people click quickly in one place: the dialog comes up under the pointer.
  for (let tries = 0; tries < 200 && !(await readDialog(page)); tries += 1) await page.mouse.click(...middle(known.button));
  for (let tries = 0; tries < 6; tries += 1) await page.mouse.click(...middle(known.button));
  expect((await dialog(page))?.buttons).toContain(BUTTONS.send);
  // And one that has them press keys.
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(400);
  expect(server.recorder.received(value, since)).toEqual([]);
  await page.close();
});

test('a key that is held down while the dialog comes up sends nothing', async ({ guarded, server, seed }) => {
  for (const [index, key] of ['Enter', 'Space'].entries()) {
    const { text, value } = sample('warn', seed * 10 + index);
    const since = server.recorder.mark();
    const page = await guarded.chat(LAB);
    await page.locator('textarea').focus();
    await page.evaluate((one) => addEventListener('keydown', () => void window.lab.send('fetch string', one), { once: true }), text);
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.down(key);
      await page.waitForTimeout(20);
    }
    await page.keyboard.up(key);
    expect(server.recorder.received(value, since), key).toEqual([]);
    await page.close();
  }
});

/** How a page that nobody governs shows a chat in a frame; an outline is painted over what the frame shows and is not noticed inside. */
const FRAMINGS: Readonly<Record<string, string>> = {
  transparent: 'opacity: 0.01',
  'under an outline': 'outline: 4000px solid white; outline-offset: -2000px',
};

for (const [name, css] of Object.entries(FRAMINGS)) {
  test(`a chat in a frame of another page, ${name}: a press sends nothing`, async ({ guarded, server, seed }) => {
    const known = await ask(guarded, sample('warn', seed).text);
    await known.page.close();
    const { text, value } = sample('warn', seed + 800_000);
    const page = await guarded.context.newPage();
    await page.goto('https://storage.elsewhere.example/blank');
    await page.evaluate(
      ([address, style]) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        frame.style.cssText = `position: fixed; inset: 0; width: 100vw; height: 100vh; border: 0; ${style}`;
        document.body.append(frame);
      },
      [LAB, css] as const,
    );
    const inside = await (await page.waitForSelector('iframe')).contentFrame();
    await inside?.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    const since = server.recorder.mark();
    await inside?.evaluate((one) => void window.lab.send('fetch string', one), text);
    await page.waitForTimeout(1_200 + SEEN);
    await pressAt(page, known.button);
    await page.waitForTimeout(500);
    expect(server.recorder.received(value, since)).toEqual([]);
    await page.close();
  });
}

test('overrides by page code: none of its forgeries sends anything', async ({ guarded, server, seed }) => {
  for (const [index, trick] of FORGED.entries()) {
    const { text, value } = sample('warn', seed * 100 + index);
    const { page, button } = await ask(guarded, text);
    const since = server.recorder.mark();
    await page.waitForTimeout(SEEN);
    await play(page, trick, button);
    await page.waitForTimeout(400);
    expect(server.recorder.received(value, since), trick.title).toEqual([]);
    await page.close();
  }
});
