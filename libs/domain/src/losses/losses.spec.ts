import type { HistoryEntry } from '../custody/history.ts';
import type { RecordSituation } from '../custody/situation.ts';
import {
  accepted,
  anItem,
  AUDITOR,
  CARD,
  CHECKED_OUT,
  entry,
  given,
  HANDLER,
  outcome,
  uuid,
} from '../custody/testing/makers.ts';
import { TAKEN_IN } from '../custody/testing/makers.ts';
import { guideOf } from './loss.ts';
import { expressUntil, hoursSince, lossesOf, stepsNow } from './losses-of.ts';
import { closeLoss, describeLoss, explainLoss, noteLossStep, reopenLoss } from './note-loss.ts';

const begin = entry(1, 'item.taken-in', TAKEN_IN);
const out = entry(2, 'item.checked-out', CHECKED_OUT);
const searching = entry(3, 'item.search-started', {});
const lost = entry(4, 'item.reported-missing', {});
const undone = entry(9, 'entry.cancelled', { reason: 'did-not-happen' }, { corrects: 4 });
const noted = (seq: number, step: string, answer = 'done', at: string | null = null) =>
  entry(seq, 'loss.step-noted', { of: 4, step, answer, staff: null } as never, { occurredAt: at });
const closed = entry(20, 'loss.closed', { of: 4, as: 'reissued' });
const LOST = [begin, out, searching, lost];

const having = (history: readonly HistoryEntry[], of: Partial<RecordSituation> = {}): RecordSituation => ({
  ...given(),
  items: [{ ...anItem(), kind: 'my-number-card', history }],
  ...of,
});
const only = (history: readonly HistoryEntry[]) => {
  const [loss, ...others] = lossesOf(history);
  if (!loss || others.length > 0) throw new Error('one loss was expected');
  return loss;
};

describe('the guide', () => {
  const stepsOf = (...asked: Parameters<typeof guideOf>) => guideOf(...asked).map(({ step }) => step);
  const nothing = { place: null, bedridden: null } as const;

  test('of a card stops it before anything else is said to the outside', () =>
    expect(stepsOf('my-number-card', nothing)).toEqual([
      'searched',
      'manager-told',
      'card-stopped',
      'family-told',
      'police-told',
      'municipality-told',
      'certificate-applied',
      'incident-reported',
    ]));

  test('of somebody who cannot leave the bed asks for the certificate before a new card', () => {
    const steps = stepsOf('my-number-card', { place: null, bedridden: 'yes' });
    expect(steps.indexOf('certificate-applied')).toBe(steps.indexOf('municipality-told') - 1);
    expect([...steps].sort()).toEqual([...stepsOf('my-number-card', nothing)].sort());
  });

  test('of anything else tells who issued it, and stops nothing', () => {
    const steps = stepsOf('eligibility-certificate', nothing);
    expect(steps).toContain('issuer-told');
    expect(steps).not.toContain('card-stopped');
  });

  test.each([
    ['outside', 'required'],
    ['inside', 'not-required'],
    ['unknown', 'asks'],
    [null, 'asks'],
  ] as const)('lost %s, the police is %s', (place, need) =>
    expect(guideOf('my-number-card', { place, bedridden: null })).toContainEqual({ step: 'police-told', need }),
  );
});

describe('lossesOf', () => {
  test('a loss is noticed when its search began, when it was reported, or when somebody says', () => {
    expect(only(LOST).noticedAt).toBe(searching.recordedAt);
    expect(only([begin, out, lost]).noticedAt).toBe(lost.recordedAt);
    const told = entry(
      5,
      'loss.described',
      { of: 4, place: 'outside', bedridden: 'no' },
      { occurredAt: out.recordedAt },
    );
    expect(only([...LOST, told])).toMatchObject({ noticedAt: out.recordedAt, place: 'outside', bedridden: 'no' });
  });

  test('one that was taken back is none', () => expect(lossesOf([...LOST, undone])).toEqual([]));

  test('the newest note of a step counts', () => {
    const loss = only([...LOST, noted(5, 'searched'), noted(6, 'searched', 'not-done')]);
    expect(stepsNow('my-number-card', loss)).toContainEqual({
      step: 'searched',
      need: 'required',
      noted: null,
      settled: false,
    });
  });

  test('a step outside the guide is still shown', () => {
    const told = entry(6, 'loss.described', { of: 4, place: 'inside', bedridden: 'no' });
    const loss = only([...LOST, noted(5, 'issuer-told'), told]);
    expect(stepsNow('my-number-card', loss).at(-1)).toMatchObject({ step: 'issuer-told', settled: true });
    expect(stepsNow('my-number-card', loss)).toContainEqual(
      expect.objectContaining({ step: 'police-told', settled: true, noted: null }),
    );
  });

  test.each([
    ['found', entry(21, 'item.found', { storage: null }), 'found'],
    [
      'given back by its owner',
      entry(21, 'item.handed-over', {
        disposition: 'returned',
        receiver: 'other:resident',
        witness: null,
        replacedBy: null,
      }),
      'ended',
    ],
  ] as const)('one that is %s has ended so, whatever was said before', (_, end, as) => {
    expect(only([...LOST, closed]).ending).toMatchObject({ as: 'reissued' });
    expect(only([...LOST, closed, end]).ending).toMatchObject({ as, seq: 21 });
  });

  test('a second loss of the same item has its own steps', () => {
    const again = [entry(21, 'item.found', { storage: null }), entry(22, 'item.reported-missing', {})];
    const [first, second] = lossesOf([...LOST, noted(5, 'searched'), ...again]);
    expect(first?.noted.size).toBe(1);
    expect(second).toMatchObject({ of: 22, ending: null, noted: new Map() });
  });

  test('a new card is in time for thirty days after the city was told; before, and of other things, there is no such day', () => {
    const told = only([...LOST, noted(5, 'municipality-told', 'done', '2026-11-10T03:00:00.000Z')]);
    expect(expressUntil('my-number-card', told)).toBe('2026-12-10');
    expect(expressUntil('eligibility-certificate', told)).toBeNull();
    expect(expressUntil('my-number-card', only(LOST))).toBeNull();
    expect(expressUntil('my-number-card', only([...LOST, noted(5, 'municipality-told', 'not-needed')]))).toBeNull();
  });

  test('hours are whole ones, and none when the clock stands before', () => {
    expect(hoursSince('2026-11-10T03:00:00.000Z', '2026-11-11T04:59:59.000Z')).toBe(25);
    expect(hoursSince('2026-11-10T03:00:00.000Z', '2026-11-09T03:00:00.000Z')).toBe(0);
  });
});

