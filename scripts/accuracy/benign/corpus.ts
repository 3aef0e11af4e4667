import { logExcerpts } from './logs.ts';
import { packagePieces } from './packages.ts';
import { prompts } from './prompts.ts';

/** A text that holds no secret. */
export interface BenignItem {
  /** `prompts`, `logs` or `packages`. */
  readonly group: 'prompts' | 'logs' | 'packages';
  /** Language, kind of log or kind of file. */
  readonly kind: string;
  readonly text: string;
}

/** Prompts and logs: generated, so that they hold nothing true. */
export function generatedItems(): BenignItem[] {
  return [
    ...prompts(360, 260, 40).map((item) => ({ group: 'prompts' as const, ...item })),
    ...logExcerpts(20).map((item) => ({ group: 'logs' as const, ...item })),
  ];
}

/** All texts, none twice. */
export function benignCorpus(): BenignItem[] {
  return [...generatedItems(), ...packagePieces().map((item) => ({ group: 'packages' as const, ...item }))];
}
