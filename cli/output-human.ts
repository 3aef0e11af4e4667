import { type FileReport, printable, type Summary } from './report.ts';

/** One line for each finding: `path:line:column  ENTITY  confidence  detector`, and with a policy the action and its rules. Never the text. */
export function humanLines({ path, findings }: FileReport, colours: boolean): string[] {
  const paint = (code: number, text: string): string => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  return findings.map(({ from, entity, confidence, detector, action, rules }) =>
    [
      paint(1, `${printable(path)}:${from.line}:${from.column}`),
      paint(confidence >= 0.9 ? 31 : 33, entity),
      confidence.toFixed(2),
      detector,
      ...(action === null ? [] : [rules.length === 0 ? action : `${action} (${rules.join(', ')})`]),
    ].join('  '),
  );
}

/** The last line. `found` counts the findings that were shown, `inFiles` the files that they lie in. */
export function humanSummary({ files, skipped, faults, policy, action }: Summary, found: number, inFiles: number): string {
  const head =
    found === 0 ? `Nothing found in ${counted(files, 'file')}` : `${counted(found, 'finding')} in ${inFiles} of ${counted(files, 'file')}`;
  return [
    head,
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(faults.length === 0 ? [] : [`${faults.length} not read`]),
    ...(policy === null ? [] : [`policy "${policy.name}", revision ${policy.revision}: ${action}`]),
  ].join('; ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