describe('what is done about a loss', () => {
  const step = {
    seq: 4,
    step: 'family-told',
    answer: 'done',
    staffId: uuid(7),
    staffName: '鈴木',
    doneAt: null,
    note: null,
  } as const;
  const description = {
    seq: 4,
    place: 'inside',
    bedridden: 'no',
    noticedAt: null,
    noticedBy: null,
    note: null,
  } as const;

  test.each([
    ['a step', () => noteLossStep(step, having(LOST)), 'loss.step-noted'],
    ['a step by a handler', () => noteLossStep(step, having(LOST, { actor: HANDLER })), 'loss.step-noted'],
    [
      'a step after the item was found',
      () => noteLossStep(step, having([...LOST, entry(8, 'item.found', { storage: null })])),
      'loss.step-noted',
    ],
    ['a step by an auditor', () => noteLossStep(step, having(LOST, { actor: AUDITOR })), 'not-allowed'],
    ['a step of another kind', () => noteLossStep({ ...step, step: 'issuer-told' }, having(LOST)), 'not-found'],
    [
      'a step that is to come',
      () => noteLossStep({ ...step, doneAt: '2999-01-01T00:00:00.000Z' }, having(LOST)),
      'occurred-in-future',
    ],
    ['a step of what was taken back', () => noteLossStep(step, having([...LOST, undone])), 'not-found'],
    ['a step of another entry', () => noteLossStep({ ...step, seq: 3 }, having(LOST)), 'not-found'],
    ['circumstances', () => describeLoss(description, having(LOST)), 'loss.described'],
    [
      'circumstances to come',
      () => describeLoss({ ...description, noticedAt: '2999-01-01T00:00:00.000Z' }, having(LOST)),
      'occurred-in-future',
    ],
    ['a cause', () => explainLoss({ seq: 4, cause: 'c', prevention: 'p' }, having(LOST)), 'loss.explained'],
    [
      'a cause by a handler',
      () => explainLoss({ seq: 4, cause: 'c', prevention: 'p' }, having(LOST, { actor: HANDLER })),
      'not-allowed',
    ],
    ['closing', () => closeLoss({ seq: 4, as: 'other', note: 'n' }, having(LOST)), 'loss.closed'],
    [
      'closing what is closed',
      () => closeLoss({ seq: 4, as: 'other', note: 'n' }, having([...LOST, closed])),
      'nothing-to-change',
    ],
    [
      'closing what was found',
      () => closeLoss({ seq: 4, as: 'other', note: 'n' }, having([...LOST, entry(8, 'item.found', { storage: null })])),
      'nothing-to-change',
    ],
    ['opening it again', () => reopenLoss({ seq: 4 }, having([...LOST, closed])), 'loss.reopened'],
    ['opening what is open', () => reopenLoss({ seq: 4 }, having(LOST)), 'nothing-to-change'],
    [
      'opening what was found',
      () => reopenLoss({ seq: 4 }, having([...LOST, entry(8, 'item.found', { storage: null })])),
      'nothing-to-change',
    ],
  ])('%s', (_, decide, expected) => expect(outcome(decide())).toBe(expected));

  test('names who did it in a private field alone', () =>
    expect(accepted(noteLossStep({ ...step, note: '長女に電話' }, having(LOST)))).toMatchObject([
      {
        item: CARD,
        facts: { of: 4, step: 'family-told', answer: 'done', staff: uuid(7) },
        private: { name: '鈴木', note: '長女に電話' },
      },
    ]));

  test('closed and opened again, it is open', () =>
    expect(only([...LOST, closed, entry(21, 'loss.reopened', { of: 4 })]).ending).toBeNull());
});
