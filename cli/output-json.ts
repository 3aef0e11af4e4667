import { type FileReport, findingRecord, type Summary, verdictRecord } from './report.ts';

/** All reports as one JSON document. Files without a finding are counted, not listed. */
export function jsonDocument(reports: readonly FileReport[], { files, skipped, faults, policy, action }: Summary): string {
  const document = {
    files: reports
      .filter((report) => report.findings.length > 0)
      .map(({ path, findings, verdict }) => ({
        path,
        findings: findings.map((finding) => ({
          ...findingRecord(finding),
          line: finding.from.line,
          column: finding.from.column,
          ...(finding.action === null ? {} : { action: finding.action, rules: finding.rules }),
        })),
        ...verdictRecord(verdict),
      })),
    summary: {
      scanned: files,
      skipped,
      findings: reports.reduce((sum, report) => sum + report.findings.length, 0),
      ...(policy === null ? {} : { policy, action }),
    },
    faults,
  };
  return JSON.stringify(document, null, 2);
}
