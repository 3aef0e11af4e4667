import type { Finding } from '../../../lib/scan/finding.ts';
import type { BenignItem } from './corpus.ts';

/** One finding where there should be none. */
export interface Alarm {
  readonly group: string;
  readonly kind: string;
  readonly detector: string;
  readonly entity: string;
  readonly confidence: number;
  readonly matched: string;
  /** What stands before and after it. */
  readonly around: string;
}

/** What came of one class of texts. */
export interface BenignResult {
  readonly group: string;
  readonly kind: string;
  readonly items: number;
  readonly alarmed: number;
  /** Items in which only true findings were made. */
  readonly onlyTrue: number;
  readonly code: number;
}

/** What a true finding in a package file looks like: the matched text, and what must stand within 40 characters before it. */
interface TrueRule {
  readonly matched: RegExp;
  readonly before?: RegExp;
}

/**
 * Findings that are right although the text is harmless. Package files name their authors, and their documentation and tests hold examples that are
 * complete: an e-mail address that is written like one, a telephone number that is called one, a private key with its armour. Generated texts hold
 * none of these, so nothing is excused in them.
 */
const TRUE_IN_PACKAGES: Readonly<Record<string, TrueRule>> = {
  EMAIL: { matched: /^[\w.+'-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,24}$/i },
  PHONE: { matched: /^\+?[\d(][\d ().-]{8,20}$/, before: /phone|tel/i },
  // Authors and contributors.
  PERSON: { matched: /^\p{L}[\p{L}\p{M}.'’ -]+(?:, [\p{L}\p{M}.'’ -]+)?$/u },
  PRIVATE_KEY: { matched: /^-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
};

function isTrue(group: string, entity: string, matched: string, before: string): boolean {
  const rule = group === 'packages' ? TRUE_IN_PACKAGES[entity] : undefined;
  if (!rule?.matched.test(matched)) return false;
  return rule.before === undefined || rule.before.test(before);
}

/** Scans the corpus; findings under `threshold` do not count. */
export function measureBenign(
  items: readonly BenignItem[],
  scan: (text: string) => readonly Finding[],
  threshold: number,
): { readonly results: BenignResult[]; readonly alarms: Alarm[]; readonly trueFindings: Record<string, number> } {
  const byKind = new Map<string, { group: string; kind: string; items: number; alarmed: number; onlyTrue: number; code: number }>();
  const alarms: Alarm[] = [];
  const trueFindings: Record<string, number> = {};
  for (const { group, kind, text } of items) {
    const row = byKind.get(`${group} ${kind}`) ?? { group, kind, items: 0, alarmed: 0, onlyTrue: 0, code: 0 };
    byKind.set(`${group} ${kind}`, row);
    row.items++;
    row.code += text.length;
    let wrong = 0;
    let right = 0;
    for (const { span, detector, entity, confidence } of scan(text)) {
      if (confidence < threshold) continue;
      const matched = text.slice(span.start, span.end);
      if (isTrue(group, entity, matched, text.slice(Math.max(0, span.start - 40), span.start))) {
        right++;
        trueFindings[entity] = (trueFindings[entity] ?? 0) + 1;
        continue;
      }
      wrong++;
      const around = `${text.slice(Math.max(0, span.start - 40), span.start)}⟦⟧${text.slice(span.end, span.end + 20)}`;
      alarms.push({ group, kind, detector, entity, confidence, matched, around });
    }
    if (wrong > 0) row.alarmed++;
    else if (right > 0) row.onlyTrue++;
  }
  return { results: [...byKind.values()], alarms, trueFindings };
}
