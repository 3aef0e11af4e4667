import type { AuditEvent, SiteState } from '../audit/event.ts';
import type { Body, Draft } from '../capture/draft.ts';
import type { Action } from '../policy/action.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { PolicyStamp } from '../policy/verdict.ts';
import type { ComposerData, Refusal } from '../sites/site.ts';
import type { Notice, Presentation, PresentedFinding, Resolution, Trouble } from './presentation.ts';

/** Name of the long-lived port between a guide and the background. */
export const GUIDE_PORT = 'guide';

/** What the guide sends to the background over its port. */
export type FromGuide =
  /** Judge a draft. `ahead`: the text is still being written, nobody is asked and nothing is reported. `send`: it is leaving. */
  | { readonly type: 'check'; readonly id: string; readonly intent: 'ahead' | 'send'; readonly draft: Draft }
  /** The person has answered a `present`. */
  | { readonly type: 'resolved'; readonly resolution: Resolution }
  /** Keeps the worker awake while somebody writes or reads a dialog. */
  | { readonly type: 'wake' }
  /** A decision that was taken without the background, reported as soon as it can be heard again. */
  | { readonly type: 'degraded'; readonly cause: Trouble; readonly count: number }
  /** How well this frame is guarded; said at the start, whenever it changes, and again on every new connection. */
  | { readonly type: 'page'; readonly gate: boolean; readonly guide: boolean };

/** The answer to `check` with intent `ahead`. */
export interface AheadAnswer {
  readonly kind: 'ahead';
  readonly action: Action;
  readonly findings: readonly PresentedFinding[];
}

/** The answer to `check` with intent `send`. Anything that is not one of these is a refusal. */
export type SendAnswer =
  | { readonly kind: 'release' }
  | { readonly kind: 'rewrite'; readonly body: Body; readonly notice: Notice | null }
  | { readonly kind: 'refuse'; readonly refusal: Refusal; readonly trouble: Trouble | null; readonly notice: Notice | null }
  /** Somebody is being asked; one of the others follows under the same id. */
  | { readonly kind: 'wait' };

/** What the background sends to a guide. */
export type ToGuide =
  /**
   * `network`: requests are judged in the network too, so what cannot wait may leave the gate unasked. `composer`: where people write
   * on this site, by the policy in force.
   */
  | {
      readonly type: 'hello';
      readonly onDeadline: 'block' | 'release';
      readonly locale: string;
      readonly network?: boolean;
      readonly composer?: ComposerData;
    }
  | { readonly type: 'answer'; readonly id: string; readonly answer: AheadAnswer | SendAnswer }
  /** Show this question, in this frame. */
  | { readonly type: 'present'; readonly presentation: Presentation }
  | { readonly type: 'dismiss'; readonly askId: string };

/** How well a page is guarded. */
export interface PageState {
  readonly siteId: string;
  readonly siteName: string;
  readonly host: string;
  /** Gate in place and answering in this tab. */
  readonly gate: boolean;
  /** A composer was found, so that checks run ahead of Send. */
  readonly guide: boolean;
  /** Requests are judged in the network too: policy has installed the extension, or the browser grants that to everybody. */
  readonly network: boolean;
}

/** How far what is known of a site was seen to hold in this browser. */
export interface SiteCheckState {
  readonly siteId: string;
  readonly siteName: string;
  readonly state: SiteState;
  /** Why it is not `verified`; empty when it is. */
  readonly cause: '' | 'unknown-shape' | 'no-composer' | 'no-prompt';
  /** When it was last seen, ms since 1970; of `silent` the last prompt, 0 when there was none. */
  readonly at: number;
}

export interface SitesState {
  readonly checks: readonly SiteCheckState[];
  /** Hosts that the policy names and the browser has not granted. */
  readonly wanted: readonly string[];
}

/** Where the policy in force came from. */
export type PolicySource = 'managed' | 'last-good' | 'own' | 'built-in';

export interface PolicyState {
  readonly stamp: PolicyStamp;
  readonly source: PolicySource;
  /** True when an administrator manages this browser: the person cannot change anything. */
  readonly managed: boolean;
  /** The policy in force as indented JSON. */
  readonly text: string;
  readonly problems: readonly PolicyProblem[];
  /** Where events go; empty when nowhere. Host only. */
  readonly endpointHost: string;
  readonly userId: string;
  readonly reportsUsage: boolean;
  readonly consent: 'none' | 'notice' | 'required';
  readonly consentGiven: boolean;
}

export interface OutboxState {
  /** Events that wait for the collector. */
  readonly waiting: number;
  /** Events that the collector refused for good. */
  readonly dead: number;
  /** Milliseconds since 1970 of the last acknowledged upload, 0 when there was none. */
  readonly lastSuccess: number;
  /** Human-readable cause of the last failure, empty when the last upload succeeded. */
  readonly lastError: string;
}

/** Requests that the extension's own pages (popup, options, welcome) and tests send to the background: name → [request, response]. */
export interface PageRequests {
  'page-state': [{ readonly tabId: number }, PageState | null];
  'policy-state': [Record<string, never>, PolicyState];
  'outbox-state': [Record<string, never>, OutboxState];
  'sites-state': [Record<string, never>, SitesState];
  /** Own activity, newest first. */
  activity: [{ readonly limit: number; readonly tabHost?: string }, readonly AuditEvent[]];
  /** Sets the person's own policy where nobody manages the browser; null returns to the built-in one. */
  'set-own-policy': [{ readonly text: string | null }, { readonly ok: boolean; readonly problems: readonly PolicyProblem[] }];
  'give-consent': [{ readonly given: boolean }, PolicyState];
  'inject-dialog': [Record<string, never>, { readonly ok: boolean }];
}
