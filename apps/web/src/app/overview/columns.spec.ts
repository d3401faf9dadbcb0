import { alarmsOf, COLUMNS, type Home, inOrderOf } from './columns';

const NOW = '2026-11-22T01:00:00.000Z';

function aHome(name: string, of: Partial<Home> = {}): Home {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name,
    stored: 120,
    out: 3,
    late: 0,
    held: 0,
    missing: 0,
    counts: { state: 'done', due: 0, skipped: 0, awaited: 0, late: 0 },
    monthsLate: 0,
    deadlines: { soon: 0, overdue: 0 },
    mails: { state: 'working', failed: 0, lastRunAt: NOW },
    record: { checkedAt: NOW, broken: false },
    asOf: NOW,
    ...of,
  };
}

const quiet = aHome('さくら');
const troubled = aHome('もみじ', { late: 2, deadlines: { soon: 4, overdue: 1 } });
const broken = aHome('うめ', { record: { checkedAt: null, broken: true } });

it('homes that need somebody come first, then by name', () => {
  const names = (by: Parameters<typeof inOrderOf>[1]) =>
    inOrderOf([quiet, broken, troubled], by).map(({ name }) => name);
  expect([quiet, troubled, broken].map(alarmsOf)).toEqual([0, 2, 1]);
  expect(names('alarms')).toEqual(['もみじ', 'うめ', 'さくら']);
  expect(names('record')).toEqual(['うめ', 'さくら', 'もみじ']);
  expect(names('late')[0]).toBe('もみじ');
});

it.each([
  ['a count that was skipped', { counts: { ...quiet.counts, state: 'skipped', skipped: 1 } }],
  ['a month that was not closed in time', { monthsLate: 1 }],
  ['something that is lost', { missing: 1 }],
  ['mails that stand still', { mails: { ...quiet.mails, state: 'stopped' } }],
  ['mails that did not arrive', { mails: { ...quiet.mails, failed: 1 } }],
] as const)('%s needs somebody; what is merely out does not', (_, of) => {
  expect(alarmsOf(aHome('x', of))).toBe(1);
  expect(alarmsOf(aHome('x', { out: 50, held: 3 }))).toBe(0);
});

it('every column says something of every home', () => {
  const speech = { say: (key: string) => key, moment: (at: string) => at };
  for (const home of [quiet, troubled, broken])
    for (const column of COLUMNS) expect(column.say(home, speech)).not.toBe('');
});
