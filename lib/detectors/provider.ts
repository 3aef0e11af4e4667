/** A kind of credential that a provider issues. */
export interface CredentialType {
  /** See `parseShape`. Several when the format has changed over time. A leading `~`: nothing in it is distinctive, so it counts only near one of the provider's words. */
  readonly shape: string | readonly string[];
  /** Name of a check of `CHECKS`: a checksum or a structure that tells real ones from made-up ones. */
  readonly check?: string;
  /** 0..1, when it differs from what the shape suggests: what is public by design, or for tests only, is lower. */
  readonly confidence?: number;
  /** Words of this type alone, in place of the provider's. */
  readonly words?: readonly string[];
  /** Entity type, where it is not the provider's name and the last word of the type's. */
  readonly entity?: string;
  /** Documentation of this type, where it is not the provider's. */
  readonly source?: string;
}

/** One who issues credentials. A value in `providers/*.ts`; adding one touches nothing else. */
export interface Provider {
  /** Kebab-case, unique. Begins the ids of its detectors (`acme-api-key`) and, in capitals, its entities (`ACME_KEY`). */
  readonly provider: string;
  /** The provider's own documentation of its credentials, https. */
  readonly source: string;
  /** How text names the provider, lower case; default: `provider` with its hyphens as they come (`acme-mail`, `acme_mail`, `acme mail`, `acmemail`). */
  readonly words?: readonly string[];
  /** By name, kebab-case, last word one of key, token, secret, password, webhook, id, url, cookie, code, credential. A string is the shape. */
  readonly types: Readonly<Record<string, string | CredentialType>>;
}

/** Last words of the names of types. */
export const TYPE_WORDS = ['key', 'token', 'secret', 'password', 'webhook', 'id', 'url', 'cookie', 'code', 'credential'] as const;
