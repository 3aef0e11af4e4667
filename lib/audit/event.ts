import type { Action } from '../policy/action.ts';
import type { PolicyStamp } from '../policy/verdict.ts';
import type { Account } from '../sites/site.ts';

export const EVENT_KINDS = ['verdict', 'choice', 'false-alarm', 'policy', 'degraded', 'gap', 'consent', 'site-check', 'discovery'] as const;

/** What an event records. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** How far what is known of a site was seen to hold: see `lib/check/self-check.ts`. */
export const SITE_STATES = ['verified', 'degraded', 'silent'] as const;

export type SiteState = (typeof SITE_STATES)[number];

/** How often an entity was found in one draft. */
export interface FindingCount {
  readonly entity: string;
  readonly count: number;
  /** Highest confidence among them, 0..1. */
  readonly confidence: number;
}

/** Content-free record of a verdict, or of what the person chose. No field ever holds text of a prompt. */
export interface AuditEvent {
  /** UUID v7; the collector removes duplicates by it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: EventKind;
  readonly device: string;
  readonly user: string;
  readonly extension: string;
  readonly browser: string;
  readonly policy: PolicyStamp;
  readonly site?: string;
  /** Host of the page; never a path or query. */
  readonly host?: string;
  readonly channel?: string;
  /** Whose account the site was used with, as far as its requests showed. */
  readonly account?: Account;
  readonly direction?: 'prompt' | 'answer';
  readonly model?: string;
  /** Truncated hash of the conversation id. */
  readonly conversation?: string;
  readonly action?: Action;
  /** `held`: waits for the person; a `choice` event with `about` follows. */
  readonly outcome?: 'released' | 'rewritten' | 'refused' | 'held';
  readonly choice?: 'edit' | 'redacted' | 'send' | 'reason';
  /** The person's own justification, only where the policy asks for one. */
  readonly reason?: string;
  readonly rules?: readonly string[];
  readonly findings?: readonly FindingCount[];
  /** Characters of text judged. */
  readonly size?: number;
  /** Time from request to verdict, ms. */
  readonly took?: number;
  /** Id of the event that this one continues. */
  readonly about?: string;
  /** Of a site check. */
  readonly state?: SiteState;
  /** Cause of a degraded decision, of a site’s state, path and cure of a policy problem, count of lost events; never content. */
  readonly detail?: string;
}
