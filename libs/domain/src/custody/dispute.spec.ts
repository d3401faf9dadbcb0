import { CAPACITIES } from '../agreement/coverage.ts';
import { change } from './change.ts';
import { checkOut } from './check-out.ts';
import type { Dispute } from './custody.ts';
import { refuseDispute } from './dispute.ts';
import { handOver } from './hand-over.ts';
import { CONTACT, given, givenEnd, ME, OUT, outcome, RESIDENT } from './testing/makers.ts';
import { aChange, aCheckOut, aHandOver } from './testing/orders.ts';

const allowed = (capacity: (typeof CAPACITIES)[number]) => ({ id: CONTACT, handOver: 'allowed', capacity }) as const;

describe('while people do not agree', () => {
  test.each([
    ['living', ['guardian', 'curator', 'voluntary-guardian', 'parent', 'public-authority']],
    ['after-death', []],
  ] as const)('of somebody %s, of all capacities receive: %j', (dispute: Dispute, who) => {
    const items = [{ residentId: RESIDENT, dispute }];
    const free = CAPACITIES.filter(
      (capacity) =>
        refuseDispute(items, { relation: capacity === 'family' ? 'family' : 'guardian', capacity }) === null,
    );
    expect(free).toEqual(who);
  });

  const disputed = { dispute: 'living' } as const;
  const son = `contact:${CONTACT}` as const;
  test.each([
    [
      'given back to a son',
      handOver(aHandOver({ receiver: son }), givenEnd(disputed, { contact: allowed('family') })),
      'in-dispute',
    ],
    [
      'given back to her 後見人',
      handOver(aHandOver({ receiver: son }), givenEnd(disputed, { contact: allowed('guardian') })),
      'item.handed-over',
    ],
    [
      'given back to herself',
      handOver(aHandOver({ receiver: 'other:resident' }), givenEnd(disputed)),
      'item.handed-over',
    ],
    [
      'given back to the city',
      handOver(aHandOver({ disposition: 'surrendered', receiver: 'other:municipality' }), givenEnd(disputed)),
      'item.handed-over',
    ],
    ['carried by a daughter', checkOut(aCheckOut({ holder: 'other:family' }), given(disputed)), 'in-dispute'],
    [
      'carried to the family by a colleague',
      checkOut(aCheckOut({ purpose: 'to-family', holder: `staff:${ME}` }), given(disputed)),
      'in-dispute',
    ],
    ['carried to the clinic by a colleague', checkOut(aCheckOut(), given(disputed)), 'item.checked-out'],
    [
      'given to the ambulance',
      checkOut(aCheckOut({ purpose: 'emergency', holder: 'other:ambulance' }), given(disputed)),
      'item.checked-out',
    ],
    [
      'passed on to a son on the way',
      change(aChange({ holder: 'other:family', holderName: '長男' }), given({ ...disputed, custody: OUT })),
      'in-dispute',
    ],
    [
      'premise: without it, carried by a daughter',
      checkOut(aCheckOut({ holder: 'other:family' }), given()),
      'item.checked-out',
    ],
  ])('%s', (_, verdict, expected) => expect(outcome(verdict)).toBe(expected));
});
