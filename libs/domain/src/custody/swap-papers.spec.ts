import { swapPapers } from './swap-papers.ts';
import type { SwapPapers, SwapRow } from './swap-papers.ts';
import { anEnvelope, aPaper, ENVELOPE, MAY } from './testing/envelopes.ts';
import { accepted, anAgreement, anItem, COLLEAGUE, ENDED, given, HANDLER, LOST, ME } from './testing/makers.ts';
import { OTHER_RESIDENT, outcome, uuid } from './testing/makers.ts';

const ending: SwapPapers['ending'] = {
  disposition: 'destroyed',
  receiver: 'other:other',
  receiverName: '',
  witnessId: COLLEAGUE,
  witnessName: '田中',
  note: null,
};
const row = (n: number, of: Partial<SwapRow> = {}): SwapRow => ({
  old: anItem({ id: uuid(100 + n), agreements: [MAY] }),
  next: aPaper(200 + n),
  envelope: null,
  ...of,
});
const swap = (rows: readonly SwapRow[], of: Partial<SwapPapers['ending']> = {}, situation = given()) =>
  swapPapers({ rows, ending: { ...ending, ...of } }, situation);
const CLOSED = [anAgreement({ envelopes: 'stay-closed' })];

describe('a swap', () => {
  test.each([
    ['of one paper', swap([row(1)]), 'item.taken-in + item.handed-over'],
    ['while the old one still counts', swap([row(1, { old: null })], { witnessId: null }), 'item.taken-in'],
    ['of what is here already', swap([row(1, { next: anItem({ id: uuid(9) }) })]), 'item.handed-over'],
    [
      'of two papers in one envelope, opened once',
      swap([row(1, { envelope: anEnvelope() }), row(2, { envelope: anEnvelope() })]),
      'envelope.opened + item.taken-in + item.taken-in + item.handed-over + item.handed-over + item.handed-over',
    ],
    ['with nobody looking on', swap([row(1)], { witnessId: null }), 'witness-missing'],
    [
      'also where the old ones are given away',
      swap([row(1)], { disposition: 'replaced', witnessId: null }),
      'witness-missing',
    ],
    ['with oneself looking on', swap([row(1)], { witnessId: ME }), 'witness-is-actor'],
    ['by a handler', swap([row(1)], {}, given({}, { actor: HANDLER })), 'not-allowed'],
    ['of nothing', swap([row(1, { old: null, next: anItem() })]), 'nothing-to-change'],
    ['of a lost paper that is destroyed', swap([row(1, { old: anItem({ custody: LOST }) })]), 'item-missing'],
    [
      'of a lost paper that is replaced',
      swap([row(1, { old: anItem({ custody: LOST }) })], { disposition: 'replaced' }),
      'item.taken-in + item.handed-over',
    ],
    [
      'where envelopes stay closed',
      swap([row(1, { next: aPaper(201, { agreements: CLOSED }) })]),
      'envelope-stays-closed',
    ],
    [
      'where nobody has asked',
      swap([row(1, { next: aPaper(201, { agreements: [anAgreement()] }) })]),
      'envelope-stays-closed',
    ],
    ['of an envelope of J-LIS', swap([row(1, { envelope: anEnvelope({ from: 'j-lis' }) })]), 'envelope-stays-closed'],
    [
      'for another resident',
      swap([row(1, { old: anItem({ residentId: OTHER_RESIDENT }) })], { disposition: 'replaced' }),
      'replacement-of-another',
    ],
    [
      'with a new one of another kind',
      swap([row(1, { next: aPaper(201, { kind: 'care-insurance-card' }) })]),
      'replacement-of-another',
    ],
    ['with one that has ended', swap([row(1, { next: anItem({ custody: ENDED }) })]), 'item-ended'],
  ])('%s', (_, verdict, expected) => expect(outcome(verdict)).toBe(expected));

  test('one row that cannot be swapped refuses all', () =>
    expect(outcome(swap([row(1), row(2, { old: anItem({ custody: ENDED }) }), row(3)]))).toBe('item-ended'));

  test('the old one names what came in its place, or who looked on while it was destroyed', () => {
    const replaced = accepted(swap([row(1)], { disposition: 'replaced', receiver: 'other:insurer' }));
    expect(replaced[1]).toMatchObject({
      item: uuid(101),
      facts: { disposition: 'replaced', replacedBy: uuid(201), receiver: 'other:insurer', witness: COLLEAGUE },
    });
    const destroyed = accepted(swap([row(1)]));
    expect(destroyed[1]).toMatchObject({
      facts: { disposition: 'destroyed', witness: COLLEAGUE },
      private: { witnessName: '田中' },
    });
  });

  test('the envelope ends with the first paper that was in it', () => {
    const drafts = accepted(swap([row(1, { envelope: anEnvelope() })]));
    expect(drafts.filter(({ item }) => item === ENVELOPE).map(({ type }) => type)).toEqual([
      'envelope.opened',
      'item.handed-over',
    ]);
  });
});
