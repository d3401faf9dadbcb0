import { isInstant } from '../instant.ts';
import type { Custody } from './custody.ts';
import { advance, fold, liveSteps } from './fold.ts';
import { ImpossibleHistory, isCorrectionEntry } from './history.ts';
import type { EntryFacts } from '../ledger/entry-types.ts';
import type { HistoryEntry } from './history.ts';
import { AGREEMENT, AMENDED, CHECKED_IN, CHECKED_OUT, COLLEAGUE, entry, HOLD, LATER, ME } from './testing/makers.ts';
import { OTHER_POUCH, POUCH, TAKEN_IN } from './testing/makers.ts';

const at = (seq: number) => `2026-11-20T00:0${seq}:00.000Z`;
const { agreement: _, ...DESCRIBED } = TAKEN_IN;
const begin = entry(0, 'item.taken-in', TAKEN_IN);
const held = entry(0, 'item.held-temporarily', { ...DESCRIBED, ...HOLD });
const out = entry(1, 'item.checked-out', CHECKED_OUT);
const handedOver = { disposition: 'returned', receiver: 'other:family', witness: null, replacedBy: null } as const;
const ended = entry(1, 'item.handed-over', handedOver);
const searching = entry(1, 'item.search-started', {});
const lost = entry(1, 'item.reported-missing', {});
const stored: Custody = { at: 'stored', storage: POUCH, since: at(0), hold: null };
const outNow: Custody = {
  at: 'out',
  since: at(1),
  holder: `staff:${COLLEAGUE}`,
  purpose: 'outpatient',
  dueBackAt: LATER,
  storage: POUCH,
  hold: null,
};
const back: Custody = { ...stored, since: at(2) };

describe('fold', () => {
  test.each<[string, readonly HistoryEntry[], Custody]>([
    ['taken in', [begin], stored],
    ['held', [held], { ...stored, hold: HOLD }],
    ['held, then agreed', [held, entry(1, 'item.agreed', { agreement: AGREEMENT, storage: null })], stored],
    [
      'agreed into another pouch',
      [held, entry(1, 'item.agreed', { agreement: AGREEMENT, storage: OTHER_POUCH })],
      { ...stored, storage: OTHER_POUCH },
    ],
    ['out', [begin, out], outNow],
    ['held and out', [held, out], { ...outNow, hold: HOLD }],
    ['held and back', [held, out, entry(2, 'item.checked-in', CHECKED_IN)], { ...back, hold: HOLD }],
    [
      'changed',
      [begin, out, entry(2, 'item.changed', { holder: `staff:${ME}`, dueBackAt: null })],
      { ...outNow, holder: `staff:${ME}`, dueBackAt: null },
    ],
    ['back where it was', [begin, out, entry(2, 'item.checked-in', CHECKED_IN)], back],
    [
      'back elsewhere',
      [begin, out, entry(2, 'item.checked-in', { ...CHECKED_IN, storage: OTHER_POUCH })],
      { ...back, storage: OTHER_POUCH },
    ],
    ['moved', [begin, entry(1, 'item.moved', { storage: OTHER_POUCH })], { ...stored, storage: OTHER_POUCH }],
    ['handed over from the safe', [begin, ended], { at: 'ended', disposition: 'returned', since: at(1) }],
    [
      'handed over while out',
      [begin, out, entry(2, 'item.handed-over', handedOver)],
      { at: 'ended', disposition: 'returned', since: at(2) },
    ],
    ['searched', [begin, searching], { at: 'missing', stage: 'searching', since: at(1), storage: POUCH, hold: null }],
    [
      'searched, then lost',
      [begin, searching, entry(2, 'item.reported-missing', {})],
      { at: 'missing', stage: 'lost', since: at(2), storage: POUCH, hold: null },
    ],
    [
      'lost at once while out',
      [begin, out, entry(2, 'item.reported-missing', {})],
      { at: 'missing', stage: 'lost', since: at(2), storage: POUCH, hold: null },
    ],
    ['put back although lost', [begin, lost, entry(2, 'item.checked-in', CHECKED_IN)], back],
    ['found although out', [begin, out, entry(2, 'item.found', { storage: null })], back],
    [
      'found after a search',
      [held, searching, entry(2, 'item.found', { storage: OTHER_POUCH })],
      { ...back, storage: OTHER_POUCH, hold: HOLD },
    ],
    [
      'found after its end',
      [begin, ended, entry(2, 'item.found', { storage: null }, { recordedAt: '2026-11-20T15:00:00.000Z' })],
      {
        at: 'stored',
        storage: null,
        since: '2026-11-20T15:00:00.000Z',
        hold: { reason: 'after-end', resolveBy: '2026-11-28' },
      },
    ],
    [
      'late entries count by the claimed moment',
      [begin, entry(9, 'item.checked-out', CHECKED_OUT, { occurredAt: at(1) })],
      outNow,
    ],
    [
      'issued anew although lost',
      [begin, lost, entry(2, 'item.handed-over', { ...handedOver, disposition: 'replaced', replacedBy: ME })],
      { at: 'ended', disposition: 'replaced', since: at(2) },
    ],
  ])('%s', (_name, history, custody) => expect(fold(history).custody).toEqual(custody));

  test('premise: the moments of these tables are real', () =>
    expect([at(0), at(9), LATER].every(isInstant)).toBe(true));
});

