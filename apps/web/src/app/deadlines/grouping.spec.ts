import { barsOf, groupsOf } from './grouping';
import { aDeadline, AS_OF, UNKNOWN, YAMADA } from './testing';

const AOKI = { ...YAMADA, id: '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a12', name: '青木 千代', kana: 'あおき ちよ' };
const overdue = aDeadline({ date: '2026-10-31', daysLeft: -22, resident: AOKI, item: { kind: 'care-insurance-card' } });
const soon = aDeadline();
const late = aDeadline({ date: '2028-01-01', daysLeft: 405, resident: null });
// As the API sorts them: without a date first, then by date.
const ALL = [UNKNOWN, overdue, soon, late];

const FUMI = {
  id: 'fumi',
  name: '高橋 ふみ',
  kana: 'たかはし ふみ',
  relation: '長女',
  residentIds: [AOKI.id, YAMADA.id],
};
const keys = (by: 'month' | 'resident' | 'family' | 'kind') =>
  groupsOf(ALL, { by, asOf: AS_OF, families: [FUMI] }).map(({ key }) => key);

it('counts each bucket once, and draws the highest in full', () => {
  const bars = barsOf([...ALL, aDeadline({ date: '2026-12-31', daysLeft: 39 })], AS_OF);
  expect(bars).toHaveLength(15);
  expect(bars.filter(({ count }) => count > 0)).toEqual([
    { bucket: 'unknown', count: 1, share: 50 },
    { bucket: 'overdue', count: 1, share: 50 },
    { bucket: '2026-12', count: 2, share: 100 },
    { bucket: 'later', count: 1, share: 50 },
  ]);
});

it('without deadlines nothing is divided by nothing', () => {
  expect(barsOf([], AS_OF).every(({ count, share }) => count === 0 && share === 0)).toBe(true);
});

it('by month: what nobody knows, what has passed, the months, the rest', () => {
  expect(keys('month')).toEqual(['unknown', 'overdue', '2026-12', 'later']);
});

it('by resident in the order of kana, what belongs to nobody last', () => {
  expect(keys('resident')).toEqual([AOKI.id, YAMADA.id, '']);
});

it('by family: the daughter of two residents once, what nobody is told of last', () => {
  expect(keys('family')).toEqual(['fumi', '']);
  const [fumi] = groupsOf(ALL, { by: 'family', asOf: AS_OF, families: [FUMI] });
  expect(fumi?.deadlines).toEqual([UNKNOWN, overdue, soon]);
});

it('by kind, and within a kind what nobody knows first, whatever order it came in', () => {
  const [card] = groupsOf([late, soon, UNKNOWN], { by: 'kind', asOf: AS_OF });
  expect(card).toMatchObject({ of: { by: 'kind', kind: 'my-number-card' } });
  expect(card?.deadlines).toEqual([UNKNOWN, soon, late]);
});
