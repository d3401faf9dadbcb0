import {
  AUDITOR,
  CARD,
  COLLEAGUE,
  DEPUTY,
  EARLIER,
  FLOOR,
  HANDLER,
  ME,
  POUCH,
  uuid,
} from '../custody/testing/makers.ts';
import type { Decision } from '../decision.ts';
import { closeCount } from './close.ts';
import { confirmCount } from './confirm.ts';
import { DEFAULT_COUNT_POLICY } from './count.ts';
import type { Count, Difference, SecondPerson } from './count.ts';
import { dropCount } from './drop.ts';
import { enterCount } from './enter.ts';
import { recount } from './recount.ts';
import { startCount } from './start.ts';
import { takeOver } from './take-over.ts';

const MINE: Count = {
  id: uuid(20),
  stage: 'counting',
  countedBy: ME,
  owner: { staffId: ME, name: '山田' },
  startedAt: EARLIER,
  recounted: false,
  listed: false,
};
const THEIRS: Count = { ...MINE, countedBy: COLLEAGUE, owner: { staffId: COLLEAGUE, name: '鈴木' } };
const entered = (count: Count): Count => ({ ...count, stage: 'entered' });
const LYING = { itemId: CARD, storage: POUCH, kind: 'care-insurance-card' } as const;
const SEEN = { storage: POUCH, kind: 'care-insurance-card', quantity: 1 } as const;
const OPEN: Difference = { n: 1, side: 'short', storage: POUCH, kind: 'care-insurance-card', settledAs: null };
const SETTLED: Difference = { ...OPEN, settledAs: 'in-place' };
const policy = (second: SecondPerson) => ({ ...DEFAULT_COUNT_POLICY, second });
const no = (decision: Decision<unknown>) => (decision.ok ? 'yes' : decision.refusal.kind);

test.each([
  ['nobody counts it', startCount(null, HANDLER), 'yes'],
  ['a colleague counts it', startCount(THEIRS, HANDLER), 'count-open'],
  ['one counts it oneself', startCount(MINE, HANDLER), 'count-stage'],
  ['one is not appointed', startCount(null, FLOOR), 'not-allowed'],
  ['one reads only', startCount(null, AUDITOR), 'not-allowed'],
])('to begin when %s: %s', (_, decision, expected) => expect(no(decision)).toBe(expected));

test('who hears "no" hears whose count it is, and since when', () =>
  expect(startCount(THEIRS, HANDLER)).toMatchObject({
    refusal: { kind: 'count-open', countId: MINE.id, staffId: COLLEAGUE, name: '鈴木', since: EARLIER },
  }));

test.each([
  ['one that has just begun', dropCount(MINE, HANDLER), 'yes'],
  ["a colleague's", dropCount(THEIRS, HANDLER), 'count-open'],
  ['one in which something was said', dropCount(entered(MINE), HANDLER), 'count-stage'],
  ['one that has ended', dropCount({ ...MINE, stage: 'closed' }, HANDLER), 'count-stage'],
  ['one, not being appointed', dropCount(MINE, FLOOR), 'not-allowed'],
  ['one that is counted anew', dropCount({ ...MINE, recounted: true }, HANDLER), 'recount-unfit'],
])('to drop %s: %s', (_, decision, expected) => expect(no(decision)).toBe(expected));

describe('to say what is there', () => {
  const counting = (count: Count, second: SecondPerson = 'differences') => ({
    count,
    actor: HANDLER,
    policy: policy(second),
    before: [LYING],
    now: [LYING],
  });

  test.each([
    ['of one that a colleague has', THEIRS, 'count-open'],
    ['twice', entered(MINE), 'count-stage'],
    ['of one that has ended', { ...MINE, stage: 'closed' as const }, 'count-stage'],
  ])('%s', (_, count, expected) => expect(no(enterCount([SEEN], counting(count)))).toBe(expected));

  test.each<[SecondPerson, string]>([
    ['never', 'not-needed'],
    ['differences', 'not-needed'],
    ['always', 'awaited'],
  ])('closes it when all is there, and a second person (%s) is %s', (second, closes) =>
    expect(enterCount([SEEN], counting(MINE, second))).toMatchObject({ value: { closes, differences: [] } }),
  );

  test.each<[SecondPerson, string]>([
    ['never', 'not-needed'],
    ['differences', 'awaited'],
  ])('anew closes it, and a second person (%s) is %s: who counted has seen what differed', (second, closes) =>
    expect(enterCount([SEEN], counting({ ...MINE, recounted: true }, second))).toMatchObject({ value: { closes } }),
  );

  test('leaves it open with a difference', () =>
    expect(enterCount([], counting(MINE))).toMatchObject({ value: { closes: null, differences: [OPEN] } }));
});