const cancelled = (seq: number, corrects: number | null) =>
  entry(seq, 'entry.cancelled', { reason: 'twice' }, { corrects });
const amended = (seq: number, corrects: number | null, facts: Readonly<Record<string, unknown>>) =>
  entry(
    seq,
    'entry.amended',
    { ...AMENDED, fields: Object.keys(facts) as EntryFacts<'entry.amended'>['fields'], ...facts },
    { corrects },
  );

describe('cancelling restores the state before', () => {
  test.each<[string, readonly HistoryEntry[], number]>([
    ['a check-out', [begin, out, cancelled(2, 1)], 1],
    ['a check-in', [begin, out, entry(2, 'item.checked-in', CHECKED_IN), cancelled(3, 2)], 2],
    ['two, newest first', [begin, out, entry(2, 'item.checked-in', CHECKED_IN), cancelled(3, 2), cancelled(4, 1)], 1],
    ['the finding of an ended item', [begin, ended, entry(2, 'item.found', { storage: POUCH }), cancelled(3, 2)], 2],
    [
      'an agreement',
      [held, entry(1, 'item.agreed', { agreement: AGREEMENT, storage: OTHER_POUCH }), cancelled(2, 1)],
      1,
    ],
    ['after a description', [begin, out, entry(2, 'item.assigned', {}), cancelled(3, 1)], 1],
  ])('%s', (_name, history, kept) => expect(fold(history)).toEqual(fold(history.slice(0, kept))));

  test('and what follows goes on from there', () =>
    expect(fold([begin, out, cancelled(2, 1), entry(3, 'item.checked-out', CHECKED_OUT)])).toEqual({
      custody: { ...outNow, since: at(3) },
      lastAt: at(3),
      newestCustodySeq: 3,
    }));
});

describe('amending never moves an item', () => {
  test.each<[string, readonly HistoryEntry[], Partial<Custody>]>([
    ['the time of return', [begin, out, amended(2, 1, { dueBackAt: null })], { ...outNow, dueBackAt: null }],
    ['the purpose', [begin, out, amended(2, 1, { purpose: 'pharmacy' })], { ...outNow, purpose: 'pharmacy' }],
    ['the moment', [begin, out, amended(2, 1, { occurredAt: at(0) })], { ...outNow, since: at(0) }],
    [
      'the last word counts',
      [begin, out, amended(2, 1, { dueBackAt: null }), amended(3, 1, { dueBackAt: at(9) })],
      { ...outNow, dueBackAt: at(9) },
    ],
    ['a private field', [begin, out, amended(2, 1, { note: undefined })], outNow],
    [
      'a time that a later change replaced',
      [
        begin,
        out,
        entry(2, 'item.changed', { holder: `staff:${COLLEAGUE}`, dueBackAt: at(8) }),
        amended(3, 1, { dueBackAt: null }),
      ],
      { ...outNow, dueBackAt: at(8) },
    ],
    [
      'the purpose under a later change',
      [
        begin,
        out,
        entry(2, 'item.changed', { holder: `staff:${COLLEAGUE}`, dueBackAt: LATER }),
        amended(3, 1, { purpose: 'other' }),
      ],
      { ...outNow, purpose: 'other' },
    ],
    ['a check-out that was cancelled since', [begin, out, cancelled(2, 1), amended(3, 1, { dueBackAt: null })], stored],
    [
      'the moment of a check-out that came back',
      [begin, out, entry(2, 'item.checked-in', CHECKED_IN), amended(3, 1, { occurredAt: at(0) })],
      back,
    ],
  ])('%s', (_name, history, custody) => expect(fold(history).custody).toEqual(custody));

  test('a cancelled check-out takes its amendment with it', () =>
    expect(fold([begin, out, amended(2, 1, { dueBackAt: null }), cancelled(3, 1)])).toEqual(fold([begin])));

  test('an amended entry keeps its place among the steps', () =>
    expect(liveSteps([begin, out, amended(2, 1, { purpose: 'other' })]).map((step) => step.entry.seq)).toEqual([0, 1]));
});

