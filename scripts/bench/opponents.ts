/** Another program that looks for secrets or personal data in a text. */
interface Opponent {
  readonly name: string;
  /** Characters of the long text: less for those that would take minutes. */
  readonly long: number;
  /** It gets slower from call to call, so a process calls it only so often: warmed up and measured with one pass each. */
  readonly tires?: true;
  /** How many times faster Tacit should be, with short and with long text. */
  readonly goals: { readonly short: number; readonly long: number; readonly dense?: number };
  readonly load: () => Promise<(text: string) => unknown>;
}

const MEGABYTE = 1_048_576;

/** What Tacit is compared with; a library is loaded only in the process that measures it. */
export const OPPONENTS: readonly Opponent[] = [
  {
    name: 'secretlint 11, recommended preset',
    long: MEGABYTE,
    tires: true,
    goals: { short: 30, long: 5 },
    async load() {
      const { lintSource } = await import('@secretlint/core');
      const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
      const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
      return (content) =>
        lintSource({
          source: { content, filePath: '/text.txt', ext: '.txt', contentType: 'text' },
          options: { config, noPhysicFilePath: true },
        });
    },
  },
  {
    name: 'redact-pii',
    long: MEGABYTE,
    goals: { short: 1, long: 1, dense: 1 },
    async load() {
      const { SyncRedactor } = await import('redact-pii');
      return new SyncRedactor().redact;
    },
  },
  {
    name: '@redactpii/node',
    long: MEGABYTE,
    goals: { short: 1, long: 1, dense: 1 },
    async load() {
      const { Redactor } = await import('@redactpii/node');
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    },
  },
  {
    name: 'openredaction',
    long: 102_400,
    goals: { short: 1, long: 1, dense: 1 },
    async load() {
      const { OpenRedaction } = await import('@openredaction/core');
      const redaction = new OpenRedaction({ enableCache: false });
      return (text) => redaction.detect(text);
    },
  },
  {
    name: 'compromise, people()',
    long: 102_400,
    goals: { short: 1, long: 1, dense: 1 },
    async load() {
      const { default: nlp } = await import('compromise');
      return (text) => nlp(text).people().out('array');
    },
  },
];
