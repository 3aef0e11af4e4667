import type { Span } from '../../scan/finding.ts';
import type { Family } from '../family.ts';
import { icao, isDay } from '../identifiers/check-digits.ts';

/** A machine-readable zone of a travel document. Places count from the begin of its first line, without line ends. */
interface Zone {
  readonly lines: number;
  readonly length: number;
  /** Kinds of document, and what stands where. */
  readonly shape: RegExp;
  /** Where what is checked begins and where its check digit ends: number, birth, expiry. */
  readonly checked: readonly (readonly [from: number, to: number])[];
  /** Parts that the last check digit covers; none where the zone has no such digit. */
  readonly composite: readonly (readonly [from: number, to: number])[];
}

/** ICAO Doc 9303, parts 4 (passports), 5 (cards), 6 (larger cards) and 7 (visas). */
const ZONES: readonly Zone[] = [
  {
    lines: 2,
    length: 44,
    shape: /^P[A-Z<][A-Z][A-Z<]{2}[A-Z<]{39}[A-Z0-9<]{9}[\d<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d/,
    checked: [
      [44, 54],
      [57, 64],
      [65, 72],
    ],
    composite: [
      [44, 54],
      [57, 64],
      [65, 88],
    ],
  },
  {
    lines: 2,
    length: 36,
    shape: /^[ACI][A-Z0-9<][A-Z][A-Z<]{2}[A-Z<]{31}[A-Z0-9<]{9}[\d<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d/,
    checked: [
      [36, 46],
      [49, 56],
      [57, 64],
    ],
    composite: [
      [36, 46],
      [49, 56],
      [57, 72],
    ],
  },
  {
    lines: 3,
    length: 30,
    shape: /^[ACI][A-Z0-9<][A-Z][A-Z<]{2}[A-Z0-9<]{9}[\d<][A-Z0-9<]{15}\d{6}\d[MFX<]\d{6}\d[A-Z<]{3}[A-Z0-9<]{11}\d[A-Z<]{30}$/,
    checked: [
      [5, 15],
      [30, 37],
      [38, 45],
    ],
    composite: [
      [5, 30],
      [30, 37],
      [38, 45],
      [48, 60],
    ],
  },
  {
    lines: 2,
    length: 44,
    shape: /^V[A-Z<][A-Z][A-Z<]{2}[A-Z<]{39}[A-Z0-9<]{9}[\d<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d/,
    checked: [
      [44, 54],
      [57, 64],
      [65, 72],
    ],
    composite: [],
  },
  {
    lines: 2,
    length: 36,
    shape: /^V[A-Z<][A-Z][A-Z<]{2}[A-Z<]{31}[A-Z0-9<]{9}[\d<][A-Z<]{3}\d{6}\d[MFX<]\d{6}\d/,
    checked: [
      [36, 46],
      [49, 56],
      [57, 64],
    ],
    composite: [],
  },
];

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
const LINE = /[A-Z0-9<]{30,44}(?![A-Z0-9<])/y;
const BREAK = /[ \t]{0,3}(?:\r?\n|\\r\\n|\\n| )[ \t]{0,12}/y;

/** The lines of characters of such a zone from `at` on, as many of one length as there are, at most three. */
function linesAt(text: string, at: number): readonly Span[] {
  const lines: Span[] = [];
  for (let start = at; lines.length < 3; ) {
    LINE.lastIndex = start;
    const [line] = LINE.exec(text) ?? [];
    const [first] = lines;
    if (line === undefined || (first && line.length !== first.end - first.start)) break;
    lines.push({ start, end: start + line.length });
    BREAK.lastIndex = start + line.length;
    if (!BREAK.test(text)) break;
    start = BREAK.lastIndex;
  }
  return lines;
}

/** The zone that begins at `at`, and its characters without line ends. */
function zoneAt(text: string, at: number): { readonly zone: Zone; readonly span: Span; readonly value: string } | null {
  if (!/[PACIV]/.test(text.charAt(at))) return null;
  const lines = linesAt(text, at);
  for (const zone of ZONES) {
    const own = lines.slice(0, zone.lines);
    const last = own[zone.lines - 1];
    if (!last || last.end - last.start !== zone.length) continue;
    const value = own.map(({ start, end }) => text.slice(start, end)).join('');
    if (zone.shape.test(value)) return { zone, span: { start: at, end: last.end }, value };
  }
  return null;
}

/** A filler counts 0. */
function isChecked(part: string): boolean {
  return icao(part.replaceAll('<', '0'));
}

/** Proved by its check digits; a specimen, or one that was typed off with a mistake, by its structure. */
function confidenceOf(text: string, { start }: Span): number | null {
  const found = zoneAt(text, start);
  if (!found) return null;
  const { zone, value } = found;
  const [, [birth = 0] = []] = zone.checked;
  if (!isDay(Number(value.slice(birth, birth + 2)), Number(value.slice(birth + 2, birth + 4)), Number(value.slice(birth + 4, birth + 6))))
    return 0.5;
  const isProved =
    zone.checked.every(([from, to]) => isChecked(value.slice(from, to))) &&
    (zone.composite.length === 0 || isChecked(zone.composite.map(([from, to]) => value.slice(from, to)).join('')));
  return isProved ? 0.95 : 0.75;
}

export default {
  id: 'travel-documents',
  title: 'Travel documents',
  entities: [{ entity: 'TRAVEL_DOCUMENT_MRZ', categories: ['personal', 'government-id'] }],
  detectors: [
    {
      kind: 'anchored',
      id: 'machine-readable-zone',
      entity: 'TRAVEL_DOCUMENT_MRZ',
      source: 'ICAO Doc 9303, machine readable travel documents, parts 4 to 7: https://www.icao.int/publications/doc-series/doc-9303',
      anchors: { literals: ['<<'] },
      lead: { of: CHARACTERS, min: 3, max: 43 },
      pattern: (text, at) => zoneAt(text, at)?.span ?? null,
      confidence: 0.75,
      validate: confidenceOf,
      reach: 200,
    },
  ],
} satisfies Family;
