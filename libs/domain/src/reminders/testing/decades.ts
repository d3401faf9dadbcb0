import { simulate } from './simulator.ts';
import type { Counts, Lived, World } from './simulator.ts';

/** A decade is ten years of 200 items; every third house has one server only. */
const decade = (seed: number, of: Partial<World>): Lived =>
  simulate({ seed, years: YEARS, items: 200, servers: seed % 3 === 0 ? 1 : 2, ...of });

/** YEARS is how long each simulated house lives. */
export const YEARS = 10;

/** EVERYTHING_GOES_WRONG cuts the power at any pause and the connection at any stage; NOTHING_IS_CUT has all other faults. */
export const EVERYTHING_GOES_WRONG: Partial<World> = {};
export const NOTHING_IS_CUT: Partial<World> = { powerCuts: 0, mail: { faults: 0.05, cuts: false } };

/** liveDecades lives one house for each seed, stops at the first violation, and adds up what happened. */
export function liveDecades(seeds: readonly number[], of: Partial<World>): Lived {
  const sum = new Map<string, number>();
  for (const seed of seeds) {
    const { violations, counts } = decade(seed, of);
    if (violations.length > 0) return { seed, violations, counts };
    for (const [name, count] of Object.entries(counts)) sum.set(name, (sum.get(name) ?? 0) + count);
  }
  return { seed: seeds.at(-1) ?? 0, violations: [], counts: Object.fromEntries(sum) as Counts };
}
