import { packAsked, type PackChoice, packIssue, packName } from './pack-asked';

const TODAY = '2026-11-22';
const choice = (part: Partial<PackChoice> = {}): PackChoice => ({
  range: 'period',
  logs: 'both',
  from: '2025-04-01',
  to: '2026-11-22',
  ...part,
});

it('everything is asked for without a period, whatever stands in the fields', () => {
  const all = choice({ range: 'all', from: '', to: '' });
  expect(packAsked(all)).toEqual({});
  expect(packIssue(all, TODAY)).toBeNull();
  expect(packName(all, TODAY)).toBe('azukari-2026-11-22.zip');
});

it('the days of a period are days in Japan, both included, and may be more than a year', () => {
  expect(packIssue(choice(), TODAY)).toBeNull();
  expect(packAsked(choice())).toEqual({ from: '2025-03-31T15:00:00.000Z', to: '2026-11-22T15:00:00.000Z' });
  expect(packName(choice(), TODAY)).toBe('azukari-2025-04-01_2026-11-22.zip');
});

it('who looked at whom can stay in the house', () =>
  expect(packAsked(choice({ range: 'all', logs: 'custody' }))).toEqual({ log: 'custody' }));

it.each([
  ['day', { from: '' }],
  ['day', { to: '2026-02-30' }],
  ['order', { from: '2026-11-22', to: '2026-11-21' }],
  ['future', { from: '2026-11-23', to: '2026-11-24' }],
] as const)('%s keeps %j from being asked for', (issue, part) => expect(packIssue(choice(part), TODAY)).toBe(issue));
