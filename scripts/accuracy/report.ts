import type { Alarm, BenignResult } from './benign/measure.ts';
import type { EvasionResult } from './evasion.ts';
import { GROUPS, type Kind } from './kinds.ts';
import { MEANING, REASONS } from './misses.ts';
import type { SourceResult } from './secrets.ts';
import { brief, percent, table } from './table.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Tables about the labelled samples. */
export function secretsReport(results: readonly SourceResult[], list: boolean): string {
  const total = (
    key: 'positives' | 'reported' | 'exact' | 'touchedAny' | 'touched' | 'whole' | 'wholeReported' | 'wholeExact' | 'negatives' | 'flagged',
  ) => sum(results.map((result) => result[key]));
  const recall = table(
    [
      'source',
      'positives',
      'exact value',
      '',
      'exact, acting',
      '',
      'touched',
      '',
      'touched, acting',
      '',
      'negatives',
      'flagged by own type',
      '',
    ],
    [...results, null].map((result) => {
      const of = (key: Parameters<typeof total>[0]): number => (result ? result[key] : total(key));
      const part = (key: Parameters<typeof total>[0]): [number, string] => [of(key), percent(of(key), of('positives'))];
      return [
        result?.source ?? 'all',
        of('positives'),
        ...part('reported'),
        ...part('exact'),
        ...part('touchedAny'),
        ...part('touched'),
        of('negatives'),
        of('flagged'),
        percent(of('flagged'), of('negatives')),
      ];
    }),
  );
  const whole = table(
    ['source', 'whole secrets', 'exact value', '', 'exact, acting', ''],
    [...results, null].map((result) => {
      const of = (key: Parameters<typeof total>[0]): number => (result ? result[key] : total(key));
      return [
        result?.source ?? 'all',
        of('whole'),
        of('wholeReported'),
        percent(of('wholeReported'), of('whole')),
        of('wholeExact'),
        percent(of('wholeExact'), of('whole')),
      ];
    }),
  );
  const reasons = table(
    ['why not exact at acting confidence', ...results.map(({ source }) => source), 'all'],
    REASONS.map((reason) => {
      const counts = results.map(({ missed }) => missed.filter((each) => each.reason === reason).length);
      return [`${reason}: ${MEANING[reason]}`, ...counts, sum(counts)];
    }),
  );
  const lines = results.flatMap(({ source, missed, alarms }) => [
    ...missed.map(
      ({ reason, rule, value, text, found }) =>
        `${source}  ${reason}  ${rule}  ${brief(value)}  in ${brief(text)}  found: ${found.join(' ') || '–'}`,
    ),
    ...alarms.map(({ rule, text, found }) => `${source}  flagged  ${rule}  ${brief(text, 200)}  found: ${found.join(' ')}`),
  ]);
  return [
    'Labelled samples',
    recall,
    '',
    'The same without samples whose label is cut or a host or name (left out whether found or not)',
    whole,
    '',
    reasons,
    ...(list ? ['', ...lines] : []),
  ].join('\n');
}

/** The table of harmless texts. */
export function benignReport(
  results: readonly BenignResult[],
  alarms: readonly Alarm[],
  trueFindings: Readonly<Record<string, number>>,
  list: boolean,
): string {
  const groups = [...new Set(results.map(({ group }) => group))];
  const row = (name: string, rows: readonly BenignResult[]): (string | number)[] => {
    const items = sum(rows.map((each) => each.items));
    const alarmed = sum(rows.map((each) => each.alarmed));
    return [
      name,
      items,
      alarmed,
      ((1000 * alarmed) / Math.max(1, items)).toFixed(1),
      sum(rows.map((each) => each.onlyTrue)),
      Math.round(sum(rows.map((each) => each.code)) / 1024),
    ];
  };
  const perClass = table(
    ['harmless texts', 'items', 'with a finding', 'per mille', 'true ones only', 'KB'],
    [
      ...groups.flatMap((group) => results.filter((each) => each.group === group).map((each) => row(`${group}: ${each.kind}`, [each]))),
      ...groups.map((group) =>
        row(
          `all ${group}`,
          results.filter((each) => each.group === group),
        ),
      ),
      row('all', results),
    ],
  );
  const byDetector = countBy(alarms);
  return [
    perClass,
    '',
    `True findings in package files (see TRUE_IN_PACKAGES): ${
      Object.entries(trueFindings)
        .map(([entity, count]) => `${entity} ${count}`)
        .join(', ') || 'none'
    }`,
    '',
    table(['detector', 'false alarms', 'in packages'], byDetector),
    ...(list
      ? [
          '',
          ...alarms
            .map(
              ({ group, kind, detector, confidence, matched, around }) =>
                `${detector}  ${confidence}  ${brief(matched)}  in ${group}: ${kind}  ${brief(around)}`,
            )
            .sort(),
        ]
      : []),
  ].join('\n');
}

function countBy(alarms: readonly Alarm[]): [string, number, number][] {
  const counts = new Map<string, [string, number, number]>();
  for (const { detector, group } of alarms) {
    const row = counts.get(detector) ?? [detector, 0, 0];
    counts.set(detector, row);
    row[1]++;
    if (group === 'packages') row[2]++;
  }
  return [...counts.values()].sort((a, b) => b[1] - a[1]);
}

/** The table of disguises. */
export function evasionReport(results: readonly EvasionResult[], plain: readonly Kind[], lost: readonly Kind[], list: boolean): string {
  const all = plain.length + lost.length;
  const total = { tried: sum(results.map((each) => each.total.tried)), caught: sum(results.map((each) => each.total.caught)) };
  const cell = ({ tried, caught }: { readonly tried: number; readonly caught: number }): string => percent(caught, tried);
  const inGroup = (kinds: readonly Kind[], group: string): number => kinds.filter((kind) => kind.group === group).length;
  const rows = [
    [
      '(plain text)',
      all,
      percent(plain.length, all),
      ...GROUPS.map((group) => percent(inGroup(plain, group), inGroup(plain, group) + inGroup(lost, group))),
    ],
    ...results.map((each) => [
      each.transform,
      each.total.tried,
      cell(each.total),
      ...GROUPS.map((group) => cell(each.groups[group] ?? { tried: 0, caught: 0 })),
    ]),
    [
      'all disguises',
      total.tried,
      cell(total),
      ...GROUPS.map((group) =>
        cell({
          tried: sum(results.map((each) => each.groups[group]?.tried ?? 0)),
          caught: sum(results.map((each) => each.groups[group]?.caught ?? 0)),
        }),
      ),
    ],
  ];
  return [
    table(['disguise', 'tried', 'caught', ...GROUPS], rows),
    '',
    `Disguises are tried on the ${plain.length} kinds that are caught in plain text; ${lost.length} are not${lost.length > 0 && !list ? ' (--list)' : ''}.`,
    ...(list
      ? [
          '',
          ...lost.map((kind) => `plain  ${kind.group}  ${kind.name}  ${brief(kind.before + kind.secret + kind.after)}`),
          ...results.flatMap(({ transform, missed }) =>
            missed.map(({ kind, group, text }) => `${transform}  ${group}  ${kind}  ${brief(text)}`),
          ),
        ]
      : []),
  ].join('\n');
}
