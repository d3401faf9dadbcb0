import { ITEM_KINDS } from '../item.ts';
import { LEAVE_REASONS, leavingWay } from './leaving.ts';

describe('where a thing goes when its resident leaves', () => {
  test('after a death a certificate goes to its office, and what the family still needs to whom the contract names', () => {
    expect(leavingWay('care-insurance-card', 'died')).toBe('to-office');
    expect(leavingWay('eligibility-certificate', 'died')).toBe('to-office');
    expect(ITEM_KINDS.filter((kind) => leavingWay(kind, 'died') === 'to-named')).toEqual([
      'my-number-card',
      'eligibility-notice',
      'sealed-envelope',
      'patient-card',
      'medication-notebook',
      'other',
    ]);
  });

  test.each(LEAVE_REASONS.filter((reason) => reason !== 'died'))('to herself when she left: %s', (reason) =>
    expect(new Set(ITEM_KINDS.map((kind) => leavingWay(kind, reason)))).toEqual(new Set(['to-resident'])),
  );
});
