import type { Reading } from '../capture/read-draft.ts';
import type { Notice, Presentation } from '../messages/presentation.ts';
import type { AheadAnswer } from '../messages/protocol.ts';
import { type Action, isSilent } from '../policy/action.ts';
import type { JudgedFinding } from '../policy/verdict.ts';
import { type Judgement, type Origin, redactedTexts } from './judge.ts';
import type { Posture } from './posture.ts';

type Question = Omit<Presentation, 'askId' | 'locale' | 'siteName' | 'reported'>;

/** The question about a held draft, as the dialog shows it. */
export function questionAbout(
  judgement: Judgement,
  findings: readonly JudgedFinding[],
  action: Action,
  composer: boolean,
  may: Presentation['may'],
): Question {
  const { reading, verdict } = judgement;
  return {
    action: isSilent(action) ? 'block' : action,
    origin: composer ? 'composer' : 'wire',
    parts: presentedParts(reading, findings, may.redacted),
    rules: verdict.rules.filter((rule) => findings.some((finding) => finding.rules.includes(rule.id))),
    trouble: null,
    may,
  };
}

/** The question about a draft that cannot be read and is held for that: there is nothing to choose. */
export const UNREADABLE: Question = {
  action: 'block',
  origin: 'wire',
  parts: [],
  rules: [],
  trouble: 'unreadable',
  may: { redacted: false, send: false, reason: false, minReason: 0, falseAlarm: false },
};

/** Adds who asks and in which language. */
export function presentationOf(question: Question, askId: string, origin: Origin, posture: Posture): Presentation {
  return { ...question, askId, locale: posture.locale, siteName: origin.site.name, reported: posture.reported };
}

/** A short message about findings that were dealt with without a question. */
export function noticeOf(kind: Notice['kind'], findings: readonly JudgedFinding[]): Notice {
  return { kind, count: findings.length, entities: [...new Set(findings.map((finding) => finding.entity))] };
}

/** A finding as guides and dialogs see it. */
export function presentedFinding(finding: JudgedFinding): AheadAnswer['findings'][number] {
  const { entity, span, confidence, action, rules } = finding;
  return { entity, start: span.start, end: span.end, confidence, action, rules };
}

function presentedParts(reading: Reading, findings: readonly JudgedFinding[], redactable: boolean): Presentation['parts'] {
  const texts = redactedTexts(reading, findings);
  return reading.parts.flatMap((part, index) => {
    const own = findings.filter((finding) => finding.part === index);
    if (own.length === 0) return [];
    return [
      { path: part.path, text: part.text, findings: own.map(presentedFinding), redacted: redactable ? (texts[index] ?? null) : null },
    ];
  });
}
