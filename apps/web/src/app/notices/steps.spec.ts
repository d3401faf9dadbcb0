import { daysWritten, readDays } from './steps';

it.each([
  ['90、60、30、7、0', [90, 60, 30, 7, 0]],
  ['７, 30 7', [30, 7]],
  ['', []],
  ['366', [366]],
])('「%s」 is read', (written, expected) => expect(readDays(written)).toEqual(expected));

it.each(['367', '一週間前', '-3', '7.5', '1 2 3 4 5 6 7 8 9 10 11'])('「%s」 is no list of days', (written) =>
  expect(readDays(written)).toBeNull(),
);

it('what is written is read back', () => expect(readDays(daysWritten([90, 30, 0]))).toEqual([90, 30, 0]));
