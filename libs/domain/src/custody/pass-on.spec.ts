import { confirmPassedOn, isExpected, isPassedOn, passOn } from './pass-on.ts';
import { accepted, anItem, FLOOR, given, LATER, NOW, OUT, outcome, SEARCHING, STORED, uuid } from './testing/makers.ts';

const order = { itemIds: [uuid(21)], holderName: 'もみじ苑', dueBackAt: LATER, note: null };
const withItem = (of: Parameters<typeof anItem>[0]) => ({ ...given(), items: [anItem({ id: uuid(21), ...of })] });
const away = { ...OUT, holder: 'other:other-facility', purpose: 'other' } as const;

describe('sending to another house', () => {
  test('leaves it out with that house, also without an agreement', () => {
    const [draft] = accepted(
      passOn(order, withItem({ custody: STORED, agreements: [], residentLeftOn: '2020-01-01' })),
    );
    expect(draft).toMatchObject({
      type: 'item.checked-out',
      facts: { holder: 'other:other-facility', purpose: 'other', dueBackAt: LATER },
      private: { holderName: 'もみじ苑', destination: 'もみじ苑' },
    });
  });

  test.each([
    ['what is out', passOn(order, withItem({ custody: OUT })), 'item-out'],
    ['what is searched for', passOn(order, withItem({ custody: SEARCHING })), 'item-missing'],
    [
      'an answer expected in the past',
      passOn({ ...order, dueBackAt: NOW }, withItem({ custody: STORED })),
      'due-back-in-past',
    ],
    ['somebody not appointed', passOn(order, { ...withItem({ custody: STORED }), actor: FLOOR }), 'not-allowed'],
  ])('is refused: %s', (_, verdict, expected) => expect(outcome(verdict)).toBe(expected));
});

describe('what the other house has', () => {
  test('is handed over where it was on its way, and nothing else', () => {
    const items = [anItem({ id: uuid(21), custody: away }), anItem({ id: uuid(22), custody: STORED })];
    expect(confirmPassedOn(items, 'もみじ苑 田中')).toMatchObject([
      {
        type: 'item.handed-over',
        item: uuid(21),
        facts: { disposition: 'transferred' },
        private: { receiverName: 'もみじ苑 田中' },
      },
    ]);
  });

  test('is expected while it is on its way, and when it was handed over there by hand', () => {
    const ended = { at: 'ended', disposition: 'transferred', since: NOW } as const;
    expect([away, ended, { ...ended, disposition: 'returned' as const }, OUT, STORED].map(isExpected)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([away, ended].map(isPassedOn)).toEqual([true, false]);
  });
});
