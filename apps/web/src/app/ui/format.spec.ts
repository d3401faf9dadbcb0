import { formatDay, formatEra, formatMoment, formatShortDay, formatTime, minutesLate } from './format';

describe('days', () => {
  it.each([
    ['2026-12-10', '2026年12月10日(木)', 'Thu 10 Dec 2026', '令和8年', 'Reiwa 8'],
    ['2019-05-01', '2019年5月1日(水)', 'Wed 1 May 2019', '令和元年', 'Reiwa 1'],
    ['2019-04-30', '2019年4月30日(火)', 'Tue 30 Apr 2019', '平成31年', 'Heisei 31'],
    ['1989-01-07', '1989年1月7日(土)', 'Sat 7 Jan 1989', '昭和64年', 'Showa 64'],
    ['1926-12-24', '1926年12月24日(金)', 'Fri 24 Dec 1926', '大正15年', 'Taisho 15'],
    ['2028-02-29', '2028年2月29日(火)', 'Tue 29 Feb 2028', '令和10年', 'Reiwa 10'],
  ])('%s', (day, ja, en, eraJa, eraEn) => {
    expect(formatDay(day, 'ja')).toBe(ja);
    expect(formatDay(day, 'en')).toBe(en);
    expect(formatEra(day, 'ja')).toBe(eraJa);
    expect(formatEra(day, 'en')).toBe(eraEn);
  });

  it('leaves out the year where a list says it once', () => {
    expect(formatShortDay('2026-11-21', 'ja')).toBe('11月21日(土)');
  });
});

describe('moments are told in the time of Japan, wherever the tablet thinks it is', () => {
  const now = '2026-11-21T15:30:00.000Z'; // 00:30 on the 22nd in Japan

  it('today is bare, another day is named, another year in full', () => {
    expect(formatTime(now)).toBe('00:30');
    expect(formatMoment('2026-11-22T08:30:00.000Z', now, 'ja')).toBe('17:30');
    expect(formatMoment('2026-11-21T14:59:00.000Z', now, 'ja')).toBe('11月21日(土) 23:59');
    expect(formatMoment('2025-12-31T15:00:00.000Z', now, 'ja')).toBe('1月1日(木) 00:00');
    expect(formatMoment('2025-12-31T14:59:00.000Z', now, 'ja')).toBe('2025年12月31日(水) 23:59');
  });

  it('counts whole minutes past the due time', () => {
    expect(minutesLate('2026-11-21T14:55:00.000Z', now)).toBe(35);
    expect(minutesLate('2026-11-21T15:31:00.000Z', now)).toBe(-1);
  });
});
