import type { Finding } from '../../lib/scan/finding.ts';
import { GROUPS, type Kind } from './kinds.ts';
import type { Transform } from './transforms.ts';

/** Counts of one group under one transform. */
interface Tally {
  tried: number;
  caught: number;
}

/** What came of one transform. */
export interface EvasionResult {
  readonly transform: string;
  readonly total: Readonly<Tally>;
  readonly groups: Readonly<Record<string, Readonly<Tally>>>;
  readonly missed: readonly { readonly kind: string; readonly group: string; readonly text: string }[];
}

/** Whether a finding at or above `threshold` overlaps where the secret, or its disguise, lies. */
export function isCaught(kind: Kind, disguised: string, scan: (text: string) => readonly Finding[], threshold: number): boolean {
  const start = kind.before.length;
  const end = start + disguised.length;
  return scan(kind.before + disguised + kind.after).some(
    ({ span, confidence }) => confidence >= threshold && span.start < end && start < span.end,
  );
}

/** Kinds that are caught in plain text, and those that are not: a disguise can only be judged by the former. */
export function splitPlain(
  kinds: readonly Kind[],
  scan: (text: string) => readonly Finding[],
  threshold: number,
): { plain: Kind[]; lost: Kind[] } {
  const plain: Kind[] = [];
  const lost: Kind[] = [];
  for (const kind of kinds) (isCaught(kind, kind.secret, scan, threshold) ? plain : lost).push(kind);
  return { plain, lost };
}

/** Tries every transform on every kind. A secret that a transform leaves as it is does not count. */
export function measureEvasion(
  kinds: readonly Kind[],
  transforms: readonly Transform[],
  scan: (text: string) => readonly Finding[],
  threshold: number,
): EvasionResult[] {
  return transforms.map(({ name, apply, digitsOnly }) => {
    const total: Tally = { tried: 0, caught: 0 };
    const groups: Record<string, Tally> = Object.fromEntries(GROUPS.map((group) => [group, { tried: 0, caught: 0 }]));
    const missed: EvasionResult['missed'][number][] = [];
    for (const kind of kinds) {
      if (digitsOnly && kind.group !== 'numbers') continue;
      const disguised = apply(kind.secret);
      if (disguised === kind.secret) continue;
      const hit = isCaught(kind, disguised, scan, threshold);
      for (const tally of [total, groups[kind.group] as Tally]) {
        tally.tried++;
        if (hit) tally.caught++;
      }
      if (!hit) missed.push({ kind: kind.name, group: kind.group, text: kind.before + disguised + kind.after });
    }
    return { transform: name, total, groups, missed };
  });
}
