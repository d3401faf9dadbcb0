import { addDays, dayInTokyo, isCalendarDay, isInstant, tokyoTime } from './instant.ts';

describe('instants and days', () => {
  test.each([
    ['2026-11-21T22:41:25.123Z', true],
    ['2026-11-21T22:41:25Z', false],
    ['2026-11-21T22:41:25.123+09:00', false],
    ['2026-02-30T00:00:00.000Z', false],
  ])('isInstant(%s) is %s', (text, expected) => expect(isInstant(text)).toBe(expected));

  test('an instant is what the platform writes for the moment it reads, at every edge of every part', () => {
    const years = ['0000', '1900', '2000', '2024', '2026', '9999'];
    const two = (list: readonly number[]): string[] => list.map((n) => String(n).padStart(2, '0'));
    const platforms = (text: string): boolean =>
      !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString() === text;
    for (const year of years)
      for (const month of two([0, 1, 2, 4, 6, 9, 11, 12, 13]))
        for (const day of two([0, 1, 27, 28, 29, 30, 31, 32]))
          for (const time of ['00:00:00', '23:59:59', '24:00:00', '19:60:00', '12:00:60', '25:00:00']) {
            const text = `${year}-${month}-${day}T${time}.000Z`;
            if (isInstant(text) !== platforms(text)) throw new Error(text);
          }
  });

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
