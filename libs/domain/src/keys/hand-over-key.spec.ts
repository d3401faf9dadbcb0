import {
  AUDITOR,
  COLLEAGUE,
  DEPUTY,
  EARLIER,
  EMERGENCY_ONLY,
  FLOOR,
  HANDLER,
  ME,
  NOW,
  uuid,
} from '../custody/testing/makers.ts';
import { handOverKey } from './hand-over-key.ts';
import type { KeyOrder, KeySituation } from './hand-over-key.ts';
import { keptTooLong } from './key.ts';
import type { LockerKey } from './key.ts';

const IN_BOX: LockerKey = { storageId: uuid(6), retired: false, holder: null, since: null };
const MINE: LockerKey = { ...IN_BOX, holder: { staffId: ME, name: '山田' }, since: EARLIER };
const THEIRS = { ...HANDLER, staffId: COLLEAGUE, name: '鈴木' };
const BEFORE = '2020-01-01T00:00:00.000Z';

const decide = (order: Partial<KeyOrder>, situation: Partial<KeySituation> = {}) =>
  handOverKey(
    { from: null, to: COLLEAGUE, at: null, ...order },
    { key: IN_BOX, actor: HANDLER, receiver: THEIRS, now: NOW, ...situation },
  );
const said = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given);
  return decision.ok ? 'yes' : decision.refusal.kind;
};

test.each<[string, Partial<KeyOrder>, Partial<KeySituation>, string]>([
  ['out of the box', {}, {}, 'yes'],
  ['from oneself to a colleague', { from: ME }, { key: MINE }, 'yes'],
  ['by a third person who saw it', { from: ME }, { key: MINE, actor: { ...DEPUTY, staffId: uuid(77) } }, 'yes'],
  ['back into the box', { from: ME, to: null }, { key: MINE, receiver: null }, 'yes'],
  ['by who may act in an emergency only', {}, { actor: EMERGENCY_ONLY }, 'yes'],
  ['to who may act in an emergency only', {}, { receiver: { ...EMERGENCY_ONLY, name: '夜勤' } }, 'yes'],
  ['by who is not appointed', {}, { actor: FLOOR }, 'not-allowed'],
  ['by an auditor', {}, { actor: AUDITOR }, 'not-allowed'],
  ['to who is not appointed', {}, { receiver: { ...FLOOR, name: '新人' } }, 'receiver-not-appointed'],
  [
    'to an auditor, whatever the appointment says',
    {},
    { receiver: { ...AUDITOR, level: 'handler', name: '監査' } },
    'receiver-not-appointed',
  ],
  ['when a colleague was quicker', {}, { key: MINE }, 'key-elsewhere'],
  ['when it is in the box already', { from: ME, to: null }, { receiver: null }, 'key-elsewhere'],
  ['to who has it', { from: ME, to: ME }, { key: MINE }, 'nothing-to-change'],
  ['from the box into the box', { to: null }, { receiver: null }, 'nothing-to-change'],
  ['of a locker no longer used, on', { from: ME }, { key: { ...MINE, retired: true } }, 'key-retired'],
  [
    'of a locker no longer used, back',
    { from: ME, to: null },
    { key: { ...MINE, retired: true }, receiver: null },
    'yes',
  ],
  ['at a time to come', { at: '2999-01-01T00:00:00.000Z' }, {}, 'occurred-in-future'],
  ['before the hand-over that the record has', { from: ME, at: BEFORE }, { key: MINE }, 'key-moved-since'],
  ['told late, the first time', { at: BEFORE }, {}, 'yes'],
  ['told late, at the very moment of the one before', { from: ME, at: EARLIER }, { key: MINE }, 'yes'],
])('a key %s', (_, order, situation, expected) => expect(said(order, situation)).toBe(expected));

test('who was too late hears who has it, and since when', () =>
  expect(decide({}, { key: MINE })).toMatchObject({
    refusal: { kind: 'key-elsewhere', storageId: uuid(6), staffId: ME, name: '山田', since: EARLIER },
  }));

test('what is told late keeps its time, and a tablet that is a little ahead says now', () => {
  expect(decide({ from: ME, at: EARLIER }, { key: MINE })).toEqual({ ok: true, value: EARLIER });
  const ahead = new Date(Date.parse(NOW) + 60_000).toISOString();
  expect(decide({ at: ahead })).toEqual({ ok: true, value: null });
});

test.each([
  ['2026-11-21T00:00:00.000Z', '2026-11-21T18:00:00.000Z', false],
  ['2026-11-21T00:00:00.000Z', '2026-11-21T18:00:00.001Z', true],
])('since %s it is at %s too long: %s', (since, now, expected) => expect(keptTooLong(since, now)).toBe(expected));
