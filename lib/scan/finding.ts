/** Half-open range `[start, end)` in UTF-16 code units of the original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One thing that a detector found. It never holds the matched text, so that no log, message, event or crash report can
 * leak it; whoever needs the text cuts it out of the draft by `span`.
 */
export interface Finding {
  /** Entity type, upper snake case: `CREDIT_CARD`, `AWS_ACCESS_KEY`, or `ORG:<list id>` for an organisation's own list. */
  readonly entity: string;
  readonly span: Span;
  /** 0..1: 0.3 shape only · 0.5 shape and context · 0.75 distinctive format · 0.9 and above checksum or parse proved. */
  readonly confidence: number;
  /** Id of the detector that found it. */
  readonly detector: string;
  /** Other entities that the same text may be with nearly the same right: a bare number that fits several countries. A rule about one of them counts it too. */
  readonly also?: readonly string[];
}
