import { applicationFlaw, applicationOf } from './applications.ts';
import type { ApplicationFacts, ApplicationNoted } from './applications.ts';

const FACTS: ApplicationFacts = {
  asOf: '2027-06-10',
  insurerType: 'late-elderly',
  registered: 'yes',
  ending: null,
  certificateSince: null,
  cardLost: false,
  choosesCertificate: false,
  noted: null,
};
const ENDING: NonNullable<ApplicationFacts['ending']> = {
  rule: 'V12',
  source: 's',
  date: '2027-07-31',
  value: 'apply',
  reasonCode: 'holds-myna-insurance',
  from: '2027-06-01',
};
const NOTED: ApplicationNoted = {
  ground: 'in-facility',
  applicant: 'staff',
  byProxy: 'yes',
  appliedOn: null,
  arrivedOn: null,
  renews: 'unknown',
  notedOn: '2027-06-02',
};
const told = (facts: Partial<ApplicationFacts>) => {
  const found = applicationOf({ ...FACTS, ...facts });
  return found && [found.why.rule, found.why.reasonCode, found.state];
};

test.each<[string, Partial<ApplicationFacts>, ReturnType<typeof told>]>([
  ['nobody asks for one', {}, null],
  ['hers ends and does not come by itself', { ending: ENDING }, ['V12', 'holds-myna-insurance', 'to-apply']],
  ['it is still before 1 June', { ending: ENDING, asOf: '2027-05-31', certificateSince: '2027-06-09' }, null],
  [
    'nobody knows whether she is registered',
    { ending: { ...ENDING, date: null, value: 'unknown', reasonCode: 'registration-unknown' } },
    ['V12', 'registration-unknown', 'to-ask'],
  ],
  ['her card is lost', { cardLost: true }, ['V13', 'lost-or-renewing', 'to-apply']],
  ['her card is lost and a certificate lies in the safe', { cardLost: true, certificateSince: '2027-06-09' }, null],
  ['the family wants one', { choosesCertificate: true }, ['V13', 'needs-support', 'to-apply']],
  ['the family wants one, and it comes by itself', { choosesCertificate: true, registered: 'no' }, null],
  ['生活保護', { insurerType: 'public-assistance', ending: ENDING, noted: NOTED }, null],
  ['somebody put her on the list', { noted: NOTED }, ['V13', 'needs-support', 'to-apply']],
  [
    'put there though it comes by itself',
    { noted: NOTED, registered: 'no' },
    ['V13', 'holds-no-myna-insurance', 'to-apply'],
  ],
  [
    'put there for a lost card',
    { noted: { ...NOTED, ground: 'lost-or-renewing' } },
    ['V13', 'lost-or-renewing', 'to-apply'],
  ],
  [
    'applied',
    { ending: ENDING, noted: { ...NOTED, appliedOn: '2027-06-03' } },
    ['V12', 'holds-myna-insurance', 'applied'],
  ],
  [
    'arrived, not taken in yet',
    { noted: { ...NOTED, appliedOn: '2027-06-03', arrivedOn: '2027-06-09' } },
    ['V13', 'needs-support', 'arrived'],
  ],
  [
    'put there though one lies in the safe since before',
    { certificateSince: '2027-06-02', noted: NOTED },
    ['V13', 'needs-support', 'to-apply'],
  ],
  ['put there, and one came without a word', { certificateSince: '2027-06-03', noted: NOTED }, null],
  ['arrived and taken in', { certificateSince: '2027-06-09', noted: { ...NOTED, arrivedOn: '2027-06-09' } }, null],
  [
    'applied for last year’s',
    { ending: ENDING, noted: { ...NOTED, appliedOn: '2026-06-20', notedOn: '2026-06-20' } },
    ['V12', 'holds-myna-insurance', 'to-apply'],
  ],
])('%s', (_, facts, expected) => expect(told(facts)).toEqual(expected));

test('an unknown registration does not hold back who was put on the list', () =>
  expect(told({ noted: NOTED, registered: 'unknown' })?.[2]).toBe('to-apply'));

test.each([
  [null, null, null],
  ['2027-06-03', '2027-06-03', null],
  [null, '2027-06-03', null],
  ['2027-06-03', '2027-06-02', 'dates-out-of-order'],
])('applied %s, arrived %s: %s', (appliedOn, arrivedOn, flaw) =>
  expect(applicationFlaw({ appliedOn, arrivedOn })).toBe(flaw),
);
