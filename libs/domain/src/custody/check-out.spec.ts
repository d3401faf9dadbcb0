import { checkOut } from './check-out.ts';
import {
  accepted,
  anAgreement,
  ANYWHERE,
  AUDITOR,
  BEFORE_THAT,
  CARD,
  COLLEAGUE,
  CONTACT,
  EARLIER,
} from './testing/makers.ts';
import {
  DEPUTY,
  EMERGENCY_ONLY,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  HELD,
  LEADER,
  LOST,
  NOW,
  OUT,
} from './testing/makers.ts';
import { outcome, RESIDENT, SEARCHING, STORED } from './testing/makers.ts';
import { aCheckOut } from './testing/orders.ts';

const handler = { actor: HANDLER };
const deputy = { actor: DEPUTY };
const late = { occurredAt: EARLIER };
const byColleague = { holder: `staff:${COLLEAGUE}` } as const;
const hers = aCheckOut({ purpose: 'to-resident', holder: 'other:resident' });
const never = { actor: LEADER, contact: { id: CONTACT, handOver: 'never' } } as const;
const ask = { id: CONTACT, handOver: 'ask-manager' } as const;

describe('check-out', () => {
  test.each([
    ['a stored item', aCheckOut(), given({}, handler), 'item.checked-out'],
    [
      'an item on hold that an agreement covers by now',
      aCheckOut(),
      given({ custody: HELD }, handler),
      'item.checked-out',
    ],
    ['someone without an appointment', aCheckOut(), given({}, { actor: FLOOR }), 'not-allowed'],
    ['someone appointed for emergencies', aCheckOut(), given({}, { actor: EMERGENCY_ONLY }), 'not-allowed'],
    ['an auditor, in an emergency', aCheckOut({ purpose: 'emergency' }), given({}, { actor: AUDITOR }), 'not-allowed'],
    ['an item that is out', aCheckOut(), given({ custody: OUT }, handler), 'item-out'],
    ['an item that is searched for', aCheckOut(), given({ custody: SEARCHING }, handler), 'item-missing'],
    ['a lost item', aCheckOut(), given({ custody: LOST }, handler), 'item-missing'],
    ['an item given back for good', aCheckOut(), given({ custody: ENDED }, handler), 'item-ended'],
    [
      'found in the safe, recorded out',
      aCheckOut({ foundIds: [CARD] }),
      given({ custody: OUT }),
      'item.found + item.checked-out',
    ],
    ['found in the safe, recorded there', aCheckOut({ foundIds: [CARD] }), given(), 'item.checked-out'],
    ['an item of nobody', aCheckOut(), given({ residentId: null }), 'resident-missing'],
    ['an item of nobody, to its resident', hers, given({ residentId: null }), 'resident-missing'],
    ['a resident who left yesterday', aCheckOut(), given({ residentLeftOn: '2026-11-21' }), 'resident-left'],
    ['a resident who leaves today', aCheckOut(), given({ residentLeftOn: '2026-11-22' }), 'item.checked-out'],
    ['no agreement', aCheckOut(), given({ agreements: [] }), 'agreement-missing'],
    [
      'an agreement for other kinds',
      aCheckOut(),
      given({ agreements: [anAgreement({ kinds: ['other'] })] }),
      'agreement-missing',
    ],
    [
      'an agreement that ended',
      aCheckOut(),
      given({ agreements: [anAgreement({ to: '2026-11-21' })] }),
      'agreement-missing',
    ],
    [
      'late, while the agreement of then has ended',
      aCheckOut({ occurredAt: '2026-11-21T05:00:00.000Z' }),
      given({ lastAt: BEFORE_THAT, agreements: [anAgreement({ to: '2026-11-21' })] }),
      'item.checked-out',
    ],
    [
      'under the name of the resident, to the family',
      aCheckOut({ purpose: 'to-resident', holder: 'other:family' }),
      given({ agreements: [] }),
      'agreement-missing',
    ],
    ['no time of return', aCheckOut({ dueBackAt: null }), given(), 'due-back-missing'],
    [
      'no time of return from hospital',
      aCheckOut({ dueBackAt: null, purpose: 'hospital-stay' }),
      given(),
      'item.checked-out',
    ],
    ['a time of return that is now', aCheckOut({ dueBackAt: NOW }), given(), 'due-back-in-past'],
    [
      'a time of return in two years',
      aCheckOut({ dueBackAt: '2028-11-22T00:00:00.000Z' }),
      given(),
      'due-back-too-far',
    ],
    ['late, after the previous entry', aCheckOut(late), given({ lastAt: EARLIER }), 'item.checked-out'],
    ['late, before the previous entry', aCheckOut(late), given({ lastAt: NOW }), 'occurred-before-previous'],
    ['late, in the future', aCheckOut({ occurredAt: '2026-11-22T01:00:00.001Z' }), given(), 'occurred-in-future'],
    ['late, what oneself carries', aCheckOut(late), given({}, handler), 'item.checked-out'],
    ['late, what a clinic has', aCheckOut({ ...late, holder: 'other:clinic' }), given({}, handler), 'item.checked-out'],
    ['late, what a colleague carries', aCheckOut({ ...late, ...byColleague }), given({}, handler), 'not-allowed'],
    ['late, the same by a deputy', aCheckOut({ ...late, ...byColleague }), given({}, deputy), 'item.checked-out'],
    ['now, what a colleague carries', aCheckOut(byColleague), given({}, handler), 'item.checked-out'],
    [
      'late, an ambulance that a colleague went with',
      aCheckOut({ ...late, ...byColleague, purpose: 'emergency' }),
      given({}, { actor: FLOOR }),
      'item.checked-out',
    ],
    [
      'an emergency claimed for the future',
      aCheckOut({ purpose: 'emergency', occurredAt: '2026-11-22T01:05:00.001Z' }),
      given(),
      'occurred-in-future',
    ],
    ['to a contact who may never receive', aCheckOut({ contactId: CONTACT }), given({}, never), 'contact-never'],
    [
      'to that contact, even in an emergency',
      aCheckOut({ purpose: 'emergency', contactId: CONTACT }),
      given({}, never),
      'contact-never',
    ],
    ['to somebody whose typed name is hers', aCheckOut({ holder: 'other:family' }), given({}, never), 'contact-never'],
    [
      'to an ambulance whose crew is called like her',
      aCheckOut({ purpose: 'emergency', holder: 'other:ambulance' }),
      given({}, never),
      'item.checked-out',
    ],
    [
      'to a contact of whom the manager is asked',
      aCheckOut({ contactId: CONTACT }),
      given({}, { actor: HANDLER, contact: ask }),
      'contact-ask-manager',
    ],
    [
      'the same by a deputy',
      aCheckOut({ contactId: CONTACT }),
      given({}, { actor: DEPUTY, contact: ask }),
      'item.checked-out',
    ],
    [
      'the same in an emergency',
      aCheckOut({ purpose: 'emergency', contactId: CONTACT }),
      given({}, { actor: FLOOR, contact: ask }),
      'item.checked-out',
    ],
  ])('%s', (_, order, situation, expected) => expect(outcome(checkOut(order, situation))).toBe(expected));

  test.each(ANYWHERE)('an emergency takes an item that is recorded %o', (custody) =>
    expect(
      outcome(checkOut(aCheckOut({ purpose: 'emergency', dueBackAt: null }), given({ custody }, { actor: FLOOR }))),
    ).toBe(custody.at === 'stored' ? 'item.checked-out' : 'item.found + item.checked-out'),
  );

  test.each(['2026-11-22T01:00:00.001Z', '2026-11-22T01:05:00.000Z'])(
    'an emergency by a clock that is ahead happens now: %s',
    (occurredAt) => {
      const drafts = accepted(checkOut(aCheckOut({ purpose: 'emergency', occurredAt }), given({ custody: OUT })));
      expect(drafts.map((draft) => [draft.type, draft.occurredAt])).toEqual([
        ['item.found', null],
        ['item.checked-out', null],
      ]);
    },
  );

  test('the finding before a late check-out happened at the same moment', () => {
    const [found] = accepted(checkOut(aCheckOut({ ...late, foundIds: [CARD] }), given({ custody: OUT })));
    expect(found?.occurredAt).toBe(EARLIER);
  });

  test('one item that may not go keeps the whole outing', () => {
    const { items } = given();
    const two = { ...given(), items: [...items, ...given({ id: COLLEAGUE, custody: OUT }).items] };
    expect(checkOut(aCheckOut(), two)).toMatchObject({ ok: false, refusal: { kind: 'item-out', itemId: COLLEAGUE } });
  });

  test('the entry says who has it, what for and until when; names are private', () => {
    const order = aCheckOut({
      holder: 'other:clinic',
      holderName: '外来',
      destination: 'さくら医院',
      note: '',
      contactId: CONTACT,
    });
    expect(accepted(checkOut(order, given()))).toEqual([
      {
        type: 'item.checked-out',
        item: CARD,
        resident: RESIDENT,
        occurredAt: null,
        corrects: null,
        facts: {
          holder: 'other:clinic',
          purpose: 'outpatient',
          dueBackAt: '2026-11-22T05:00:00.000Z',
          contact: CONTACT,
          sheet: null,
        },
        private: { holderName: '外来', destination: 'さくら医院' },
      },
    ]);
  });

  test('a refusal says who has the item', () =>
    expect(checkOut(aCheckOut(), given({ custody: OUT, holderName: '佐藤' }))).toEqual({
      ok: false,
      refusal: {
        kind: 'item-out',
        itemId: CARD,
        itemKind: 'eligibility-certificate',
        holder: `staff:${COLLEAGUE}`,
        holderName: '佐藤',
        purpose: 'outpatient',
        since: STORED.since,
        dueBackAt: '2026-11-22T05:00:00.000Z',
      },
    }));
});
