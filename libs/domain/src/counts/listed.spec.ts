import {
  CARD,
  COLLEAGUE,
  EARLIER,
  FLOOR,
  HANDLER,
  ME,
  NEW_CARD as OTHER_CARD,
  POUCH,
  uuid,
} from '../custody/testing/makers.ts';
import type { Decision } from '../decision.ts';
import { DEFAULT_COUNT_POLICY } from './count.ts';
import type { Count } from './count.ts';
import { enterCount } from './enter.ts';
import { enterList, lookFor, refuseListStart } from './listed.ts';
import type { ListedItem } from './listed.ts';

const MINE: Count = {
  id: uuid(20),
  stage: 'counting',
  countedBy: ME,
  owner: { staffId: ME, name: '山田' },
  startedAt: EARLIER,
  recounted: false,
  listed: true,
};
const THEIRS: Count = { ...MINE, countedBy: COLLEAGUE, owner: { staffId: COLLEAGUE, name: '鈴木' } };
const kind = 'care-insurance-card';
const one = (there: boolean | null, itemId = CARD): ListedItem => ({ itemId, storage: POUCH, kind, there });
const LIST = [one(null), one(null, OTHER_CARD)];
const policy = { ...DEFAULT_COUNT_POLICY, second: 'never' } as const;
const by = (count: Count, actor = HANDLER) => ({ count, actor });
const end = (list: readonly ListedItem[], now = [CARD, OTHER_CARD]) =>
  enterList(list, { ...by(MINE), policy, now: now.map((itemId) => ({ itemId })) });
const no = (decision: Decision<unknown>) => (decision.ok ? 'yes' : decision.refusal.kind);

test.each([
  ['of her own drawer', lookFor({ there: [CARD], missing: [] }, LIST, by(MINE)), 'yes'],
  [
    'of a drawer that a colleague goes through',
    lookFor({ there: [CARD], missing: [] }, LIST, by(THEIRS)),
    'count-open',
  ],
  ['after it ended', lookFor({ there: [CARD], missing: [] }, LIST, by({ ...MINE, stage: 'entered' })), 'count-stage'],
  ['of what is not on the list', lookFor({ there: [uuid(99)], missing: [] }, LIST, by(MINE)), 'not-found'],
  ['that it is there and is not', lookFor({ there: [CARD], missing: [CARD] }, LIST, by(MINE)), 'not-found'],
  ['in a blind count', lookFor({ there: [CARD], missing: [] }, LIST, by({ ...MINE, listed: false })), 'not-found'],
  ['without being appointed', lookFor({ there: [CARD], missing: [] }, LIST, by(MINE, FLOOR)), 'not-allowed'],
])('what somebody says %s: %s', (_, decision, expected) => expect(no(decision)).toBe(expected));

test('it is told by places how many were there and not', () =>
  expect(lookFor({ there: [CARD], missing: [OTHER_CARD] }, LIST, by(MINE))).toEqual({
    ok: true,
    value: [{ storage: POUCH, there: 1, missing: 1 }],
  }));

test('a place is not finished before each item was looked for', () =>
  expect(end([one(true), one(null, OTHER_CARD)])).toEqual({ ok: false, refusal: { kind: 'list-left', count: 1 } }));

test('what was not there is a difference; all there closes, and waits for a second person whatever the policy says', () => {
  const short = { n: 1, side: 'short', storage: POUCH, kind, settledAs: null };
  expect(end([one(true), one(false, OTHER_CARD)])).toEqual({
    ok: true,
    value: { expected: 2, seen: 1, differences: [short], closes: null },
  });
  expect(end([one(true), one(true, OTHER_CARD)])).toMatchObject({ value: { seen: 2, closes: 'awaited' } });
});

test('what somebody took out meanwhile is no difference, looked for or not', () => {
  expect(end([one(true), one(null, OTHER_CARD)], [CARD])).toMatchObject({ value: { expected: 1, differences: [] } });
  expect(end([one(true), one(false, OTHER_CARD)], [CARD])).toMatchObject({ value: { expected: 1, differences: [] } });
  expect(end([one(true), one(true, OTHER_CARD)], [CARD])).toMatchObject({ value: { expected: 2, seen: 2 } });
});

test('a list is shown only where something of it is left; a blind answer to it says nothing', () => {
  expect([refuseListStart(1), refuseListStart(0)]).toEqual([null, { kind: 'list-looked-for' }]);
  expect(no(enterCount([], { ...by(MINE), policy, before: [], now: [] }))).toBe('not-found');
});
