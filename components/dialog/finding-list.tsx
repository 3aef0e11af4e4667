import type { PresentedPart } from '../../lib/messages/presentation.ts';
import type { Action } from '../../lib/policy/action.ts';
import { stricter } from '../../lib/policy/action.ts';
import type { Words } from '../../lib/words/en.ts';
import { entityName } from '../../lib/words/entity-name.ts';

/** Findings of one entity that the same rules mind: what a person calls one thing, and may report as one false alarm. */
export interface FindingGroup {
  /** Names the group within its question. */
  readonly key: string;
  readonly entity: string;
  readonly rules: readonly string[];
  readonly count: number;
  /** Highest confidence among them, 0..1. */
  readonly confidence: number;
  readonly action: Action;
}

/** Groups the findings of all parts, in the order in which they first appear. */
export function groupFindings(parts: readonly PresentedPart[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of parts.flatMap((part) => part.findings)) {
    const key = JSON.stringify([finding.entity, ...finding.rules]);
    const known = groups.get(key);
    groups.set(key, {
      key,
      entity: finding.entity,
      rules: finding.rules,
      count: (known?.count ?? 0) + 1,
      confidence: Math.max(known?.confidence ?? 0, finding.confidence),
      action: stricter(known?.action ?? 'allow', finding.action),
    });
  }
  return [...groups.values()];
}

export interface FindingListProps {
  readonly groups: readonly FindingGroup[];
  readonly mayReport: boolean;
  /** Keys of the groups that are reported as false alarms. */
  readonly reported: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly words: Words;
}

/** What was found, each kind once, with a way to say that it is a false alarm. */
export function FindingList({ groups, mayReport, reported, onToggle, words }: FindingListProps) {
  return (
    <ul className="findings">
      {groups.map((group) => {
        const name = entityName(words, group.entity);
        const on = reported.has(group.key);
        return (
          <li key={group.key} data-action={group.action}>
            <span className="finding-name">
              <bdi>{name}</bdi>
              {group.count > 1 && <span className="times"> × {group.count}</span>}
            </span>
            <span className="certainty">{words.certainty[certaintyOf(group.confidence)]}</span>
            {mayReport && (
              <button
                type="button"
                className="link"
                aria-pressed={on}
                aria-label={words.dialog.falseAlarmFor(name)}
                onClick={() => onToggle(group.key)}
              >
                {on ? `✓ ${words.dialog.falseAlarmReported}` : words.dialog.falseAlarm}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The word for a confidence: proved by checksum or parse, a distinctive format or context, or the shape alone. */
function certaintyOf(confidence: number): keyof Words['certainty'] {
  if (confidence >= 0.9) return 'certain';
  return confidence >= 0.5 ? 'likely' : 'possible';
}
