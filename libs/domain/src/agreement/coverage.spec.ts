import { covers } from './coverage.ts';

const agreement = {
  id: '00000000-0000-4000-8000-000000000001',
  residentId: '00000000-0000-4000-8000-000000000002',
  kinds: ['care-insurance-card', 'eligibility-certificate'],
  from: '2026-04-01',
  to: '2027-03-31',
} as const;

describe('an agreement covers', () => {
  test.each([
    ['the day before it begins', 'care-insurance-card', '2026-03-31', false],
    ['its first day', 'care-insurance-card', '2026-04-01', true],
    ['its last day', 'eligibility-certificate', '2027-03-31', true],
    ['the day after it ends', 'care-insurance-card', '2027-04-01', false],
    ['a kind it does not name', 'my-number-card', '2026-05-01', false],
  ] as const)('%s: %s on %s is %s', (_, kind, on, expected) => expect(covers(agreement, kind, on)).toBe(expected));

  test('without an end, a day far away', () =>
    expect(covers({ ...agreement, to: null }, 'care-insurance-card', '2040-01-01')).toBe(true));
});
