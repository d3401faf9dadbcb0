import { spanOf } from './span';

it.each([
  [1, 'seconds', 1],
  [59_000, 'seconds', 59],
  [60_000, 'minutes', 1],
  [7_199_000, 'hours', 1],
  [1_347_759_000, 'days', 15],
] as const)('%d ms are %s: %d', (ms, unit, count) => expect(spanOf(ms)).toEqual({ unit, count }));
