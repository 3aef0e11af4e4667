import { describe, expect, it } from 'vitest';
import type { TextPart } from '../../../lib/capture/draft.ts';
import { createShards } from '../../../lib/check/shards.ts';
import type { Finding } from '../../../lib/scan/finding.ts';

/** Finds the word in place of a detector. */
const WORD = 'bluebird-and-larkspur';

function scan(text: string): Finding[] {
  return [...text.matchAll(/bluebird-and-larkspur/g)].map(({ index }) => ({
    entity: 'WORD',
    span: { start: index, end: index + WORD.length },
    confidence: 1,
    detector: 'word',
  }));
}

const part = (text: string, path = '/messages/0/content'): TextPart => ({ path, text, role: 'prompt' });

describe('values cut in pieces', () => {
  it.each(Array.from({ length: WORD.length - 1 }, (_, at) => at + 1))('are found when they are cut after character %i', (at) => {
    const shards = createShards();
    shards.sent('1 host', [part(`first ${WORD.slice(0, at)}`)]);
    const [found] = shards.crossing('1 host', [part(`${WORD.slice(at)} and more`)], scan);
    expect(found).toMatchObject([{ entity: 'WORD', span: { start: 0, end: WORD.length - at } }]);
  });

  it('are found in three pieces, and in a history that is posted again', () => {
    const shards = createShards();
    const pieces = ['tell me: blue', 'bird-and', '-larkspur'];
    const history: TextPart[] = [];
    let found: readonly Finding[] = [];
    for (const [index, text] of pieces.entries()) {
      history.push(part(text, `/messages/${index * 2}/content`));
      found = shards.crossing('1 host', history, scan).flat();
      shards.sent('1 host', history);
    }
    expect(found).toHaveLength(1);
  });

  it('do not join what other tabs, hosts and places have sent', () => {
    const shards = createShards();
    shards.sent('1 host', [part('bluebird-')]);
    for (const [where, path] of [
      ['2 host', '/messages/0/content'],
      ['1 other', '/messages/0/content'],
      ['1 host', '/title'],
    ] as const) {
      expect(shards.crossing(where, [part('and-larkspur', path)], scan)).toEqual([[]]);
    }
  });

  it('are no value that stands whole on one side', () => {
    const shards = createShards();
    shards.sent('1 host', [part(`whole ${WORD}`)]);
    expect(shards.crossing('1 host', [part(`again ${WORD}`)], scan)).toEqual([[]]);
  });

  it('are forgotten with their tab', () => {
    const shards = createShards();
    shards.sent('1 host', [part('bluebird-')]);
    shards.forget('1 ');
    expect(shards.crossing('1 host', [part('and-larkspur')], scan)).toEqual([[]]);
  });
});
