import type { Draft } from '../capture/draft.ts';
import { type Reading, readDraft } from '../capture/read-draft.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { SiteExample, SitePack } from '../policy/site-pack.ts';

/** What stands in place of the prompt with this number, from 1, when an example is rewritten. */
function stand(number: number): string {
  return `[TEXT_${number}]`;
}

/**
 * Runs the examples of site packs. A pack that does not read one of its own examples as it says is set aside, and the built-in
 * entry holds. Problems name the example, never its text.
 */
export function workingPacks(packs: readonly SitePack[]): {
  readonly packs: readonly SitePack[];
  readonly problems: readonly PolicyProblem[];
} {
  const problems: PolicyProblem[] = [];
  const working = packs.filter((pack, at) => {
    const failed = pack.examples.flatMap((example, number) => {
      const message = failureOf(pack, example);
      if (message === null) return [];
      const path = `sites.packs[${at}].examples[${number}]`;
      return [{ path, message: `The site pack is set aside: ${message}`, cure: 'Mend the endpoint, or the example.' }];
    });
    problems.push(...failed);
    return failed.length === 0;
  });
  return { packs: working, problems };
}

function failureOf(pack: SitePack, example: SiteExample): string | null {
  const draft = draftOf(example, bodyOf(example.body));
  const reading = readingOf(pack, draft);
  if (!reading) return 'the example cannot be read';
  if (reading.kind !== example.kind) return `the example is read as ${reading.kind}, not as ${example.kind}`;
  const prompts = reading.parts.filter(({ role }) => role === 'prompt');
  const read = prompts.map(({ text }) => text);
  if (read.length !== example.prompts.length || read.some((text, index) => text !== example.prompts[index])) {
    return `${read.length} prompts are read where ${example.prompts.length} are expected, or they differ`;
  }
  if (prompts.length === 0) return null;
  const body = reading.rewrite(new Map(prompts.map(({ path }, index) => [path, stand(index + 1)])));
  if (body === null) return example.rewritten === undefined ? null : 'the example cannot be rewritten';
  const again = readingOf(pack, { ...draft, body });
  const back = again?.parts.filter(({ role }) => role === 'prompt').map(({ text }) => text) ?? [];
  if (back.length !== prompts.length || back.some((text, index) => text !== stand(index + 1))) {
    return 'the rewritten example does not read back';
  }
  if (example.rewritten === undefined || (body.kind === 'text' && body.text === bodyOf(example.rewritten))) return null;
  return 'the example is rewritten to another body';
}

function readingOf(pack: SitePack, draft: Draft): Reading | null {
  const result = readDraft(draft, pack, (pack.hosts[0] ?? '').replace('*', 'any'));
  return result.ok ? result.reading : null;
}

function bodyOf(written: unknown): string {
  return typeof written === 'string' ? written : JSON.stringify(written ?? null);
}

function draftOf({ url, channel, contentType }: SiteExample, text: string): Draft {
  return { channel, method: channel === 'websocket' ? 'SEND' : 'POST', url, contentType, body: { kind: 'text', text } };
}
