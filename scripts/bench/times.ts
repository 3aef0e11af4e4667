/**
 * CPU time of this process until now, all threads, ms. Unlike the time on the wall it leaves out what other processes do with the machine; it
 * counts the collection of garbage and the compiling that the work calls for.
 */
export function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Times of two ways to do the same, in ms, taken in turns. */
export interface Pair {
  readonly own: readonly number[];
  readonly other: readonly number[];
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function best(values: readonly number[]): number {
  return Math.min(...values);
}

/** Time of one call of `work`, ms; called again and again until `least` ms are over, so that the clock does not count. */
export function timeOf(work: () => void, least = 2): number {
  const begun = now();
  let calls = 0;
  let end = begun;
  do {
    work();
    calls++;
    end = now();
  } while (end - begun < least);
  return (end - begun) / calls;
}

/** Calls `work` for so many ms, so that the runtime has compiled what it will compile. */
export function warmUp(work: () => void, ms = 1500): void {
  timeOf(work, ms);
}

/** Takes times in turns, so that a change of the machine's load hits both ways. The first round does not count. */
export function inTurns(rounds: number, own: () => void, other: () => void): Pair {
  const times = { own: [] as number[], other: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const pair = [timeOf(own), timeOf(other)] as const;
    if (round < 0) continue;
    times.own.push(pair[0]);
    times.other.push(pair[1]);
  }
  return times;
}

/** Exponent of growth: slope of the line through (log x, log y); 1 is linear. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return above / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
