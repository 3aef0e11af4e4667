import { type Collector, type CollectorOptions, startCollector } from './main.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function wholeNumber(environment: Environment, name: string, from: number, to: number): number | undefined {
  const text = environment[name] ?? '';
  if (text === '') return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new StartError(`${name} is "${text}".`, `Give a whole number from ${from} to ${to}.`);
}

/** Options from `TACIT_*` and `DATABASE_URL` (`docs/collector.md`). Throws a `StartError` for a value that is none. */
export function optionsFrom(environment: Environment): CollectorOptions {
  const options = {
    dataDir: environment.TACIT_DATA || undefined,
    databaseUrl: environment.DATABASE_URL || undefined,
    host: environment.TACIT_HOST || undefined,
    port: wholeNumber(environment, 'TACIT_PORT', 0, 65_535),
    token: environment.TACIT_TOKEN || undefined,
    adminToken: environment.TACIT_ADMIN_TOKEN || undefined,
    retentionDays: wholeNumber(environment, 'TACIT_RETENTION_DAYS', 1, 36_500),
    publicUrl: environment.TACIT_PUBLIC_URL || undefined,
    console: environment.TACIT_CONSOLE || undefined,
  };
  // An option that is absent has its default; `undefined` would not be the same.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** What somebody who has just started a collector needs to know. */
export function greeting(collector: Collector): string {
  return [
    `Tacit collector on ${collector.url}`,
    `  Console         ${collector.consoleUrl}`,
    `  Audit endpoint  ${collector.url}/v1/logs`,
    `  Tokens          ${collector.dataDir} (ingest-token for the extensions, admin-token for the console), unless the environment gave them`,
    `  Events          ${collector.place}, deleted after ${collector.retentionDays} days`,
  ].join('\n');
}

/** Runs a collector until SIGTERM or SIGINT; ends the process with 1 when it cannot start. */
export async function main(environment: Environment, defaults: CollectorOptions = {}): Promise<void> {
  let collector: Collector;
  try {
    collector = await startCollector({ ...defaults, ...optionsFrom(environment) });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  console.log(greeting(collector));
  const host = new URL(collector.url).hostname;
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(host)) {
    console.log('  It answers other machines without encryption: put a TLS proxy in front, extensions send only to https.');
  }
  const stop = async () => {
    await collector.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
