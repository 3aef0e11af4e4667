import { parseArgs } from 'node:util';

/** One option of a script. A switch is false unless given; a value is undefined. */
interface Option {
  readonly type: 'boolean' | 'string';
  /** What it does, for the list of options. */
  readonly says: string;
  /** The only values that it may have, parted by commas where it takes `several`. */
  readonly among?: readonly string[];
  readonly several?: true;
  /** What the value is called in the list; default `TEXT`. */
  readonly value?: string;
}

type Options = Readonly<Record<string, Option>>;

type Values<T extends Options> = { readonly [K in keyof T]: T[K]['type'] extends 'boolean' ? boolean : string | undefined };

/** What a script understands: options, and words without dashes. */
interface Usage<T extends Options> {
  /** `npm run bench --`: how it is called. */
  readonly call: string;
  readonly options: T;
  readonly words?: readonly string[];
}

type Read<T extends Options> =
  | { readonly kind: 'run'; readonly values: Values<T>; readonly words: readonly string[] }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads a script's parameters. */
export function readOptions<T extends Options>(usage: Usage<T>, parameters: readonly string[]): Read<T> {
  const list = listOf(usage);
  if (parameters.some((parameter) => parameter === '--help' || parameter === '-h')) return { kind: 'help', text: list };
  const wrong = (why: string): Read<T> => ({ kind: 'wrong', why: `${why}\n${list}` });
  try {
    const options = Object.fromEntries(Object.entries(usage.options).map(([name, { type }]) => [name, { type }]));
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
    const word = positionals.find((each) => !usage.words?.includes(each));
    if (word !== undefined) return wrong(`There is no "${word}".`);
    for (const [name, { among, several }] of Object.entries(usage.options)) {
      const value = values[name];
      if (typeof value !== 'string' || among === undefined) continue;
      const unknown = (several ? value.split(',') : [value]).find((each) => !among.includes(each));
      if (unknown !== undefined) return wrong(`--${name} cannot be "${unknown}".`);
    }
    const given = Object.entries(usage.options).map(([name, { type }]) => [name, values[name] ?? (type === 'boolean' ? false : undefined)]);
    return { kind: 'run', values: Object.fromEntries(given) as Values<T>, words: positionals };
  } catch (error) {
    // The first sentence of what `parseArgs` says; the rest is advice about positional arguments.
    return wrong(`${(error as Error).message.split('. ')[0]?.replace(/\.?$/, '.')}`);
  }
}

/** The same for the running script: with `--help` it lists the options and ends, with a wrong one it says so in a line, lists them and ends with 2. */
export function optionsOf<T extends Options>(usage: Usage<T>): { readonly values: Values<T>; readonly words: readonly string[] } {
  const read = readOptions(usage, process.argv.slice(2));
  if (read.kind === 'run') return read;
  if (read.kind === 'help') {
    console.log(read.text);
    process.exit(0);
  }
  console.error(read.why);
  process.exit(2);
}

function listOf({ call, options, words }: Usage<Options>): string {
  const rows = Object.entries(options).map(([name, { type, says, among, several, value: called = 'TEXT' }]) => {
    const value = type === 'boolean' ? '' : ` ${among?.join(several ? ',' : '|') ?? called}`;
    return [`--${name}${value}`, says] as const;
  });
  const all = [...rows, ['--help', 'lists the options'] as const];
  const width = Math.max(...all.map(([left]) => left.length));
  return [
    `${call}${words ? ` [${words.join('|')}]` : ''} [options]`,
    ...all.map(([left, says]) => `  ${left.padEnd(width)}  ${says}`),
  ].join('\n');
}
