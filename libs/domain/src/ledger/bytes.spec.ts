import { equalBytes, joinBytes, readDecimal } from './bytes.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('bytes are equal when they are as many and the same', () => {
  expect(equalBytes(bytes(), bytes())).toBe(true);
  expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true);
  expect(equalBytes(bytes(1, 2), bytes(1, 3))).toBe(false);
  expect(equalBytes(bytes(1), bytes(1, 2))).toBe(false);
  expect(equalBytes(bytes(1, 2), bytes(1))).toBe(false);
});

test('parts are joined behind their prefix, in their order', () => {
  expect(joinBytes(2, bytes())).toEqual(bytes(2));
  expect(joinBytes(3, bytes(1, 2))).toEqual(bytes(3, 1, 2));
  expect(joinBytes(3, bytes(1, 2), bytes(4))).toEqual(bytes(3, 1, 2, 4));
});

test('parts of any length are joined whole, and a short one after a long one', () => {
  const long = new Uint8Array(5_000).fill(7);
  expect(joinBytes(1, long, bytes(9))).toEqual(bytes(1, ...long, 9));
  expect(joinBytes(2, bytes(8))).toEqual(bytes(2, 8));
});

test.each(['', '01', '+1', '-1', '0x10', ' 12', '12 ', '1e3', '1.0', '９', '9007199254740992', '99999999999999999999'])(
  'a decimal is not %p',
  (text) => expect(readDecimal(text)).toBeNull(),
);

test('a decimal is a whole number to 2^53 − 1', () =>
  expect(['0', '7', '9007199254740991'].map(readDecimal)).toEqual([0, 7, 2 ** 53 - 1]));
