import { describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../../components/dialog/queue.ts';
import { present } from './present.ts';

const answer = (askId: string) => ({ askId, choice: { kind: 'edit' }, falseAlarms: [] }) as const;

describe('a queue of questions', () => {
  it('shows them in order and tells each asker its own answer', async () => {
    const queue = createQueue(() => undefined);
    const asked = ['a', 'b', 'c'].map((askId) => queue.ask(present({ askId })));
    expect(queue.waiting().map(({ askId }) => askId)).toEqual(['a', 'b', 'c']);
    queue.answer(answer('b'));
    queue.answer(answer('a'));
    expect(queue.waiting().map(({ askId }) => askId)).toEqual(['c']);
    expect(queue.answered()).toBe(1);
    queue.answer(answer('c'));
    expect((await Promise.all(asked)).map(({ askId }) => askId)).toEqual(['a', 'b', 'c']);
    expect(queue.answered()).toBe(0);
  });

  it('asks a question once, however often it comes', async () => {
    const queue = createQueue(() => undefined);
    const both = [queue.ask(present()), queue.ask(present())];
    expect(queue.waiting()).toHaveLength(1);
    queue.answer(answer('ask-1'));
    expect(await Promise.all(both)).toEqual([answer('ask-1'), answer('ask-1')]);
  });

  it('ignores answers to questions that do not wait', () => {
    const changed = vi.fn();
    const queue = createQueue(changed);
    queue.answer(answer('unknown'));
    expect(changed).not.toHaveBeenCalled();
  });
});
