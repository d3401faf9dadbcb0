import { CAPACITIES } from './coverage.ts';
import { agreementTask, reviewDue, signsFor } from './review.ts';

const signed = { signedOn: '2026-04-01', reviewedOn: null };

describe('what there is to do about an agreement', () => {
  test.each([
    ['nothing while its year is far from over', signed, null, '2026-11-22', null],
    ['its review, from thirty days before', signed, null, '2027-03-02', { task: 'yearly', on: '2027-04-01' }],
    ['its review, after the day', signed, null, '2027-05-01', { task: 'yearly', on: '2027-04-01' }],
    ['nothing after a review', { ...signed, reviewedOn: '2027-03-20' }, null, '2027-05-01', null],
    [
      'a new one when who signs has changed',
      signed,
      '2026-10-01',
      '2026-11-22',
      { task: 'representative', on: '2026-10-01' },
    ],
    ['nothing when it was signed on the day of the change', signed, '2026-04-01', '2026-11-22', null],
    ['nothing when it was looked at since', { ...signed, reviewedOn: '2026-10-02' }, '2026-10-01', '2026-11-22', null],
  ])('%s', (_, agreement, changedOn, today, expected) =>
    expect(agreementTask(agreement, changedOn, today)).toEqual(expected),
  );

  test('who is born on 29 February is not the only one with a short year', () =>
    expect(reviewDue({ signedOn: '2028-02-29', reviewedOn: null }, '2028-03-01')).toEqual({
      on: '2029-02-28',
      state: 'far',
    }));

  test('family without authority signs for nobody', () =>
    expect(CAPACITIES.filter((capacity) => !signsFor(capacity))).toEqual(['resident', 'family']));
});
