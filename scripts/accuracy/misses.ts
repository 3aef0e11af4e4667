import type { Finding } from '../../lib/scan/finding.ts';

/** Why a labelled value was not found exactly, in the order in which they are tried. */
export const REASONS = [
  'unknown value',
  'cut',
  'host or name, no secret',
  'wider',
  'narrower',
  'shifted',
  'placeholder',
  'below acting confidence',
  'missed',
] as const;

export type Reason = (typeof REASONS)[number];

/** What each reason means, for the report. */
export const MEANING: Readonly<Record<Reason, string>> = {
  'unknown value': 'the data does not say where the value is, and nothing was found',
  cut: 'the label ends inside a longer run of letters and digits: the sample is longer than its rule captures',
  'host or name, no secret': 'the label is a host, an address without credentials, an e-mail address or a user name',
  placeholder: 'the label stands for a value: xxxx, AAAA, "password", user:pass',
  'below acting confidence': 'found exactly, but at less than the acting confidence',
  wider: 'a finding contains the label, with a prefix for example',
  narrower: 'a finding lies inside the label: the password of an address for example',
  shifted: 'a finding overlaps the label at one end',
  missed: 'nothing touches the label',
};

/** Where `value` stands in `text`. */
export function places(text: string, value: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(value); at >= 0 && value !== ''; at = text.indexOf(value, at + 1)) found.push(at);
  return found;
}

/** Whether the label ends inside a longer run of letters and digits, wherever it stands. */
export function isCut(text: string, value: string): boolean {
  const at = places(text, value);
  return at.length > 0 && at.every((start) => /^[A-Za-z0-9]{2}$/.test(text.slice(start + value.length - 1, start + value.length + 1)));
}

/** Whether the label is a host, an address without credentials in it, an e-mail address, or a word that the text calls a name. */
export function isHostOrName(text: string, value: string): boolean {
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) return true;
  const address = /^(?:[a-z][a-z0-9+.-]*:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?::\d+)?((?:\/[^\s?#]*)?)$/i.exec(value);
  // A long segment with digits may be a secret: webhooks.
  if (address)
    return (
      !(address[2] ?? '').split('/').some((segment) => segment.length >= 16 && /\d/.test(segment)) && /[a-z]{2}/.test(address[1] ?? '')
    );
  if (!/^[a-z]{2,}(?:[._-][a-z]+)*\d{0,2}$/.test(value) || value.length > 24) return false;
  return places(text, value).every((start) => {
    const before = text.slice(Math.max(0, start - 32), start);
    // "user: ada" and "user=ada", but not the password in "user:hunter".
    return /(?:user|login|name|host|account|org|tenant|domain|instance|site|url)["'`]?\s*(?:=|:\s|:=|=>|:(?=["'`]))\s*["'`]?$/i.test(
      before,
    );
  });
}

/** Whether the label only stands for a value. Its own rule, so that the product does not judge itself. */
export function isPlaceholderLabel(value: string): boolean {
  const lower = value.toLowerCase();
  const body = lower.replace(/[^a-z0-9]/g, '');
  return (
    /x{4}|\*{3}|\.{3}|a{6}|0{10}|example|changeme|placeholder|your[-_]|redacted|dummy/.test(lower) ||
    /^(?:[a-z]+:\/\/)?(?:user(?:name)?|admin|root|foo):(?:pass(?:word)?|secret|bar)(?:@.*)?$/.test(lower) ||
    /^(?:password|passwd|pass|secret|token|test|admin|foobar)\d{0,3}$/.test(lower) ||
    (body.length >= 6 && new Set(body.slice(-16)).size <= 3) ||
    /abcdefgh|12345678|qwertyui/.test(body)
  );
}

function overlapOf(labels: readonly Finding['span'][], findings: readonly Finding[]): 'wider' | 'narrower' | 'shifted' | null {
  const any = (test: (span: Finding['span'], label: Finding['span']) => boolean): boolean =>
    findings.some(({ span }) => labels.some((label) => test(span, label)));
  if (any((span, label) => span.start <= label.start && label.end <= span.end)) return 'wider';
  if (any((span, label) => label.start <= span.start && span.end <= label.end)) return 'narrower';
  return any((span, label) => span.start < label.end && label.start < span.end) ? 'shifted' : null;
}

/** Why no finding at or above `threshold` is exactly the label. `findings` are those of any confidence. */
export function reasonOf(text: string, value: string | null, findings: readonly Finding[], threshold: number): Reason {
  if (value === null) return 'unknown value';
  if (isCut(text, value)) return 'cut';
  if (isHostOrName(text, value)) return 'host or name, no secret';
  const labels = places(text, value).map((start) => ({ start, end: start + value.length }));
  const acted = overlapOf(
    labels,
    findings.filter(({ confidence }) => confidence >= threshold),
  );
  // What is acted on was not taken for a placeholder.
  if (acted !== null) return acted;
  if (isPlaceholderLabel(value)) return 'placeholder';
  if (findings.some(({ span }) => text.slice(span.start, span.end) === value)) return 'below acting confidence';
  return overlapOf(labels, findings) ?? 'missed';
}
