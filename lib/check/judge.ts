import { redact } from '../act/redact.ts';
import type { Body, Draft } from '../capture/draft.ts';
import type { Reading } from '../capture/read-draft.ts';
import { readDraft } from '../capture/read-draft.ts';
import { isSilent } from '../policy/action.ts';
import { decide } from '../policy/decide.ts';
import type { JudgedFinding, Verdict } from '../policy/verdict.ts';
import type { Finding } from '../scan/finding.ts';
import type { Account, Refusal, Site } from '../sites/site.ts';
import type { Posture } from './posture.ts';

/** Where a draft came from. */
export interface Origin {
  readonly site: Site;
  /** Host of the page, without port. */
  readonly pageHost: string;
  readonly account: Account;
}

/** A draft that was read, scanned and decided upon. */
export interface Judgement {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

export type JudgeResult =
  | { readonly ok: true; readonly judgement: Judgement }
  /** Larger than can be read: the policy's `unreadable` decides. */
  | { readonly ok: false; readonly kind: Reading['kind']; readonly refusal: Refusal };

/** More findings of a reading, one list for each part: of values that began in an earlier draft. */
export type Crossing = (parts: Reading['parts'], scan: Posture['scan']) => readonly (readonly Finding[])[];

/** Reads, scans and decides. No effects. */
export function judge(draft: Draft, origin: Origin, posture: Posture, crossing?: Crossing): JudgeResult {
  const read = readDraft(draft, origin.site, origin.pageHost);
  if (!read.ok) return read;
  return { ok: true, judgement: { reading: read.reading, verdict: decideOn(read.reading, draft, origin, posture, crossing) } };
}

function decideOn(reading: Reading, draft: Draft, origin: Origin, posture: Posture, crossing?: Crossing): Verdict {
  // What apps send of their own accord would be found in any two identifiers that happen to stand side by side.
  const begun = crossing?.(reading.parts, (text) => posture.scan(text).filter((finding) => !posture.ambient(finding.entity)));
  const scan = draft.channel === 'composer' ? posture.scanTyped : posture.scan;
  const parts = reading.parts.map((part, index) => ({
    role: part.role,
    findings: [...scan(part.text), ...(begun?.[index] ?? [])],
  }));
  const { user, groups, locale } = posture;
  const context = { siteId: origin.site.id, channel: draft.channel, account: origin.account, user, groups, locale };
  return decide(posture.policy, context, parts, posture.ambient, posture.categoriesOf);
}

/** Findings that somebody must be asked about, or that must not leave. */
export function minded(verdict: Verdict): readonly JudgedFinding[] {
  return verdict.findings.filter((finding) => !isSilent(finding.action));
}

/** The texts of a reading with placeholders in place of the given findings. */
export function redactedTexts(reading: Reading, findings: readonly JudgedFinding[]): readonly string[] {
  return redact(
    reading.parts.map((part) => part.text),
    findings,
  );
}

/**
 * Rewrites a draft with new texts and proves the result: decoded again it must hold exactly these texts in the same places, and
 * no rule may mind it any more.
 *
 * @param texts one for each part of the reading, in its order
 * @param keep findings that may stay (somebody has approved them)
 * @returns the new body, or null when it cannot be rewritten safely
 */
export function rewriteProved(
  draft: Draft,
  origin: Origin,
  posture: Posture,
  reading: Reading,
  texts: readonly string[],
  keep: (finding: JudgedFinding, text: string) => boolean,
): Body | null {
  const changed = new Map<string, string>();
  reading.parts.forEach((part, index) => {
    const text = texts[index];
    if (text !== undefined && text !== part.text) changed.set(part.path, text);
  });
  const body = reading.rewrite(changed);
  if (body === null) return null;
  const again = judge({ ...draft, body }, origin, posture);
  if (!again.ok) return null;
  const { reading: after, verdict } = again.judgement;
  const same =
    after.kind === reading.kind &&
    after.parts.length === reading.parts.length &&
    after.parts.every((part, index) => part.path === reading.parts[index]?.path && part.text === texts[index]);
  const clean = minded(verdict).every((finding) => keep(finding, cut(after, finding)));
  return same && clean ? body : null;
}

/** The matched text of a finding. */
export function cut(reading: Reading, finding: JudgedFinding): string {
  return reading.parts[finding.part]?.text.slice(finding.span.start, finding.span.end) ?? '';
}
