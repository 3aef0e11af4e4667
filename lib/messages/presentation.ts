import type { Action } from '../policy/action.ts';
import type { RuleHit } from '../policy/verdict.ts';

/** A finding as the dialog shows it: where it lies in `PresentedPart.text`, and what it is. */
export interface PresentedFinding {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly action: Action;
  /** Ids of the rules that minded it. */
  readonly rules: readonly string[];
}

/** One text part with findings. */
export interface PresentedPart {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly PresentedFinding[];
  /** The text with placeholders in place of the findings, or null when this part cannot be rewritten safely. */
  readonly redacted: string | null;
}

/** Why a draft is held although no rule minded its text. */
export type Trouble =
  /** No verdict in time. */
  | 'deadline'
  /** The page was loaded before the extension was updated: it must be reloaded. */
  | 'stale'
  /** The policy could not be loaded yet. */
  | 'closed'
  /** The body cannot be read (too large, binary, unknown encoding) and the policy minds that. */
  | 'unreadable';

/** Everything the dialog needs to explain a held draft and to offer what the policy allows. */
export interface Presentation {
  /** Names this question in the answer. */
  readonly askId: string;
  /** BCP 47 tag of the language to speak in; the nearest one that we have words for is taken. */
  readonly locale: string;
  readonly siteName: string;
  readonly action: Exclude<Action, 'allow' | 'monitor'>;
  /** `composer`: the text is still in the editor. `wire`: the page has already tried to send it. */
  readonly origin: 'composer' | 'wire';
  readonly parts: readonly PresentedPart[];
  readonly rules: readonly RuleHit[];
  readonly trouble: Trouble | null;
  readonly may: {
    /** Send with placeholders in place of the findings. */
    readonly redacted: boolean;
    /** Send unchanged. */
    readonly send: boolean;
    /** Sending unchanged needs a reason of at least `minReason` characters. */
    readonly reason: boolean;
    readonly minReason: number;
    readonly falseAlarm: boolean;
  };
  /** What the organisation learns of this, in the person's words, is shown when true. */
  readonly reported: boolean;
}

/** What the person chose. Closing the dialog is `edit`: nothing is sent, the text stays. */
export type Choice =
  | { readonly kind: 'edit' }
  | { readonly kind: 'redacted' }
  | { readonly kind: 'send' }
  | { readonly kind: 'reason'; readonly reason: string };

/** A choice with the findings that the person reports as false alarms (entity and rule ids only, no text). */
export interface Resolution {
  readonly askId: string;
  readonly choice: Choice;
  readonly falseAlarms: readonly { readonly entity: string; readonly rules: readonly string[] }[];
}

/** A short, quiet message beside the composer. */
export interface Notice {
  readonly kind: 'redacted' | 'refused' | 'stale' | 'found';
  /** How many findings it is about. */
  readonly count: number;
  /** Entity types, each once. */
  readonly entities: readonly string[];
}

/** What the injected dialog script offers to the guide; both live in the isolated world, which the page cannot see. */
export interface DialogApi {
  /** Shows the question (after those already waiting) and resolves with the person's choice; never rejects. */
  open(presentation: Presentation): Promise<Resolution>;
  /** Takes a question away that has been answered elsewhere; its `open` resolves as `edit`. */
  close(askId: string): void;
  /** Keeps an event from the page while the dialog is open, and hands it to the dialog alone; does nothing otherwise. */
  take(event: Event): void;
}
