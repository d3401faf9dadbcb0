import { EVERYTHING_GOES_WRONG, liveDecades, NOTHING_IS_CUT, YEARS } from './decades.ts';

// npm run simulate -- YEARS FIRST_SEED
const [years = '1000', firstSeed = '1'] = process.argv.slice(2);
const WORLDS = [
  ['everything goes wrong', EVERYTHING_GOES_WRONG],
  ['nothing is cut', NOTHING_IS_CUT],
] as const;
const houses = Math.ceil(Number(years) / YEARS / WORLDS.length);
const seeds = Array.from({ length: houses }, (_, n) => Number(firstSeed) + n);

for (const [title, world] of WORLDS) {
  const { seed, violations, counts } = liveDecades(seeds, world);
  console.info(
    `${title}: seeds ${firstSeed} to ${seed}, ${(seed - Number(firstSeed) + 1) * YEARS} facility-years`,
    counts,
  );
  for (const violation of violations) console.error(`seed ${seed}: ${violation}`);
  if (violations.length > 0 || counts.extra > counts.ambiguous) process.exitCode = 1;
}
