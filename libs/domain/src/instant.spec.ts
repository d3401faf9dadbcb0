import { addDays, dayInTokyo, isCalendarDay, isInstant, tokyoTime } from './instant.ts';

describe('instants and days', () => {
  test.each([
    ['2026-11-21T22:41:25.123Z', true],
    ['2026-11-21T22:41:25Z', false],
    ['2026-11-21T22:41:25.123+09:00', false],
    ['2026-02-30T00:00:00.000Z', false],
  ])('isInstant(%s) is %s', (text, expected) => expect(isInstant(text)).toBe(expected));

  test.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-2-9', false],
  ])('isCalendarDay(%s) is %s', (text, expected) => expect(isCalendarDay(text)).toBe(expected));

  test.each([
    ['2026-11-21T14:59:59.999Z', '2026-11-21'],
    ['2026-11-21T15:00:00.000Z', '2026-11-22'],
  ])('the day in Tokyo of %s is %s', (at, day) => expect(dayInTokyo(at)).toBe(day));

  test('a wall-clock time in Tokyo is nine hours ahead of UTC', () =>
    expect(tokyoTime('2026-11-22', '00:30')).toBe('2026-11-21T15:30:00.000Z'));

  test('days are added across months', () => expect(addDays('2028-02-28', 2)).toBe('2028-03-01'));
});
