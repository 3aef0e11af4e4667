import { describe, expect, it } from 'vitest';
import { createPostureSource } from '../../../lib/check/posture-source.ts';
import { namesTable } from '../detectors/names/shipped.ts';

function source() {
  const store = new Map<string, unknown>();
  return createPostureSource({
    local: {
      get: async (key) => store.get(key),
      set: async (key, value) => void store.set(key, value),
      remove: async (key) => void store.delete(key),
    },
    managed: async () => ({
      policy: JSON.stringify({
        schema: 1,
        name: 'test',
        revision: 1,
        rules: [{ id: 'people', detect: [{ entity: 'PERSON' }], action: 'warn' }],
      }),
    }),
    names: namesTable,
    locale: 'en',
    version: '1.0',
    onChange: () => undefined,
  });
}

describe('posture', () => {
  it('finds the same in a text that is typed as in one that is sent', async () => {
    const posture = await source().posture();
    const long = 'The quick brown fox jumps over the lazy dog. '.repeat(400);
    const [before, after] = [long.slice(0, 9000), long.slice(9000)];
    const mail = 'write to jane.doe@globex.org today';
    for (let length = 0; length <= mail.length; length++) {
      const text = before + mail.slice(0, length) + after;
      expect(posture.scanTyped(text)).toEqual(posture.scan(text));
    }
    expect(posture.scan(before + mail + after).map(({ entity }) => entity)).toContain('EMAIL');
  });

  it('asks anew about names when what finds them has been loaded', async () => {
    const policies = source();
    await policies.refresh();
    const posture = await policies.posture();
    const text = `${'Nothing to see here, and nothing there. '.repeat(100)} Margaret Holloway asked us from mh@globex.org`;
    posture.scanTyped(text);
    expect(posture.incomplete()).toBe(true);
    await posture.complete();
    expect(posture.scanTyped(text)).toEqual(posture.scan(text));
    expect(posture.incomplete()).toBe(false);
    expect(posture.scanTyped(text).map(({ entity }) => entity)).toContain('PERSON');
  });
});
