import { AUDITOR, COLLEAGUE, DEPUTY, EARLIER, FLOOR, HANDLER, MANAGER, ME, uuid } from '../custody/testing/makers.ts';
import type { Count } from '../counts/count.ts';
import type { Decision } from '../decision.ts';
import { confirmReconciliation } from './confirm.ts';
import { correctReconciliation } from './correct.ts';
import { dropReconciliation } from './drop.ts';
import { finishReconciliation } from './finish.ts';
import { joinCount } from './join.ts';
import { daysLate, monthsAsked } from './reconciliation.ts';
import type { Reconciliation } from './reconciliation.ts';
import { seenOf } from './seen.ts';
import { startReconciliation } from './start.ts';

const OURS: Reconciliation = {
  id: uuid(20),
  month: '2026-10',
  stage: 'counting',
  owner: { staffId: COLLEAGUE, name: '鈴木' },
  startedAt: EARLIER,
};
const awaited = { ...OURS, stage: 'awaited' } as const;
const closed = { ...OURS, stage: 'closed' } as const;
const no = (decision: Decision<unknown>) => (decision.ok ? 'yes' : decision.refusal.kind);
const starting = { actor: DEPUTY, today: '2026-11-01', from: '2026-09', earlier: null } as const;

describe('a 照合 begins', () => {
  test('for a month that is over', () =>
    expect(startReconciliation('2026-10', starting)).toEqual({ ok: true, value: null }));

  test('not before its last day has passed; it is said which field and until when', () =>
    expect(startReconciliation('2026-10', { ...starting, today: '2026-10-31' })).toEqual({
      ok: false,
      refusal: { kind: 'month-not-over', field: 'month', month: '2026-10', endsOn: '2026-10-31' },
    }));

  test('not for a month before the facility began', () =>
    expect(startReconciliation('2026-08', starting)).toEqual({
      ok: false,
      refusal: { kind: 'month-before-beginning', field: 'month', month: '2026-08', from: '2026-09' },
    }));

  test.each(['counting', 'awaited', 'closed'] as const)('once: the first one, %s, is named', (stage) =>
    expect(startReconciliation('2026-10', { ...starting, earlier: { ...OURS, stage } })).toEqual({
      ok: false,
      refusal: {
        kind: 'month-reconciled',
        field: 'month',
        month: '2026-10',
        reconciliationId: OURS.id,
        stage,
        name: '鈴木',
        since: EARLIER,
      },
    }),
  );

  test.each([FLOOR, HANDLER, AUDITOR, MANAGER])('by nobody but who leads: %#', (actor) =>
    expect(no(startReconciliation('2026-10', { ...starting, actor }))).toBe('not-allowed'),
  );
});

describe('a drawer is counted for it', () => {
  const mine: Count = {
    id: uuid(21),
    stage: 'closed',
    countedBy: ME,
    owner: { staffId: ME, name: '山田' },
    startedAt: EARLIER,
    recounted: false,
    listed: false,
  };
  test.each([
    ['for the first time', joinCount(OURS, { open: null, counted: null }, HANDLER), 'yes'],
    ['again', joinCount(OURS, { open: null, counted: mine }, HANDLER), 'count-stage'],
    [
      'while it is counted',
      joinCount(OURS, { open: { ...mine, stage: 'entered' }, counted: null }, HANDLER),
      'count-stage',
    ],
    ['after all was counted', joinCount(awaited, { open: null, counted: null }, HANDLER), 'reconciliation-stage'],
    ['by the floor', joinCount(OURS, { open: null, counted: null }, FLOOR), 'not-allowed'],
  ])('%s', (_, decision, said) => expect(no(decision)).toBe(said));
});

describe('the safe is counted', () => {
  test('when each drawer is', () =>
    expect(no(finishReconciliation(OURS, [{ stage: 'closed' }, { stage: 'awaited' }], DEPUTY))).toBe('yes'));

  test('not while drawers are left, or a difference has no answer', () =>
    expect(
      finishReconciliation(
        OURS,
        [{ stage: 'counting' }, { stage: 'entered' }, { stage: 'closed' }, { stage: null }],
        DEPUTY,
      ),
    ).toEqual({ ok: false, refusal: { kind: 'reconciliation-uncounted', left: 1, begun: 2 } }));

  test('once, and by who leads', () => {
    expect(no(finishReconciliation(awaited, [], DEPUTY))).toBe('reconciliation-stage');
    expect(no(finishReconciliation(OURS, [], HANDLER))).toBe('not-allowed');
  });
});

