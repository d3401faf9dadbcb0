import fc from 'fast-check';
import { uuid } from '../custody/testing/makers.ts';
import { compareCount, mergeSightings } from './compare.ts';
import type { Lying, Sighting } from './compare.ts';
import { COUNTED_KINDS } from './count.ts';

const [POUCH, OTHER] = [uuid(6), uuid(7)];
const CARD: Lying = { itemId: uuid(1), storage: POUCH, kind: 'care-insurance-card' };
const SECOND: Lying = { ...CARD, itemId: uuid(2) };
const ELSEWHERE: Lying = { ...CARD, itemId: uuid(3), storage: OTHER };
const saw = (quantity = 1, of: Partial<Sighting> = {}): Sighting => ({
  storage: POUCH,
  kind: 'care-insurance-card',
  quantity,
  ...of,
});
const sides = (before: readonly Lying[], now: readonly Lying[], seen: readonly Sighting[]) =>
  compareCount(before, now, seen).differences.map(
    ({ side, storage, kind }) => `${side} ${storage ?? 'nowhere'} ${kind}`,
  );

test('the light kinds are not counted', () => {
  expect(COUNTED_KINDS).toContain('my-number-card');
  expect(COUNTED_KINDS).not.toContain('patient-card');
  expect(COUNTED_KINDS).not.toContain('medication-notebook');
});

test.each<[string, readonly Lying[], readonly Lying[], readonly Sighting[], readonly string[]]>([
  ['all there', [CARD], [CARD], [saw()], []],
  ['told four times is there once', [CARD], [CARD], [saw(), saw(), saw(), saw()], []],
  ['one not there', [CARD], [CARD], [], [`short ${POUCH} care-insurance-card`]],
  ['one of two not there', [CARD, SECOND], [CARD, SECOND], [saw()], [`short ${POUCH} care-insurance-card`]],
  ['what is out lies there', [], [], [saw()], [`surplus ${POUCH} care-insurance-card`]],
  [
    'in the wrong pouch',
    [CARD],
    [CARD],
    [saw(1, { storage: OTHER })],
    [`short ${POUCH} care-insurance-card`, `surplus ${OTHER} care-insurance-card`],
  ],
  [
    'another kind than recorded',
    [CARD],
    [CARD],
    [saw(1, { kind: 'care-copay-certificate' })],
    [`short ${POUCH} care-insurance-card`, `surplus ${POUCH} care-copay-certificate`],
  ],
  ['taken out while somebody counted, seen', [CARD], [], [saw()], []],
  ['taken out while somebody counted, not seen', [CARD], [], [], []],
  ['put back while somebody counted, seen', [], [CARD], [saw()], []],
  ['put back while somebody counted, not seen', [], [CARD], [], []],
  ['moved while somebody counted', [CARD], [{ ...CARD, storage: OTHER }], [saw(1, { storage: OTHER })], []],
  ['more than can be', [CARD], [CARD, SECOND], [saw(3)], [`surplus ${POUCH} care-insurance-card`]],
  ['of no recorded place', [{ ...CARD, storage: null }], [{ ...CARD, storage: null }], [saw(1, { storage: null })], []],
  ['both places right', [CARD, ELSEWHERE], [CARD, ELSEWHERE], [saw(), saw(1, { storage: OTHER })], []],
])('%s', (_, before, now, seen, expected) => expect(sides(before, now, seen)).toEqual(expected));

test('says how many were expected and seen, and numbers the differences from 1', () => {
  const result = compareCount([CARD, SECOND], [CARD, SECOND], [saw(0), saw(1, { storage: OTHER })]);
  expect(result).toMatchObject({ expected: 2, seen: 1 });
  expect(result.differences.map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('what moved in between counts as expected where it was seen', () => {
  expect(compareCount([CARD, SECOND], [CARD], [saw(2)])).toMatchObject({ expected: 2, seen: 2, differences: [] });
  expect(compareCount([CARD, SECOND], [CARD], [saw()])).toMatchObject({ expected: 1, seen: 1, differences: [] });
  expect(compareCount([CARD], [CARD, SECOND], [saw(3)])).toMatchObject({ expected: 2, seen: 3 });
});

const LYING = fc.uniqueArray(
  fc.record({
    itemId: fc.integer({ min: 1, max: 60 }).map(uuid),
    storage: fc.constantFrom(POUCH, OTHER, null),
    kind: fc.constantFrom(...COUNTED_KINDS),
  }),
  { selector: ({ itemId }) => itemId },
);

test('what was seen is what was expected with what is too much and without what is missing', () => {
  const sighting = fc.record({
    storage: fc.constantFrom(POUCH, OTHER, null),
    kind: fc.constantFrom(...COUNTED_KINDS),
    quantity: fc.nat(4),
  });
  fc.assert(
    fc.property(LYING, LYING, fc.array(sighting), (before, now, told) => {
      const { expected, seen, differences } = compareCount(before, now, told);
      const short = differences.filter(({ side }) => side === 'short').length;
      expect(seen).toBe(expected + differences.length - 2 * short);
    }),
  );
});

test('whoever tells what is there, in any order and as often as she likes, finds no difference', () => {
  fc.assert(
    fc.property(LYING, fc.integer({ min: 0, max: 3 }), (there, extra) => {
      const seen = there.map(({ storage, kind }) => ({
        storage,
        kind,
        quantity: there.filter((other) => other.storage === storage && other.kind === kind).length,
      }));
      const told = [...seen].reverse().concat(seen.slice(0, extra));
      expect(compareCount(there, there, told).differences).toEqual([]);
      for (const n of there.keys()) expect(sides(there, there.toSpliced(n, 1), told)).toEqual([]);
      const short = compareCount(
        there,
        there,
        told.filter(({ kind }) => kind !== there[0]?.kind),
      ).differences;
      expect(short).toHaveLength(there.filter(({ kind }) => kind === there[0]?.kind).length);
    }),
  );
});

test('of several numbers for one place the largest counts', () => {
  expect(mergeSightings([saw(2), saw(3), saw(1)])).toEqual([saw(3)]);
  expect(mergeSightings([saw(0)])).toEqual([]);
});
