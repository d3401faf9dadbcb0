import { equalBytes } from './bytes.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('bytes are equal when they are as many and the same', () => {
  expect(equalBytes(bytes(), bytes())).toBe(true);
  expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true);
  expect(equalBytes(bytes(1, 2), bytes(1, 3))).toBe(false);
  expect(equalBytes(bytes(1), bytes(1, 2))).toBe(false);
  expect(equalBytes(bytes(1, 2), bytes(1))).toBe(false);
});
