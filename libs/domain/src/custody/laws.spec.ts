import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { PURPOSES } from './custody.ts';
import type { Custody } from './custody.ts';
import { enterLate } from './enter-late.ts';
import { fold } from './fold.ts';
import { found } from './found.ts';
import { handOver } from './hand-over.ts';
import { holdTemporarily } from './hold-temporarily.ts';
import { search } from './search.ts';
import { unreviewedEmergencies } from './review-emergency.ts';
import type { Situation, Verdict } from './situation.ts';
import { accepted, anItem, ANYWHERE, BEFORE_THAT, CARD, CHECKED_OUT, COLLEAGUE, CONTACT } from './testing/makers.ts';
import { EARLIER, ENDED, entry, FLOOR, given, givenEnd, givenNew, HANDLER, HELD, NOW } from './testing/makers.ts';
import { OTHER_POUCH, OUT, outcome, POUCH, recorded, SIGNED_IN, STORED, TAKEN_IN, uuid } from './testing/makers.ts';
import { aCheckIn, aCheckOut, aHandOver, aHold, aLateEntry } from './testing/orders.ts';

const handler = { actor: HANDLER };
const elsewhere = ANYWHERE.filter(({ at }) => at !== 'stored');
const notEnded = ANYWHERE.filter(({ at }) => at !== 'ended');

describe("law 1: the resident's own card goes to the resident when she asks", () => {
  const forever = aHandOver({ receiver: 'other:resident', receiverName: '本人' });
  const forNow = aCheckOut({ purpose: 'to-resident', holder: 'other:resident', holderName: '本人' });
  const carried = aCheckOut({ purpose: 'to-resident' });
  const obstacles: readonly (readonly [string, Situation])[] = [
    ['no agreement', given({ agreements: [] }, handler)],
    ['一時保管', given({ custody: HELD, agreements: [] }, handler)],
    ['a resident who has left', given({ residentLeftOn: '2026-01-01' }, handler)],
    ['no leader at hand', given({}, handler)],
  ];

  test.each(obstacles)('%s does not keep her from having it back for good', (_, situation) =>
    expect(outcome(handOver(forever, { ...situation, replacement: null }))).toBe('item.handed-over'),
  );

  test.each(obstacles)('%s does not keep her from having it for a while', (_, situation) => {
    expect(outcome(checkOut(forNow, situation))).toBe('item.checked-out');
    expect(outcome(checkOut(carried, situation))).toBe('item.checked-out');
  });

  test.each(notEnded)('wherever it is: %o', (custody) =>
    expect(outcome(handOver(forever, givenEnd({ custody }, handler)))).toBe('item.handed-over'),
  );

  test.each(['ask-manager', 'never'] as const)('the wish of a contact (%s) does not block it', (rule) =>
    expect(outcome(handOver(forever, givenEnd({}, { ...handler, contact: { id: CONTACT, handOver: rule } })))).toBe(
      'item.handed-over',
    ),
  );

  test('premise: the same obstacles stop others', () => {
    expect(outcome(checkOut(aCheckOut(), given({ agreements: [] }, handler)))).toBe('agreement-missing');
    expect(outcome(handOver(aHandOver(), givenEnd({}, handler)))).toBe('not-allowed');
  });
});

