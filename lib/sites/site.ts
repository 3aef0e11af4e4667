/** How to find the elements of a chat page. Selectors are courtesy only: when they rot, the gate still holds. */
export interface ComposerData {
  /** Elements that people write prompts in, the edit boxes of old messages included; CSS selectors, in order of preference. */
  readonly fields: readonly string[];
  /** Controls that send, CSS selectors; matched against the clicked element and its ancestors. */
  readonly send: readonly string[];
  /** Controls that look like a send control but stop the answer. */
  readonly stop?: readonly string[];
  /** Key that sends: `enter` (the default; Shift+Enter is a new line) or `mod-enter` (Enter is a new line). */
  readonly key?: 'enter' | 'mod-enter';
}

/** What a request is, to the site. */
export type EndpointKind =
  /** The person has sent it. */
  | 'prompt'
  /** Leaves while the person still writes: autosave, suggestions, token preparation. */
  | 'draft';

/**
 * Requests that carry text which a person wrote. Paths into a body are JSON Pointers (RFC 6901) in which `*` stands for any
 * one key or index; nested encodings simply continue: `/f.req/1/0/0` is JSON inside JSON inside a form field, and the empty
 * pointer is a body that is itself the text.
 */
export interface Endpoint {
  readonly kind: EndpointKind;
  readonly channel: 'http' | 'websocket';
  /** Host that it goes to; absent when it is the page's own. `*.` at the start stands for any sub-domain. */
  readonly host?: string;
  /** Paths of the address (no query), anchored at both ends; `*` stands for one segment, `:conversation` captures one, `**` for any number. */
  readonly paths: readonly string[];
  /** Only messages whose string at this pointer has this value; for sockets that carry many kinds of message. */
  readonly when?: { readonly at: string; readonly is: string };
  /** Pointers to the prompt text. Every other string of the request is read too, as `other`; where none of them fits, or none is given, every string is prompt. */
  readonly text: readonly string[];
  /** The request carries a checksum or signature over its text: it is judged, but never rewritten; the person is helped in the composer. */
  readonly signed?: true;
  readonly model?: string;
  readonly conversation?: string;
  /** What the page is answered when the request is refused, so that it survives. Default: 403 with a JSON error. */
  readonly refusal?: Refusal;
}

/** The finished response that a page gets in place of a refused request. */
export interface Refusal {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What every page of a chat app carries: which one it is, and where people write. */
export interface SitePage {
  readonly id: string;
  /** Page hosts, exact, or `*.` + domain. */
  readonly hosts: readonly string[];
  readonly composer: ComposerData;
}

/** Addresses of a site that carry a prompt: links, typed addresses, what other programs open, and requests that are all address. */
export interface PromptLink {
  /** Host; absent when it is any of the site's own. */
  readonly host?: string;
  /** As those of an endpoint. */
  readonly paths: readonly string[];
  /** Names in the query whose values are prompts. */
  readonly query: readonly string[];
  /** The values are packed by lz-string. */
  readonly packed?: true;
}

export const ACCOUNTS = ['personal', 'work', 'unknown'] as const;

/** Whose account a site is used with: `work` is the organisation's, `personal` anybody else's. */
export type Account = (typeof ACCOUNTS)[number];

/** Where the requests of a site show which account they are made with. The ids of an organisation's own accounts come with its policy. */
export interface AccountClue {
  /** `path`: `:account` in the pattern `is`. `host`: what stands for the asterisk of `is`. `header`: the value of the header `is`, in small letters. */
  readonly at: 'path' | 'host' | 'header';
  readonly is: string;
  /** Only what follows this in the value counts. */
  readonly after?: string;
  /** Values, in small letters, that say by themselves whose account it is; and what every other value says. */
  readonly personal?: readonly string[];
  readonly work?: readonly string[];
  readonly otherwise?: 'personal' | 'work';
}

/** What the background alone knows of a chat app. */
export interface SiteWire {
  readonly name: string;
  /**
   * `prompts`: the host serves much else, so only the requests listed below are read. `shaped`: of those that are not listed, the ones
   * that look like a prompt to a model. Default: all requests are.
   */
  readonly reads?: 'prompts' | 'shaped';
  readonly endpoints: readonly Endpoint[];
  /** Addresses that carry a prompt. */
  readonly links?: readonly PromptLink[];
  /** What shows the account; the first that a request has counts. */
  readonly account?: readonly AccountClue[];
  /** Where the facts come from and when they were last seen to hold. */
  readonly source: string;
}

/** Data about one chat app. One file per app in `apps/`, which exports `PAGE` and `WIRE`; nothing to register. */
export interface Site extends SitePage, SiteWire {}
