import type { PageState } from '../messages/protocol.ts';
import { SITES } from '../sites/sites.ts';

type FrameState = Omit<PageState, 'siteName' | 'network'>;

/** How well each tab is guarded, as its frames have said. */
export interface Pages {
  set(tab: number, frame: number, state: FrameState): void;
  /** The tab's state: its top frame's, with a composer counted wherever it is. Null when no guide has spoken. */
  state(tab: number): Omit<PageState, 'network'> | null;
  remove(tab: number): void;
}

export function createPages(): Pages {
  const tabs = new Map<number, Map<number, FrameState>>();
  return {
    set(tab, frame, state) {
      // A new top document makes its old frames void.
      const frames = frame === 0 && !state.guide ? new Map<number, FrameState>() : (tabs.get(tab) ?? new Map<number, FrameState>());
      frames.set(frame, state);
      tabs.set(tab, frames);
    },
    state(tab) {
      const frames = tabs.get(tab);
      const top = frames?.get(0) ?? frames?.values().next().value;
      if (!frames || !top) return null;
      const siteName = SITES.find((site) => site.id === top.siteId)?.name ?? top.host;
      return { ...top, siteName, guide: [...frames.values()].some((state) => state.guide) };
    },
    remove: (tab) => void tabs.delete(tab),
  };
}
