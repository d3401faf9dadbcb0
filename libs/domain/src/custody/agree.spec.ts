import { agree } from './agree.ts';
import {
  accepted,
  AGREEMENT,
  anAgreement,
  CARD,
  ENDED,
  given,
  HANDLER,
  HELD,
  HOLD,
  OTHER_POUCH,
  OUT,
  outcome,
} from './testing/makers.ts';

const order = { itemIds: [CARD], agreementId: AGREEMENT, storageId: OTHER_POUCH };

describe('agree', () => {
  test.each([
    ['an item on hold', given({ custody: HELD }), 'item.agreed'],
    ['an item on hold that is out', given({ custody: { ...OUT, hold: HOLD } }), 'item.agreed'],
    ['by a handler', given({ custody: HELD }, { actor: HANDLER }), 'not-allowed'],
    ['an item that is not on hold', given(), 'item-not-held'],
    ['an item given back for good', given({ custody: ENDED }), 'item-ended'],
    ['an item of nobody', given({ custody: HELD, residentId: null }), 'resident-missing'],
    ['of a resident who left', given({ custody: HELD, residentLeftOn: '2026-11-01' }), 'resident-left'],
    ['without an agreement', given({ custody: HELD, agreements: [] }), 'agreement-missing'],
    [
      'before the agreement begins',
      given({ custody: HELD, agreements: [anAgreement({ from: '2026-12-01' })] }),
      'agreement-missing',
    ],
    ['an old 健康保険証', given({ custody: HELD, kind: 'legacy-insurance-card' }), 'kind-refused'],
  ])('%s', (_, situation, expected) => expect(outcome(agree(order, situation))).toBe(expected));

  test('the entry names the agreement and the pouch', () =>
    expect(accepted(agree(order, given({ custody: HELD })))[0]?.facts).toEqual({
      agreement: AGREEMENT,
      storage: OTHER_POUCH,
    }));
});
