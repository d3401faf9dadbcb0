import { DEADLINE_KINDS } from './deadline.ts';
import { isNear, standingOf } from './standing.ts';
import type { Standable } from './standing.ts';

const AS_OF = '2026-11-22';
const one = (part: Partial<Standable> = {}): Standable => ({
  kind: 'expiry',
  date: '2026-12-10',
  from: '2026-10-10',
  closed: null,
  ...part,
});
const past = { date: '2026-11-10' } as const;

test.each([
  ['nobody knows it', one({ date: null, from: null }), 'unknown'],
  ['it has passed', one(past), 'overdue'],
  ['it ends today', one({ date: AS_OF }), 'soon'],
  ['there is something to do', one(), 'soon'],
  ['there is something to do from today', one({ from: AS_OF }), 'soon'],
  ['there is nothing to do yet', one({ from: '2026-12-01' }), 'ahead'],
  ['there is never anything to do', one({ from: null }), 'ahead'],
  ['a birthday that has passed', one({ ...past, kind: 'seventy-fifth-birthday' }), 'information'],
  ['the days of grace that have passed', one({ ...past, kind: 'grace-strict' }), 'information'],
  ['a check that is due', one({ date: AS_OF, kind: 'arrival-check' }), 'due'],
  ['an envelope that has lain too long', one({ ...past, kind: 'sealed-envelope' }), 'due'],
  ['a question', one({ kind: 'registration-check', date: null }), 'ask'],
  ['closed, though it has passed', one({ ...past, closed: {} }), 'closed'],
] as const)('%s', (_, deadline, expected) => expect(standingOf(deadline, AS_OF)).toBe(expected));

test('what needs a look today is near, come or passed, and of every kind that ends or is checked', () => {
  expect((['overdue', 'due', 'soon'] as const).every(isNear)).toBe(true);
  expect((['unknown', 'ahead', 'information', 'ask', 'closed'] as const).some(isNear)).toBe(false);
  const never = DEADLINE_KINDS.filter((kind) => !isNear(standingOf(one({ ...past, kind }), AS_OF)));
  expect(never).toEqual([
    'grace-strict',
    'grace-administrative',
    'registration-check',
    'seventieth-birthday',
    'seventy-fifth-birthday',
    'none',
  ]);
});
