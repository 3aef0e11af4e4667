/** How to find the elements of a chat page. Selectors are courtesy only: when they rot, the gate still holds. */
export interface ComposerData {
  /** Elements that people write prompts in, the edit boxes of old messages included; CSS selectors, in order of preference. */
  readonly fields: readonly string[];
  /** Controls that send, CSS selectors; matched against the clicked element and its ancestors. */
  readonly send: readonly string[];
  /** Controls that look like a send control but stop the answer. */
  readonly stop?: readonly string[];
  /** Key that sends: `enter` (Shift+Enter is a new line) or `mod-enter` (Enter is a new line). */
  readonly key: 'enter' | 'mod-enter';
}

/** What a request is, to the site. */
export type EndpointKind =
  /** The person has sent it. */
  | 'prompt'
  /** Leaves while the person still writes: autosave, suggestions, token preparation. */
  | 'draft';

/** One request that carries text which a person wrote. */
export interface Endpoint {
  readonly kind: EndpointKind;
  readonly channel: 'http' | 'websocket';
  /** Host that it goes to; absent when it is the page's own. `*.` at the start stands for any sub-domain. */
  readonly host?: string;
  /** Path of the address (no query), anchored at both ends; `*` stands for one segment, `**` for any number of them. */
  readonly path: string;
  /** Only messages whose string at this path has this value (`event` = `send`); for sockets that carry many kinds of message. */
  readonly when?: { readonly path: string; readonly is: string };
  /**
   * Paths of the prompt text in the decoded body; `*` stands for one index or key. Nested encodings continue the path:
   * `f.req.[1].[0].[0]` reaches into JSON inside JSON inside a form field.
   */
  readonly text: readonly string[];
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

/** Data about one chat app. One file per app in this folder; nothing to register. */
export interface Site {
  readonly id: string;
  readonly name: string;
  /** Page hosts, exact, or `*.` + domain. */
  readonly hosts: readonly string[];
  readonly composer: ComposerData;
  readonly endpoints: readonly Endpoint[];
  /** Where the facts come from and when they were last seen to hold. */
  readonly source: string;
}
