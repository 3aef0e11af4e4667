/** Most keys that are remembered; the longest unused go first. */
const MAX_KEYS = 20_000;

export interface RateLimit {
  /** 0 when it may go on, else the ms until it may. */
  take(key: string): number;
}

/** A token bucket for each key: `burst` at once, then `perSecond`. `now` in ms. */
export function createRateLimit(perSecond: number, burst: number, now: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const time = now();
      const old = buckets.get(key) ?? { left: burst, at: time };
      const left = Math.min(burst, old.left + (Math.max(0, time - old.at) * perSecond) / 1000);
      const passes = left >= 1;
      // Set anew, so that the map's order is the order of use.
      buckets.delete(key);
      buckets.set(key, { left: passes ? left - 1 : left, at: time });
      const oldest = buckets.keys().next().value;
      if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
      return passes ? 0 : Math.ceil(((1 - left) * 1000) / perSecond);
    },
  };
}
