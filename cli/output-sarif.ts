import { DETECTORS } from '../lib/detectors/catalogue.ts';
import type { LocatedFinding } from './places.ts';
import { type FileReport, type Summary, writeFault } from './report.ts';

/** All reports as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). Rules are the detectors that found something. */
export function sarifDocument(reports: readonly FileReport[], { faults }: Summary): string {
  const results = reports.flatMap((report) => report.findings.map((finding) => ({ report, finding })));
  const entities = new Map(results.map(({ finding }) => [finding.detector, finding.entity]));
  const ids = [...entities.keys()].sort();
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tacit', rules: ids.map((id) => rule(id, entities.get(id) ?? '')) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: faults.length === 0,
            toolExecutionNotifications: faults.map((fault) => ({ level: 'error', message: { text: writeFault(fault) } })),
          },
        ],
        results: results.map(({ report, finding }) => result(report, finding, ids.indexOf(finding.detector))),
      },
    ],
  };
  return JSON.stringify(document, null, 2);
}

function rule(id: string, entity: string) {
  // A source may say more after its address.
  const [address = ''] = DETECTORS.find((detector) => detector.id === id)?.source.split(/\s/) ?? [];
  return {
    id,
    shortDescription: { text: `Finds ${entity}` },
    ...(address.startsWith('https://') ? { helpUri: address } : {}),
    properties: { tags: ['security'] },
  };
}

function result({ uri }: FileReport, { entity, span, confidence, detector, from, to, action, rules }: LocatedFinding, ruleIndex: number) {
  return {
    ruleId: detector,
    ruleIndex,
    level: confidence >= 0.9 ? 'error' : confidence >= 0.5 ? 'warning' : 'note',
    message: { text: `${entity} with confidence ${confidence.toFixed(2)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, ...(uri.startsWith('file:') ? {} : { uriBaseId: '%SRCROOT%' }) },
          region: {
            startLine: from.line,
            startColumn: from.column,
            endLine: to.line,
            endColumn: to.column,
            charOffset: span.start,
            charLength: span.end - span.start,
          },
        },
      },
    ],
    properties: { entity, confidence, ...(action === null ? {} : { action, rules }) },
  };
}
