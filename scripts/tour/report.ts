import type { AuditEvent } from '../../lib/audit/event.ts';
import type { StepResult } from './walk.ts';

/** An event in a few words: what, how it ended, which entities. */
export function inWords(event: AuditEvent): string {
  const found = event.findings?.map(({ entity, count }) => (count > 1 ? `${entity} × ${count}` : entity)).join(', ');
  return [event.kind, event.action, event.outcome, event.choice, event.reason && `“${event.reason}”`, found].filter(Boolean).join(' · ');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The tour as a page with its pictures. */
export function asMarkdown(results: readonly StepResult[], browser: string): string {
  const leaks = results.filter(({ leaked }) => leaked).length;
  return [
    '# Tour',
    '',
    `What was written into the practice pages, what their server received, and what the audit store holds. ${browser}, policy “balanced”. Secrets that arrived: ${leaks}.`,
    '',
    '| | site | written | asked | did | the chat server received | the audit store holds |',
    '|---|---|---|---|---|---|---|',
    ...results.map(({ step, asked, did, received, stored, leaked }, index) =>
      [
        '',
        index + 1,
        step.site.id,
        cell(step.text),
        cell(asked || 'nothing'),
        cell(did),
        cell(`${leaked ? 'LEAK: ' : ''}${received ?? 'nothing'}`),
        cell(stored.map(inWords).join('; ') || 'nothing'),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    ...results.flatMap(({ step, pictures }, index) => [
      `## ${index + 1}. ${step.site.id}: ${step.name}`,
      '',
      ...pictures.map((name) => `![${name}](${name})`),
      '',
    ]),
  ].join('\n');
}

/** The tour as lines for a terminal. */
export function asText(results: readonly StepResult[]): string {
  return results
    .map(({ step, asked, did, received, stored, leaked }, index) =>
      [
        `${index + 1}. ${step.site.id}, ${step.way}`,
        `   written    ${step.text}`,
        `   asked      ${asked || 'nothing'}${asked ? ` → ${did}` : ''}`,
        `   received   ${leaked ? 'LEAK: ' : ''}${received ?? 'nothing'}`,
        `   audited    ${stored.map(inWords).join('; ') || 'nothing'}`,
      ].join('\n'),
    )
    .join('\n');
}
