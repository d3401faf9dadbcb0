import { takeIn } from './take-in.ts';
import {
  accepted,
  AGREEMENT,
  anAgreement,
  COLLEAGUE,
  givenNew,
  HANDLER,
  LATER,
  MANAGER,
  outcome,
  POUCH,
} from './testing/makers.ts';
import { aTakeIn } from './testing/orders.ts';

const yesterday = '2026-11-21T05:00:00.000Z';
const until = (to: string) => [anAgreement({ to })];

describe('take-in', () => {
  test.each([
    ['a kind that the agreement covers', aTakeIn(), givenNew(), 'item.taken-in'],
    ['a 在留カード, of which the screen warns', aTakeIn(), givenNew({ kind: 'residence-card' }), 'item.taken-in'],
    ['by a handler', aTakeIn(), givenNew({}, { actor: HANDLER }), 'not-allowed'],
    ['by a manager without an appointment', aTakeIn(), givenNew({}, { actor: MANAGER }), 'not-allowed'],
    [
      'an old 健康保険証, which is only given back',
      aTakeIn(),
      givenNew({ kind: 'legacy-insurance-card' }),
      'kind-refused',
    ],
    ['of nobody', aTakeIn(), givenNew({ residentId: null }), 'resident-missing'],
    ['of a resident who left', aTakeIn(), givenNew({ residentLeftOn: '2026-11-21' }), 'resident-left'],
    ['without an agreement', aTakeIn(), givenNew({ agreements: [] }), 'agreement-missing'],
    ['under another agreement than hers', aTakeIn({ agreementId: COLLEAGUE }), givenNew(), 'agreement-missing'],
    [
      "under another resident's agreement",
      aTakeIn(),
      givenNew({ agreements: [anAgreement({ residentId: COLLEAGUE })] }),
      'agreement-missing',
    ],
    [
      'under an agreement for other kinds',
      aTakeIn(),
      givenNew({ agreements: [anAgreement({ kinds: ['other'] })] }),
      'agreement-missing',
    ],
    ['under an agreement that ended', aTakeIn(), givenNew({ agreements: until('2026-11-21') }), 'agreement-missing'],
    [
      'late, under the agreement of that day',
      aTakeIn({ occurredAt: yesterday }),
      givenNew({ agreements: until('2026-11-21') }),
      'item.taken-in',
    ],
    ['late, in the future', aTakeIn({ occurredAt: LATER }), givenNew(), 'occurred-in-future'],
  ])('%s', (_, order, situation, expected) => expect(outcome(takeIn(order, situation))).toBe(expected));

  test('the entry says what it is and where it lies', () =>
    expect(accepted(takeIn(aTakeIn(), givenNew()))[0]?.facts).toEqual({
      kind: 'eligibility-certificate',
      storage: POUCH,
      printedExpiresOn: null,
      certificateExpiresOn: null,
      insurerType: null,
      authMode: null,
      condition: 'good',
      agreement: AGREEMENT,
    }));
});
