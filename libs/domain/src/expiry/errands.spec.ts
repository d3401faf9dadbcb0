import { careCertificationRenewal, expressReissue, movingIn } from './errands.ts';

describe('V14', () => {
  test.each([
    ['2026-11-10', { date: '2026-12-10' }],
    ['2024-12-02', { date: '2025-01-01' }],
    ['2024-12-01', { date: null, value: 'not-applicable', reasonCode: 'not-yet' }],
  ])('a loss reported on %s: %o', (day, expected) =>
    expect(expressReissue(day)).toMatchObject({ rule: 'V14', ...expected }),
  );
});

describe('V15', () => {
  test.each([
    ['2027-03-31', '2027-01-30'],
    ['2028-03-31', '2028-01-31'],
  ])('要介護認定 to %s is renewed from %s', (endsOn, date) =>
    expect(careCertificationRenewal(endsOn)).toMatchObject({ rule: 'V15', date, until: endsOn }),
  );
});

describe('V22', () => {
  test('both days are counted from the move until the notice is given', () => {
    const { notice, card } = movingIn('2026-11-01');
    expect(notice).toMatchObject({ rule: 'V22', date: '2026-11-15' });
    expect(card).toMatchObject({ rule: 'V22', date: '2027-01-30' });
    expect(movingIn('2026-11-01', '2026-11-10').card.date).toBe('2027-02-08');
  });
});