describe('an impossible history', () => {
  const changed = { holder: `staff:${ME}`, dueBackAt: null } as const;
  test.each<[string, string, readonly HistoryEntry[]]>([
    ['no-beginning', 'nothing', []],
    ['no-beginning', 'a check-out of an unknown item', [out]],
    ['no-beginning', 'a description of an unknown item', [entry(0, 'item.assigned', {})]],
    ['second-beginning', 'taken in twice', [begin, entry(1, 'item.taken-in', TAKEN_IN)]],
    ['second-beginning', 'held although known', [begin, entry(1, 'item.held-temporarily', { ...DESCRIBED, ...HOLD })]],
    ['wrong-place', 'out twice', [begin, out, entry(2, 'item.checked-out', CHECKED_OUT)]],
    ['wrong-place', 'out although lost', [begin, lost, entry(2, 'item.checked-out', CHECKED_OUT)]],
    ['wrong-place', 'out although ended', [begin, ended, entry(2, 'item.checked-out', CHECKED_OUT)]],
    ['wrong-place', 'in without out', [begin, entry(1, 'item.checked-in', CHECKED_IN)]],
    ['wrong-place', 'in although ended', [begin, ended, entry(2, 'item.checked-in', CHECKED_IN)]],
    ['wrong-place', 'changed in the safe', [begin, entry(1, 'item.changed', changed)]],
    ['wrong-place', 'moved while out', [begin, out, entry(2, 'item.moved', { storage: POUCH })]],
    ['wrong-place', 'ended twice', [begin, ended, entry(2, 'item.handed-over', handedOver)]],
    [
      'wrong-place',
      'destroyed although lost',
      [begin, lost, entry(2, 'item.handed-over', { ...handedOver, disposition: 'destroyed' })],
    ],
    ['wrong-place', 'searched twice', [begin, searching, entry(2, 'item.search-started', {})]],
    ['wrong-place', 'lost twice', [begin, lost, entry(2, 'item.reported-missing', {})]],
    ['wrong-place', 'found in the safe', [begin, entry(1, 'item.found', { storage: null })]],
    ['not-held', 'agreed without a hold', [begin, entry(1, 'item.agreed', { agreement: AGREEMENT, storage: null })]],
    [
      'wrong-place',
      'agreed after its end',
      [begin, ended, entry(2, 'item.agreed', { agreement: AGREEMENT, storage: null })],
    ],
    ['seq-out-of-order', 'entries in another order', [begin, entry(2, 'item.assigned', {}), out]],
    [
      'occurred-in-future',
      'claimed after it was written',
      [begin, entry(1, 'item.checked-out', CHECKED_OUT, { occurredAt: at(2) })],
    ],
    [
      'occurred-out-of-order',
      'claimed before the previous',
      [entry(1, 'item.taken-in', TAKEN_IN), entry(2, 'item.checked-out', CHECKED_OUT, { occurredAt: at(0) })],
    ],
    [
      'occurred-out-of-order',
      'amended past the next',
      [
        begin,
        entry(1, 'item.checked-out', CHECKED_OUT, { recordedAt: at(5), occurredAt: at(1) }),
        entry(6, 'item.checked-in', CHECKED_IN, { occurredAt: at(2) }),
        amended(7, 1, { occurredAt: at(3) }),
      ],
    ],
    [
      'occurred-out-of-order',
      'amended before the previous',
      [
        entry(1, 'item.taken-in', TAKEN_IN),
        entry(2, 'item.checked-out', CHECKED_OUT),
        amended(3, 2, { occurredAt: at(0) }),
      ],
    ],
    ['not-newest', 'cancelled in the middle', [begin, out, entry(2, 'item.checked-in', CHECKED_IN), cancelled(3, 1)]],
    ['not-newest', 'cancelled twice', [begin, out, cancelled(2, 1), cancelled(3, 1)]],
    ['not-newest', 'a cancelling that names nothing', [begin, out, cancelled(2, null)]],
    ['first-entry', 'the beginning cancelled', [begin, cancelled(1, 0)]],
    ['unknown-entry', 'an amendment of another item’s entry', [begin, amended(1, 7, { dueBackAt: null })]],
    ['field-not-amendable', 'a time of return in the safe', [begin, amended(1, 0, { dueBackAt: null })]],
    [
      'field-not-amendable',
      'a purpose of a check-in',
      [begin, out, entry(2, 'item.checked-in', CHECKED_IN), amended(3, 2, { purpose: 'other' })],
    ],
    ['field-not-amendable', 'no purpose at all', [begin, out, amended(2, 1, { purpose: null })]],
  ])('%s: %s', (reason, _name, history) => {
    const error = thrownBy(() => fold(history));
    expect(error).toBeInstanceOf(ImpossibleHistory);
    expect(error).toMatchObject({ name: 'ImpossibleHistory', reason, seq: history.at(-1)?.seq ?? null });
  });

  test('a clock that was set back is nobody’s claim', () =>
    expect(
      fold([entry(5, 'item.taken-in', TAKEN_IN), entry(6, 'item.checked-out', CHECKED_OUT, { recordedAt: at(1) })])
        .custody,
    ).toEqual(outNow));
});

describe('advance', () => {
  const history = [
    begin,
    entry(1, 'item.assigned', {}),
    entry(2, 'item.checked-out', CHECKED_OUT),
    entry(3, 'item.found', { storage: null }),
  ];

  test('one entry at a time comes to the same state', () => {
    let state: ReturnType<typeof fold> | null = null;
    for (const one of history) if (!isCorrectionEntry(one)) state = advance(state, one);
    expect(state).toEqual(fold(history));
    expect(state?.newestCustodySeq).toBe(3);
  });

  test('an entry that moves nothing leaves the state', () =>
    expect(advance(fold([begin]), entry(1, 'emergency.reviewed', { outcome: 'in-order' }) as never)).toEqual(
      fold([begin]),
    ));
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