describe('a second person closes it', () => {
  const confirming = { actor: HANDLER, today: '2026-11-07', hands: [COLLEAGUE] } as const;

  test('who had no hand in it, also an auditor', () => {
    expect(confirmReconciliation(awaited, confirming)).toEqual({ ok: true, value: { daysLate: 0 } });
    expect(no(confirmReconciliation(awaited, { ...confirming, actor: AUDITOR }))).toBe('yes');
  });

  test.each([
    ['began it', { ...awaited, owner: { staffId: ME, name: '山田' } }, confirming],
    ['counted a drawer', awaited, { ...confirming, hands: [COLLEAGUE, ME] }],
  ])('not who %s', (_, of, how) => expect(no(confirmReconciliation(of, how))).toBe('second-had-a-hand'));

  test('not before the safe is counted, not twice, and not the floor', () => {
    expect(no(confirmReconciliation(OURS, confirming))).toBe('reconciliation-stage');
    expect(no(confirmReconciliation(closed, confirming))).toBe('reconciliation-stage');
    expect(no(confirmReconciliation(awaited, { ...confirming, actor: FLOOR }))).toBe('not-allowed');
  });

  test.each([
    ['2026-11-07', 0],
    ['2026-11-08', 1],
    ['2026-12-07', 30],
  ])('on %s it is late by %i days', (today, late) =>
    expect(confirmReconciliation(awaited, { ...confirming, today })).toEqual({ ok: true, value: { daysLate: late } }),
  );
});

test('it is dropped only before any drawer is counted, and set right only beside it, once it is closed', () => {
  expect(no(dropReconciliation(OURS, 0, DEPUTY))).toBe('yes');
  expect(dropReconciliation(OURS, 2, DEPUTY)).toMatchObject({ refusal: { kind: 'reconciliation-begun', counts: 2 } });
  expect(no(dropReconciliation(awaited, 0, DEPUTY))).toBe('reconciliation-stage');
  expect(no(dropReconciliation(OURS, 0, HANDLER))).toBe('not-allowed');
  expect(no(correctReconciliation(closed, DEPUTY))).toBe('yes');
  expect(no(correctReconciliation(awaited, DEPUTY))).toBe('reconciliation-stage');
  expect(no(correctReconciliation(closed, HANDLER))).toBe('not-allowed');
});

describe('the months that are asked for', () => {
  test.each([
    ['2026-09', '2026-11-30', ['2026-09', '2026-10']],
    ['2025-12', '2026-02-01', ['2025-12', '2026-01']],
    ['2026-11', '2026-11-30', []],
  ])('from %s, on %s', (from, today, months) => expect(monthsAsked(from, today)).toEqual(months));

  test('are late from the eighth day on', () =>
    expect(['2027-03-01', '2027-03-07', '2027-03-08'].map((day) => daysLate('2027-02', day))).toEqual([0, 0, 1]));
});

test.each([
  ['lies where it was expected', 'my-number-card', true, { expected: true, answer: null }, 'seen'],
  ['was there after all', 'my-number-card', true, { expected: true, answer: 'in-place' }, 'seen'],
  ['lay in another pouch', 'my-number-card', true, { expected: true, answer: 'other-place' }, 'seen'],
  ['was recorded out', 'my-number-card', true, { expected: false, answer: 'found' }, 'seen'],
  ['is looked for', 'my-number-card', false, { expected: true, answer: 'searching' }, 'not-seen'],
  ['is with the family', 'my-number-card', false, { expected: true, answer: 'with-family' }, 'not-seen'],
  ['came back afterwards', 'my-number-card', true, { expected: false, answer: null }, 'came-later'],
  ['is out', 'my-number-card', false, { expected: false, answer: null }, 'elsewhere'],
  ['is light and kept', 'patient-card', true, { expected: false, answer: null }, 'not-counted'],
  ['is light and out', 'patient-card', false, { expected: false, answer: null }, 'elsewhere'],
] as const)('what %s', (_, kind, stored, looked, said) => expect(seenOf({ kind, stored }, looked)).toBe(said));
