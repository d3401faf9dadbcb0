import { holdTemporarily } from './hold-temporarily.ts';
import { accepted, AUDITOR, FLOOR, givenNew, LATER, outcome, SIGNED_IN } from './testing/makers.ts';
import { aHold } from './testing/orders.ts';

const nobodys = { residentId: null, agreements: [] };

describe('hold-temporarily', () => {
  test.each([
    ['a card that nobody knows', aHold(), givenNew(nobodys, { actor: FLOOR }), 'item.held-temporarily'],
    [
      'an old 健康保険証 until it is given back',
      aHold(),
      givenNew({ kind: 'legacy-insurance-card' }),
      'item.held-temporarily',
    ],
    ['of a resident who left', aHold(), givenNew({ residentLeftOn: '2026-01-01' }), 'item.held-temporarily'],
    ['an auditor', aHold(), givenNew({}, { actor: AUDITOR }), 'not-allowed'],
    ['to be resolved yesterday', aHold({ resolveBy: '2026-11-21' }), givenNew(), 'dates-out-of-order'],
    ['late, in the future', aHold({ occurredAt: LATER }), givenNew(), 'occurred-in-future'],
  ])('%s', (_, order, situation, expected) => expect(outcome(holdTemporarily(order, situation))).toBe(expected));

  test.each([
    ['seven days from today', aHold(), '2026-11-29'],
    ['seven days from when it was found', aHold({ occurredAt: '2026-11-20T16:00:00.000Z' }), '2026-11-28'],
    ['the day that was named', aHold({ resolveBy: '2026-11-25' }), '2026-11-25'],
  ])('is to be resolved %s', (_, order, resolveBy) =>
    expect(accepted(holdTemporarily(order, givenNew()))[0]?.facts).toMatchObject({ resolveBy }),
  );

  test.each(SIGNED_IN)('by %o', (actor) =>
    expect(outcome(holdTemporarily(aHold(), givenNew(nobodys, { actor })))).toBe('item.held-temporarily'),
  );
});
