import type { PageState } from '../messages/protocol.ts';
import type { SiteTable } from '../sites/sites.ts';

type FrameState = Pick<PageState, 'host' | 'gate' | 'guide'>;

/** How well each tab is guarded, as its frames have said. */
export interface Pages {
  set(tab: number, frame: number, state: FrameState): void;
  /** The tab's state: its top frame's, with a composer counted wherever it is. Null when no guide has spoken. */
  state(tab: number): Omit<PageState, 'network'> | null;
  remove(tab: number): void;
}

/** @param sites the sites in force, for names */
export function createPages(sites: () => SiteTable): Pages {
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
      const site = sites().forHost(top.host);
      return { ...top, siteId: site?.id ?? '', siteName: site?.name ?? top.host, guide: [...frames.values()].some((state) => state.guide) };
    },
    remove: (tab) => void tabs.delete(tab),
  };
}
