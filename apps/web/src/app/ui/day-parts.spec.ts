import { dayOf, INCOMPLETE, partsOf } from './day-parts';

const parts = (era: 'reiwa' | 'showa' | 'western', year: string, month: string, date: string) => ({
  era,
  year,
  month,
  date,
});

describe('dayOf', () => {
  it('reads what a card prints', () => {
    expect(dayOf(parts('reiwa', '9', '7', '31'))).toBe('2027-07-31');
    expect(dayOf(parts('reiwa', '元', '5', '1'))).toBe('2019-05-01');
    expect(dayOf(parts('showa', '１３', '５', '３'))).toBe('1938-05-03');
    expect(dayOf(parts('western', '2027', '7', '31'))).toBe('2027-07-31');
  });

  it('knows nothing from something unfinished', () => {
    expect(dayOf(parts('reiwa', '', '', ''))).toBeNull();
    expect(dayOf(parts('reiwa', '9', '', ''))).toBe(INCOMPLETE);
    expect(dayOf(parts('reiwa', '9', '2', '30'))).toBe(INCOMPLETE);
    expect(dayOf(parts('reiwa', '-1', '2', '3'))).toBe(INCOMPLETE);
  });
});

describe('partsOf', () => {
  it('takes a day apart in its own era', () => {
    expect(partsOf('1938-05-03', 'reiwa')).toEqual({ era: 'showa', year: '13', month: '5', date: '3' });
    expect(partsOf('2027-07-31', 'western')).toEqual({ era: 'western', year: '2027', month: '7', date: '31' });
    expect(partsOf(null, 'showa')).toEqual({ era: 'showa', year: '', month: '', date: '' });
  });

  it('is undone by dayOf', () => {
    for (const day of [
      '2019-04-30',
      '2019-05-01',
      '1989-01-07',
      '1989-01-08',
      '1926-12-24',
      '1926-12-25',
      '1900-02-28',
    ]) {
      expect(dayOf(partsOf(day, 'reiwa'))).toBe(day);
    }
  });
});
