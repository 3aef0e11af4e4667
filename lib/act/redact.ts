import type { Finding } from '../scan/finding.ts';

/** A finding within one of several texts. */
export interface Located extends Finding {
  /** Index of the text that `span` counts in. */
  readonly part: number;
}

/** Name of an entity inside a placeholder: capitals, digits and underscores only. */
function label(entity: string): string {
  return entity.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

/**
 * Replaces findings by typed, numbered placeholders such as `[CREDIT_CARD_1]`. The same value gets the same number in all
 * texts of the draft; numbers go on after the highest one that the texts already hold, so that a placeholder from an earlier
 * turn of the conversation never changes its meaning. Overlapping findings are replaced as one.
 *
 * @returns the texts in the same order; those without findings are the same strings
 */
export function redact(texts: readonly string[], findings: readonly Located[]): readonly string[] {
  const highest = highestNumbers(texts);
  const names = new Map<string, string>();
  return texts.map((text, part) => {
    const own = findings.filter((finding) => finding.part === part).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let out = '';
    let at = 0;
    for (const { entity, span } of own) {
      if (span.end <= at) continue;
      if (span.start < at) {
        // The rest of an overlap goes with the placeholder before it.
        at = span.end;
        continue;
      }
      const key = `${entity}\n${text.slice(span.start, span.end)}`;
      let name = names.get(key);
      if (name === undefined) {
        const kind = label(entity);
        const number = (highest.get(kind) ?? 0) + 1;
        highest.set(kind, number);
        name = `[${kind}_${number}]`;
        names.set(key, name);
      }
      out += text.slice(at, span.start) + name;
      at = span.end;
    }
    return at === 0 ? text : out + text.slice(at);
  });
}

function highestNumbers(texts: readonly string[]): Map<string, number> {
  const highest = new Map<string, number>();
  for (const text of texts) {
    for (const [, kind = '', digits = ''] of text.matchAll(/\[([A-Z][A-Z0-9_]{0,80})_(\d{1,6})\]/g)) {
      highest.set(kind, Math.max(highest.get(kind) ?? 0, Number(digits)));
    }
  }
  return highest;
}
