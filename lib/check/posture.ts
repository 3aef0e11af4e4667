import type { Policy } from '../policy/schema.ts';
import type { Finding } from '../scan/finding.ts';
import type { SiteTable } from '../sites/sites.ts';

/** Everything that a verdict depends on besides the draft: the policy in force, ready to be applied. */
export interface Posture {
  readonly policy: Policy;
  /** The sites of this build with the policy's own entries in front. */
  readonly sites: SiteTable;
  readonly scan: (text: string) => readonly Finding[];
  /** The same findings for a text that is being typed, sooner: what has not changed since the last one is not scanned again. Keeps that one in memory. */
  readonly scanTyped: (text: string) => readonly Finding[];
  /** Whether a scan since the last call was incomplete, because a detector's library is not loaded yet: then `complete`, and scan again. */
  readonly incomplete: () => boolean;
  readonly complete: () => Promise<void>;
  readonly ambient: (entity: string) => boolean;
  readonly categoriesOf: (entity: string) => readonly string[];
  readonly user: string;
  readonly groups: readonly string[];
  /** BCP 47 tag. */
  readonly locale: string;
  /** True when events go to an endpoint, so that people are told. */
  readonly reported: boolean;
}
