import { eraDay, japaneseDay, japaneseMoment, shortMoment } from './dates.ts';

describe('dates on paper', () => {
  it.each([
    ['2026-12-10', '2026年12月10日(木)', '令和8年12月10日'],
    ['2019-05-01', '2019年5月1日(水)', '令和元年5月1日'],
    ['2019-04-30', '2019年4月30日(火)', '平成31年4月30日'],
    ['1989-01-07', '1989年1月7日(土)', '昭和64年1月7日'],
    ['1941-08-01', '1941年8月1日(金)', '昭和16年8月1日'],
    ['1926-12-24', '1926年12月24日(金)', '大正15年12月24日'],
    ['1912-07-29', '1912年7月29日(月)', '明治45年7月29日'],
  ])('%s is %s, on a card %s', (day, plain, era) => {
    expect(japaneseDay(day)).toBe(plain);
    expect(eraDay(day)).toBe(era);
  });

  it('reads moments by the clock in Japan', () => {
    expect(japaneseMoment('2026-12-09T15:05:00.000Z')).toBe('2026年12月10日(木) 00:05');
    expect(shortMoment('2026-12-09T15:05:00.000Z')).toBe('12/10(木) 00:05');
  });
});
