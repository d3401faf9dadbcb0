import { checkIn } from './check-in.ts';
import {
  accepted,
  AUDITOR,
  EARLIER,
  ENDED,
  given,
  LOST,
  NOW,
  OTHER_POUCH,
  OUT,
  outcome,
  SEARCHING,
  SIGNED_IN,
  STORED,
} from './testing/makers.ts';
import { aCheckIn } from './testing/orders.ts';

describe('check-in', () => {
  test.each([
    ['an item that is out', aCheckIn(), given({ custody: OUT }), 'item.checked-in'],
    ['an item that is searched for', aCheckIn(), given({ custody: SEARCHING }), 'item.checked-in'],
    ['a lost item', aCheckIn(), given({ custody: LOST }), 'item.checked-in'],
    ['an item that is back already', aCheckIn(), given({ custody: STORED }), 'item-stored'],
    ['an item put into another pouch', aCheckIn({ storageId: OTHER_POUCH }), given({ custody: STORED }), 'item.moved'],
    ['an item given back for good', aCheckIn(), given({ custody: ENDED }), 'item.found'],
    ['an auditor', aCheckIn(), given({ custody: OUT }, { actor: AUDITOR }), 'not-allowed'],
    ['late', aCheckIn({ occurredAt: EARLIER }), given({ custody: OUT }), 'item.checked-in'],
    [
      'late, before it was taken',
      aCheckIn({ occurredAt: EARLIER }),
      given({ custody: OUT, lastAt: NOW }),
      'occurred-before-previous',
    ],
    [
      'late, in the future',
      aCheckIn({ occurredAt: '2026-11-22T01:05:00.001Z' }),
      given({ custody: OUT }),
      'occurred-in-future',
    ],
    [
      'without resident or agreement',
      aCheckIn(),
      given({ custody: OUT, residentId: null, agreements: [] }),
      'item.checked-in',
    ],
  ])('%s', (_, order, situation, expected) => expect(outcome(checkIn(order, situation))).toBe(expected));

  test.each([
    ['given back for good', ENDED, null, ['item.found', 'item.condition-noted']],
    ['moved within the safe', STORED, OTHER_POUCH, ['item.moved', 'item.condition-noted']],
    ['that was out', OUT, null, ['item.checked-in']],
  ] as const)('the damage of an item %s is written down', (_, custody, storageId, types) => {
    const drafts = accepted(checkIn(aCheckIn({ condition: 'damaged', storageId }), given({ custody })));
    expect(drafts.map(({ type }) => type)).toEqual(types);
    expect(drafts.at(-1)?.facts).toMatchObject({ condition: 'damaged' });
  });

  test.each(SIGNED_IN)('by %o', (actor) =>
    expect(outcome(checkIn(aCheckIn(), given({ custody: OUT }, { actor })))).toBe('item.checked-in'),
  );

  test.each(['2026-11-22T01:00:00.001Z', '2026-11-22T01:05:00.000Z'])(
    'by a clock that is ahead it happens now: %s',
    (occurredAt) =>
      expect(accepted(checkIn(aCheckIn({ occurredAt }), given({ custody: OUT })))).toMatchObject([
        { occurredAt: null },
      ]),
  );

  test.each([OUT, STORED, ENDED])('the claimed time and the note go along: %o', (custody) =>
    expect(
      accepted(
        checkIn(aCheckIn({ storageId: OTHER_POUCH, occurredAt: EARLIER, note: '封筒の中' }), given({ custody })),
      ),
    ).toMatchObject([{ occurredAt: EARLIER, facts: { storage: OTHER_POUCH }, private: { note: '封筒の中' } }]),
  );
});
