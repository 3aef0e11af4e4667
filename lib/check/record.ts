import type { AuditEvent, FindingCount } from '../audit/event.ts';
import type { Draft } from '../capture/draft.ts';
import type { JudgedFinding } from '../policy/verdict.ts';
import type { Judgement, Origin } from './judge.ts';

/** An event before it knows who, when and by which build. */
export type EventBody = Omit<AuditEvent, 'id' | 'at' | 'device' | 'user' | 'extension' | 'browser' | 'policy'>;

/** How often each entity was found; entities in alphabetical order. */
export function countFindings(findings: readonly JudgedFinding[]): readonly FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { entity, confidence } of findings) {
    const before = counts.get(entity);
    counts.set(entity, { entity, count: (before?.count ?? 0) + 1, confidence: Math.max(confidence, before?.confidence ?? 0) });
  }
  return [...counts.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));
}

/** The event of a verdict: who, what kind, how many; never a text. `conversation` is already hashed. */
export function verdictEvent(
  draft: Draft,
  origin: Origin,
  { reading, verdict }: Judgement,
  conversation: string,
  outcome: NonNullable<AuditEvent['outcome']>,
  took: number,
): EventBody {
  return {
    kind: 'verdict',
    site: origin.site.id,
    host: origin.pageHost,
    channel: draft.channel,
    account: origin.account,
    direction: 'prompt',
    ...(reading.model ? { model: reading.model.slice(0, 100) } : {}),
    ...(conversation ? { conversation } : {}),
    action: verdict.action,
    outcome,
    rules: verdict.rules.map((rule) => rule.id),
    findings: countFindings(verdict.findings.filter((finding) => finding.action !== 'allow')),
    size: reading.parts.reduce((sum, part) => sum + part.text.length, 0),
    took,
  };
}
