import { daysOf, issueOf } from './period';

test.each([
  ['this-year', '2026-03-31', '2025-04-01', '2026-03-31'],
  ['this-year', '2026-04-01', '2026-04-01', '2026-04-01'],
  ['last-year', '2026-11-22', '2025-04-01', '2026-03-31'],
  ['last-year', '2026-03-31', '2024-04-01', '2025-03-31'],
  ['quarter', '2026-11-22', '2026-08-23', '2026-11-22'],
] as const)('%s on %s is from %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to });
});

test.each([
  ['2026-02-30', '2026-03-01', 'day'],
  ['2026-03-02', '2026-03-01', 'order'],
  ['2026-03-02', '2026-03-03', 'future'],
  ['2024-12-01', '2025-12-02', 'long'],
  ['2024-12-01', '2025-12-01', null],
] as const)('from %s to %s: %s', (from, to, issue) => {
  expect(issueOf({ from, to }, '2026-03-01')).toBe(issue);
});
