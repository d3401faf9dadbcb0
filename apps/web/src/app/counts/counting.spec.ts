import { doubtful, placeNamed, quantityOf, type Sighting, withQuantity } from './counting';

const place = (id: string, label: string, kind: 'pouch' | 'drawer' = 'pouch') => ({ id, label, kind });
const PLACES = [place('d', '上段', 'drawer'), place('a', '1番'), place('b', '12番'), place('c', '青いポーチ')];

test.each([
  ['12', 'b'],
  ['１２', 'b'],
  ['0012', 'b'],
  ['12番', 'b'],
  ['No.12', 'b'],
  ['1', 'a'],
  ['青いポーチ', 'c'],
  ['上段', 'd'],
  ['c', 'c'],
  ['2', null],
  ['1 2', null],
  ['', null],
])('「%s」 typed or scanned is the place %s', (typed, id) => expect(placeNamed(PLACES, typed)?.id ?? null).toBe(id));

test('a kind that is told again is there as often as was told last, in the same row, also with 0', () => {
  const card = (quantity: number): Sighting => ({ storageId: 'a', kind: 'care-insurance-card', quantity });
  const other: Sighting = { storageId: 'b', kind: 'care-insurance-card', quantity: 1 };
  const seen = withQuantity(withQuantity(withQuantity([], card(1)), other), card(2));
  expect(seen).toEqual([card(2), other]);
  expect(quantityOf(seen, 'a', 'care-insurance-card')).toBe(2);
  expect(quantityOf(seen, 'a', 'my-number-card')).toBe(0);
  expect(withQuantity(seen, card(0))).toEqual([card(0), other]);
});

test('a number is asked about where it is far from what such a place holds', () => {
  const card = (storageId: string | null, quantity: number): Sighting => ({
    storageId,
    kind: 'care-insurance-card',
    quantity,
  });
  const fine = [card('a', 9), card('d', 99), card(null, 99)];
  const odd = [card('a', 10), card('d', 100), card(null, 100)];
  expect(doubtful([...fine, ...odd], PLACES)).toEqual(odd);
});