describe('to count anew', () => {
  const surplus: Difference = { ...OPEN, side: 'surplus' };
  const mine = entered(MINE);
  test.each<[string, Count, readonly Difference[], string]>([
    ['what was too much', mine, [OPEN, surplus], 'yes'],
    ['what was too little', mine, [OPEN], 'recount-unfit'],
    ['once more', { ...mine, recounted: true }, [surplus], 'recount-unfit'],
    ['after an answer', mine, [surplus, SETTLED], 'recount-unfit'],
    ['what a colleague saw', { ...mine, countedBy: COLLEAGUE }, [surplus], 'recount-unfit'],
    ["a colleague's", entered(THEIRS), [surplus], 'count-open'],
    ['before anything was said', MINE, [], 'count-stage'],
    ['what has ended', { ...MINE, stage: 'closed' }, [surplus], 'count-stage'],
  ])('%s', (_, count, differences, expected) => expect(no(recount(count, differences, HANDLER))).toBe(expected));

  test('without an appointment', () => expect(no(recount(mine, [surplus], FLOOR))).toBe('not-allowed'));
});

describe('to close', () => {
  const closing = { actor: HANDLER, policy: policy('differences') };

  test.each([
    ['before anything was said', MINE, [], 'count-stage'],
    ['with a difference that has no answer', entered(MINE), [SETTLED, OPEN], 'count-unsettled'],
    ["a colleague's", entered(THEIRS), [SETTLED], 'count-open'],
    ['with all answers', entered(MINE), [SETTLED], 'yes'],
  ] as const)('%s', (_, count, differences, expected) =>
    expect(no(closeCount(count, differences, closing))).toBe(expected),
  );

  test('says how many have no answer', () =>
    expect(closeCount(entered(MINE), [OPEN, SETTLED, OPEN], closing)).toMatchObject({ refusal: { open: 2 } }));

  const takenOver = { ...entered(THEIRS), owner: MINE.owner };
  test.each<[string, Count, SecondPerson, string]>([
    ['who counted it', entered(MINE), 'differences', 'awaited'],
    ['who counted it, where nobody else need look', entered(MINE), 'never', 'not-needed'],
    ['who took it over', takenOver, 'differences', 'present'],
  ])('by %s', (_, count, second, expected) =>
    expect(closeCount(count, [SETTLED], { actor: HANDLER, policy: policy(second) })).toEqual({
      ok: true,
      value: expected,
    }),
  );
});

describe('to confirm', () => {
  const awaited = (count: Count): Count => ({ ...count, stage: 'awaited' });
  test.each([
    ["a colleague's", awaited(THEIRS), HANDLER, 'yes'],
    ['what one counted oneself', awaited(MINE), HANDLER, 'witness-is-actor'],
    ['what nobody has to', entered(THEIRS), HANDLER, 'count-stage'],
    ['twice', { ...THEIRS, stage: 'closed' as const }, HANDLER, 'count-stage'],
    ['without an appointment', awaited(THEIRS), FLOOR, 'not-allowed'],
  ])('%s', (_, count, actor, expected) => expect(no(confirmCount(count, actor))).toBe(expected));
});

describe('to take over', () => {
  test.each([
    ["a colleague's", THEIRS, 'yes'],
    ["one's own", MINE, 'nothing-to-change'],
    ['one that has ended', { ...THEIRS, stage: 'closed' as const }, 'count-stage'],
    ['one that waits for a second person', { ...THEIRS, stage: 'awaited' as const }, 'count-stage'],
  ])('%s', (_, count, expected) => expect(no(takeOver(count, DEPUTY))).toBe(expected));

  test('before anything was said is to count it oneself; after that it stays the count of who saw', () => {
    expect(takeOver(THEIRS, HANDLER)).toEqual({ ok: true, value: { countedBy: ME } });
    expect(takeOver(entered(THEIRS), HANDLER)).toEqual({ ok: true, value: { countedBy: COLLEAGUE } });
  });
});