describe('law 2: the record never has to lie', () => {
  test('what lies in the safe can be recorded without agreement or resident', () =>
    expect(outcome(holdTemporarily(aHold(), givenNew({ residentId: null, agreements: [] }, { actor: FLOOR })))).toBe(
      'item.held-temporarily',
    ));

  test('and is red until the seventh day', () =>
    expect(accepted(holdTemporarily(aHold(), givenNew()))[0]?.facts).toMatchObject({ resolveBy: '2026-11-29' }));

  test('what was forgotten is entered as a pair, even what was not agreed', () =>
    expect(
      outcome(enterLate(aLateEntry(), given({ lastAt: BEFORE_THAT, agreements: [], residentId: null }, handler))),
    ).toBe('item.checked-out + item.checked-in'));

  test.each(elsewhere)('what is recorded as %o but lies in the safe is put right', (custody) =>
    expect(outcome(found({ itemIds: [CARD], storageId: null, note: null }, given({ custody }, { actor: FLOOR })))).toBe(
      'item.found',
    ),
  );

  test.each(elsewhere)('in the same command as the next movement: %o', (custody) =>
    expect(outcome(checkOut(aCheckOut({ foundIds: [CARD] }), given({ custody }, handler)))).toBe(
      'item.found + item.checked-out',
    ),
  );

  test('a search is open to everybody, so that it is recorded', () =>
    expect(SIGNED_IN.map((actor) => outcome(search({ itemIds: [CARD], note: null }, given({}, { actor }))))).toEqual(
      SIGNED_IN.map(() => 'item.search-started'),
    ));
});

describe('law 3: an ambulance never waits', () => {
  const ambulance = aCheckOut({
    purpose: 'emergency',
    holder: 'other:ambulance',
    holderName: '救急隊',
    dueBackAt: null,
  });

  test.each(SIGNED_IN)('whoever is there: %o', (actor) =>
    expect(outcome(checkOut(ambulance, given({}, { actor })))).toBe('item.checked-out'),
  );

  test.each([
    ['agreement', given({ agreements: [] }, { actor: FLOOR })],
    ['resident', given({ residentId: null, agreements: [] }, { actor: FLOOR })],
    ['presence of the resident', given({ residentLeftOn: '2026-01-01' }, { actor: FLOOR })],
    ['permission of a manager', given({}, { actor: FLOOR, contact: { id: CONTACT, handOver: 'ask-manager' } })],
  ])('not for want of %s', (_, situation) => expect(outcome(checkOut(ambulance, situation))).toBe('item.checked-out'));

  test.each([null, EARLIER, '2030-01-01T00:00:00.000Z'])('not for the time of return %s', (dueBackAt) =>
    expect(outcome(checkOut({ ...ambulance, dueBackAt }, given({}, { actor: FLOOR })))).toBe('item.checked-out'),
  );

  test.each(ANYWHERE)('not for the recorded place %o', (custody) =>
    expect(checkOut(ambulance, given({ custody }, { actor: FLOOR })).ok).toBe(true),
  );

  test('and it waits to be reviewed', () => {
    const emergency = entry(2, 'item.checked-out', { ...CHECKED_OUT, purpose: 'emergency' });
    expect(unreviewedEmergencies([entry(1, 'item.taken-in', TAKEN_IN), emergency])).toEqual([2]);
  });

  test('premise: any other purpose waits for an appointment', () =>
    expect(PURPOSES.filter((purpose) => checkOut(aCheckOut({ purpose }), given({}, { actor: FLOOR })).ok)).toEqual([
      'emergency',
    ]));
});

