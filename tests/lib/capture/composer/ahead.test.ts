import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLEAN, createAhead, type Opinion } from '../../../../lib/capture/composer/ahead.ts';

const BAD: Opinion = { clean: false, action: 'block', entities: ['IBAN'] };

/** A judge whose answers the test gives by hand. */
function setUp() {
  const asked: { readonly text: string; readonly answer: (opinion: Opinion | null) => Promise<void> }[] = [];
  const heard: [string, Opinion][] = [];
  const ahead = createAhead(
    (text) =>
      new Promise((resolve) => {
        asked.push({
          text,
          answer: async (opinion) => {
            resolve(opinion);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    (text, opinion) => heard.push([text, opinion]),
  );
  const answer = (index: number, opinion: Opinion | null) => {
    const question = asked[index];
    if (!question) throw new Error(`question ${index} was not asked`);
    return question.answer(opinion);
  };
  return { ahead, answer, heard, texts: () => asked.map(({ text }) => text) };
}

describe('checking ahead', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks at the first key, has one check in flight, and then asks about the newest text only', async () => {
    const { ahead, answer, texts } = setUp();
    for (const text of ['a', 'ab', 'abc', 'abcd']) ahead.changed(text, false);
    expect(texts()).toEqual(['a']);
    await answer(0, CLEAN);
    expect(texts()).toEqual(['a', 'abcd']);
  });

  it('does not ask again when the newest text is the one in flight', async () => {
    const { ahead, answer, texts } = setUp();
    for (const text of ['a', 'ab', 'a']) ahead.changed(text, false);
    await answer(0, CLEAN);
    expect(texts()).toEqual(['a']);
  });

  it('keeps an opinion for exactly its text', async () => {
    const { ahead, answer } = setUp();
    ahead.changed('secret', false);
    expect(ahead.known('secret')).toBeUndefined();
    await answer(0, BAD);
    expect(ahead.known('secret')).toEqual(BAD);
    expect(ahead.known('secret!')).toBeUndefined();
  });

  it('takes an empty text for clean without asking', () => {
    const { ahead, heard, texts } = setUp();
    ahead.changed(' \n', false);
    expect(ahead.known('')).toEqual(CLEAN);
    expect(heard).toEqual([[' \n', CLEAN]]);
    expect(texts()).toEqual([]);
  });

  it('waits for a pause in a long text, but not after a paste', async () => {
    const { ahead, texts } = setUp();
    const long = 'x'.repeat(20_001);
    ahead.changed(long, false);
    await vi.advanceTimersByTimeAsync(100);
    ahead.changed(`${long}y`, false);
    await vi.advanceTimersByTimeAsync(100);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(texts()).toEqual([`${long}y`]);
    const other = setUp();
    other.ahead.changed(long, true);
    expect(other.texts()).toEqual([long]);
  });

  it('answers about a text with the check in flight, or a new one at once', async () => {
    const { ahead, answer, texts } = setUp();
    ahead.changed('a', false);
    const same = ahead.about('a');
    const newer = ahead.about('ab');
    expect(texts()).toEqual(['a', 'ab']);
    await answer(1, BAD);
    await answer(0, CLEAN);
    expect(await same).toEqual(CLEAN);
    expect(await newer).toEqual(BAD);
  });

  it('knows nothing when nobody answers, and goes on asking', async () => {
    const { ahead, answer, heard, texts } = setUp();
    ahead.changed('a', false);
    ahead.changed('ab', false);
    await answer(0, null);
    expect(ahead.known('a')).toBeUndefined();
    expect(heard).toEqual([]);
    expect(texts()).toEqual(['a', 'ab']);
  });

  it('lets exactly the cleared text go', () => {
    const { ahead } = setUp();
    ahead.clear('secret');
    expect(ahead.known('secret')?.clean).toBe(true);
    expect(ahead.known('secret ')).toBeUndefined();
  });
});
