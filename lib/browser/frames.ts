/** The part of `runtime.Port` that is needed. */
interface Port {
  readonly sender?:
    | {
        readonly id?: string | undefined;
        readonly url?: string | undefined;
        readonly frameId?: number | undefined;
        readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
      }
    | undefined;
  postMessage(message: unknown): void;
}

/** The port of one guide, and where it lives. */
export interface GuideFrame {
  readonly tab: number;
  readonly frame: number;
  /** Host of the page that the frame belongs to, without port. */
  readonly host: string;
  post(message: unknown): void;
}

/** Guides that are connected now. */
export interface Frames {
  add(frame: GuideFrame): void;
  remove(frame: GuideFrame): void;
  /** Where a tab's questions are shown: its top frame if it has a guide, any other otherwise. */
  stage(tab: number): GuideFrame | undefined;
  /** Every connected guide. */
  all(): Iterable<GuideFrame>;
}

export function createFrames(): Frames {
  const frames = new Set<GuideFrame>();
  return {
    add: (frame) => void frames.add(frame),
    remove: (frame) => void frames.delete(frame),
    stage(tab) {
      const own = [...frames].filter((frame) => frame.tab === tab);
      return own.find((frame) => frame.frame === 0) ?? own[0];
    },
    all: () => frames,
  };
}

/**
 * The frame behind a port: null when it is not a content script of ours in a tab. Frames without an address of their own
 * (about:blank, srcdoc, blob) belong to the page that made them.
 */
export function frameOf(port: Port, ownId: string): GuideFrame | null {
  const { sender } = port;
  const tab = sender?.tab?.id;
  if (!sender || sender.id !== ownId || tab === undefined) return null;
  const origin: unknown = 'origin' in sender ? sender.origin : undefined;
  const host = [origin, sender.url, sender.tab?.url].map(hostOf).find((name) => name !== '') ?? '';
  return {
    tab,
    frame: sender.frameId ?? 0,
    host,
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // The frame is gone; its guide, if it lives, connects again and asks again.
      }
    },
  };
}

function hostOf(address: unknown): string {
  if (typeof address !== 'string' || !URL.canParse(address)) return '';
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname : '';
}
