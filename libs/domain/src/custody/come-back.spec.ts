import { comeBack } from './come-back.ts';
import type { ComeBack, Keeper, StayAnswer } from './come-back.ts';
import { accepted, anItem, CONTACT, FLOOR, given, LATER, NOW, OUT, outcome, STORED, uuid } from './testing/makers.ts';

const WARD: Keeper = { holder: 'other:hospital', holderName: '中央病院 3階東', contact: null };
const DAUGHTER: Keeper = { holder: 'other:family', holderName: '長女', contact: null };
const IN_HOSPITAL = { ...OUT, purpose: 'hospital-stay', dueBackAt: null, holder: 'other:hospital' } as const;
const ALL = [uuid(21), uuid(22), uuid(23), uuid(24)];
const away = { ...given(), items: ALL.map((id) => anItem({ id, custody: IN_HOSPITAL, holderName: '中央病院 3階東' })) };

const order = (answers: readonly StayAnswer[], of: Partial<ComeBack> = {}): ComeBack => ({
  items: answers.map((as, n) => ({ itemId: ALL[n] ?? '', as })),
  there: WARD,
  family: DAUGHTER,
  dueBackAt: LATER,
  note: null,
  ...of,
});

describe('coming back', () => {
  test('writes down of each thing where it is now', () => {
    const drafts = accepted(comeBack(order(['back', 'left-there', 'with-family', 'still-there']), away));
    expect(drafts.map(({ item, type }) => [item, type])).toEqual([
      [ALL[0], 'item.checked-in'],
      [ALL[1], 'item.changed'],
      [ALL[2], 'item.changed'],
      [ALL[3], 'item.whereabouts-confirmed'],
    ]);
    expect(drafts[1]).toMatchObject({ facts: { holder: 'other:hospital', dueBackAt: LATER } });
    expect(drafts[2]).toMatchObject({ facts: { holder: 'other:family' }, private: { holderName: '長女' } });
  });

  const never: Keeper = { ...DAUGHTER, contact: { id: CONTACT, handOver: 'never' } };
  test.each([
    ['with a never-contact', comeBack(order(['back', 'with-family'], { family: never }), away), 'contact-never'],
    ['without saying with whom', comeBack(order(['with-family'], { family: null }), away), 'nothing-to-change'],
    ['due in the past', comeBack(order(['left-there'], { dueBackAt: NOW }), away), 'due-back-in-past'],
    [
      'left there, by somebody not appointed',
      comeBack(order(['left-there']), { ...away, actor: FLOOR }),
      'not-allowed',
    ],
    ['back, by somebody not appointed', comeBack(order(['back']), { ...away, actor: FLOOR }), 'item.checked-in'],
    [
      'what a colleague has put back meanwhile',
      comeBack(
        { ...order([]), items: [{ itemId: ALL[0] ?? '', as: 'back' }] },
        { ...away, items: [anItem({ id: ALL[0] ?? '', custody: STORED })] },
      ),
      'item-stored',
    ],
  ])('%s', (_, verdict, expected) => expect(outcome(verdict)).toBe(expected));
});
