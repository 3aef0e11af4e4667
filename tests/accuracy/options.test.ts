import { describe, expect, it } from 'vitest';
import { readOptions } from '../../scripts/options.ts';

const USAGE = {
  call: 'npm run sample --',
  words: ['scan', 'browser'],
  options: {
    list: { type: 'boolean', says: 'prints every miss' },
    only: { type: 'string', among: ['pii', 'names'], says: 'measures one of them' },
    columns: { type: 'string', among: ['control', 'block'], several: true, says: 'of the table' },
  },
} as const;

describe('options of a script', () => {
  it('are read with their words', () => {
    expect(readOptions(USAGE, ['scan', '--only', 'pii', '--columns=control,block'])).toEqual({
      kind: 'run',
      values: { list: false, only: 'pii', columns: 'control,block' },
      words: ['scan'],
    });
    expect(readOptions(USAGE, ['--list'])).toMatchObject({ values: { list: true, only: undefined } });
  });

  it('that are wrong are named in one line, and the list follows', () => {
    for (const [parameters, why] of [
      [['--lits'], "Unknown option '--lits'."],
      [['--only', 'pi'], '--only cannot be "pi".'],
      [['--columns', 'control,blok'], '--columns cannot be "blok".'],
      [['scna'], 'There is no "scna".'],
      [['--only'], "Option '--only <value>' argument missing."],
    ] as const) {
      const read = readOptions(USAGE, parameters);
      expect(read.kind).toBe('wrong');
      const [first, ...list] = read.kind === 'wrong' ? read.why.split('\n') : [];
      expect(first).toBe(why);
      expect(list).toHaveLength(5);
    }
  });

  it('are listed on demand, whatever else is given', () => {
    const read = readOptions(USAGE, ['--nonsense', '--help']);
    expect(read).toMatchObject({ kind: 'help' });
    expect(read.kind === 'help' && read.text.split('\n')).toEqual([
      'npm run sample -- [scan|browser] [options]',
      '  --list                   prints every miss',
      '  --only pii|names         measures one of them',
      '  --columns control,block  of the table',
      '  --help                   lists the options',
    ]);
  });
});