describe('law 4: putting back is never refused', () => {
  const hard = {
    residentId: null,
    agreements: [],
    residentLeftOn: '2026-01-01',
    kind: 'legacy-insurance-card',
  } as const;
  const cases = SIGNED_IN.flatMap((actor) => elsewhere.map((custody) => ({ actor, custody })));

  test.each(cases)('by $actor.role ($actor.level), recorded $custody.at', ({ actor, custody }) =>
    expect(outcome(checkIn(aCheckIn(), given({ custody, ...hard }, { actor })))).toBe(
      custody.at === 'ended' ? 'item.found' : 'item.checked-in',
    ),
  );

  test('premise: every place away from the safe is among the cases', () =>
    expect([...new Set(elsewhere.map(({ at }) => at))]).toEqual(['out', 'missing', 'ended']));

  test('what had ended is held until somebody decides', () => {
    const begun = entry(1, 'item.taken-in', TAKEN_IN);
    const ended = entry(2, 'item.handed-over', {
      disposition: 'returned',
      receiver: 'other:family',
      witness: null,
      replacedBy: null,
    });
    const back = accepted(checkIn(aCheckIn({ storageId: POUCH }), given({ custody: ENDED }, { actor: FLOOR })));
    expect(fold([begun, ended, ...recorded(back, 3)]).custody).toEqual({
      at: 'stored',
      storage: POUCH,
      since: NOW,
      hold: { reason: 'after-end', resolveBy: '2026-11-29' },
    });
  });

  describe('what lies in the safe already', () => {
    const floor = { actor: FLOOR };
    const batch = (...custodies: readonly Custody[]): Situation => ({
      ...given({}, floor),
      items: custodies.map((custody, n) => anItem({ id: uuid(100 + n), custody })),
    });

    test.each([
      ['checkIn', (on: Situation) => checkIn(aCheckIn(), on), 'item.checked-in + item.found'],
      ['found', (on: Situation) => found({ itemIds: [], storageId: null, note: null }, on), 'item.found + item.found'],
    ])('%s: keeps nothing else back, and gets no entry', (_, verb, entries) => {
      const verdict = verb(batch(STORED, OUT, HELD, ENDED));
      expect(outcome(verdict)).toBe(entries);
      expect(accepted(verdict).map(({ item }) => item)).toEqual([uuid(101), uuid(103)]);
    });

    test('not even for a time that is earlier than it was put there', () =>
      expect(
        outcome(
          checkIn(aCheckIn({ occurredAt: EARLIER }), {
            ...given({}, floor),
            items: [anItem({ lastAt: NOW }), anItem({ id: COLLEAGUE, custody: OUT })],
          }),
        ),
      ).toBe('item.checked-in'));

    test('is said, with since when, only when there is nothing else', () =>
      expect(checkIn(aCheckIn(), batch(STORED, HELD))).toEqual({
        ok: false,
        refusal: { kind: 'item-stored', itemId: uuid(100), itemKind: 'eligibility-certificate', since: EARLIER },
      }));

    test.each([
      ['in the same pouch', POUCH, 'item-stored'],
      ['in another pouch', OTHER_POUCH, 'item.moved'],
    ])('%s', (_, storageId, expected) => {
      expect(outcome(checkIn(aCheckIn({ storageId }), given({}, floor)))).toBe(expected);
      expect(outcome(found({ itemIds: [CARD], storageId, note: null }, given({}, floor)))).toBe(expected);
    });
  });
});

describe('law 5: nobody is blamed: a refusal is facts without a sentence', () => {
  const refusals: readonly Verdict[] = [
    checkOut(aCheckOut({ note: '急いでいます' }), given({ custody: OUT, holderName: null })),
    checkOut(aCheckOut(), given({ agreements: [] })),
    checkOut(aCheckOut({ dueBackAt: NOW }), given()),
    checkIn(aCheckIn({ note: '急いでいます' }), given({ custody: STORED })),
    handOver(aHandOver(), givenEnd({}, { actor: FLOOR })),
    enterLate(aLateEntry(), given({ custody: OUT })),
  ];
  test.each(refusals)('%j', (verdict) => {
    if (verdict.ok) throw new Error('premise: it is refused');
    for (const value of Object.values(verdict.refusal)) expect(String(value)).toMatch(/^[a-z0-9:.TZ-]+$/);
  });
});

describe('law 6: paper is the fallback', () => {
  test('a line of a numbered sheet becomes a pair of entries that name the sheet', () => {
    const pair = accepted(enterLate(aLateEntry({ sheet: 'F3-000123' }), given({ lastAt: BEFORE_THAT }, handler)));
    expect(pair.map(({ facts }) => facts)).toMatchObject([{ sheet: 'F3-000123' }, { sheet: 'F3-000123' }]);
  });

  test('half a line is entered too: still out, or back from before', () => {
    const late = { occurredAt: EARLIER, sheet: 'F3-000123' };
    expect(outcome(checkOut(aCheckOut(late), given({ lastAt: BEFORE_THAT }, handler)))).toBe('item.checked-out');
    expect(outcome(checkIn(aCheckIn(late), given({ custody: OUT }, { actor: FLOOR })))).toBe('item.checked-in');
  });
});
