import { formatDay, formatEra, formatMoment, formatShortDay, formatTime, minutesLate } from './format';

describe('days', () => {
  it.each([
    { day: '2026-12-10', ja: '2026年12月10日(木)', en: 'Thu 10 Dec 2026', eraJa: '令和8年', eraEn: 'Reiwa 8' },
    { day: '2019-05-01', ja: '2019年5月1日(水)', en: 'Wed 1 May 2019', eraJa: '令和元年', eraEn: 'Reiwa 1' },
    { day: '2019-04-30', ja: '2019年4月30日(火)', en: 'Tue 30 Apr 2019', eraJa: '平成31年', eraEn: 'Heisei 31' },
    { day: '1989-01-07', ja: '1989年1月7日(土)', en: 'Sat 7 Jan 1989', eraJa: '昭和64年', eraEn: 'Showa 64' },
    { day: '1926-12-24', ja: '1926年12月24日(金)', en: 'Fri 24 Dec 1926', eraJa: '大正15年', eraEn: 'Taisho 15' },
    { day: '2028-02-29', ja: '2028年2月29日(火)', en: 'Tue 29 Feb 2028', eraJa: '令和10年', eraEn: 'Reiwa 10' },
  ])('$day', ({ day, ja, en, eraJa, eraEn }) => {
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
