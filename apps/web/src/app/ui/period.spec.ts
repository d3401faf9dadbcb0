import { periodIssue } from './period';

describe('periodIssue', () => {
  it.each([
    ['2026-11-01', '2026-11-30', null],
    ['2026-11-01', '2026-11-01', null],
    ['2025-11-02', '2026-11-02', null],
    ['2025-11-01', '2026-11-02', 'long'],
    ['2026-11-02', '2026-11-01', 'order'],
    ['', '2026-11-01', 'day'],
    ['2026-11-01', '2026-11-31', 'day'],
  ])('%j to %j', (from, to, expected) => expect(periodIssue({ from, to })).toBe(expected));
});
