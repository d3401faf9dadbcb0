import { DEADLINE_KINDS } from '../expiry/deadline.ts';
import type { Deadline } from '../expiry/deadline.ts';
import { deadlinesOf } from '../expiry/deadlines-of.ts';
import { NOT_ASKED } from '../expiry/deadline.ts';
import { DEFAULT_SETTINGS } from '../expiry/settings.ts';
import { deadlineListOf } from './deadline-lists.ts';
import type { ListedDeadline } from './deadline-lists.ts';

const AS_OF = '2026-11-22';
const a = (deadline: Partial<Deadline>, other: Partial<ListedDeadline> = {}): ListedDeadline => ({
  deadline: {
    kind: 'expiry',
    rule: 'V21',
    source: 's',
    reasonCode: 'printed',
    date: '2026-12-31',
    from: '2026-10-02',
    ...deadline,
  },
  itemKind: 'care-insurance-card',
  hasCertificate: false,
  ...other,
});
const UNKNOWN = { date: null, value: 'unknown' } as const;
const LAPSED = { date: '2026-11-30', from: '2026-09-01' } as const;

test.each<[string, ListedDeadline, string | null]>([
  ['a paper that ends at 70', a({ kind: 'seventieth-birthday' }), 'renewals'],
  ['one that has ended at 70', a({ kind: 'seventieth-birthday', date: '2026-09-30' }), 'renewals'],
  ['a paper that ends at 75', a({ kind: 'seventy-fifth-birthday' }), null],
  ['a renewal that can begin', a({}), 'renewals'],
  ['one that begins today', a({ from: AS_OF }), 'renewals'],
  ['one that begins tomorrow', a({ from: '2026-11-23' }), null],
  ['one that was missed', a({ date: '2026-01-01' }), 'renewals'],
  ['a date that nobody knows', a(UNKNOWN), 'unknown-dates'],
  ['a registration that nobody has asked for', a({ ...UNKNOWN, kind: 'registration-check' }), null],
  ['what has no date', a({ date: null, value: 'not-applicable', kind: 'none', from: null }), null],
  ['a certificate that ends today', a({ kind: 'certificate-expiry', date: AS_OF }), 'renewals'],
  ['one that ended yesterday', a({ kind: 'certificate-expiry', date: '2026-11-21' }), 'in-grace'],
  ['the last day of grace as offices count', a({ kind: 'certificate-expiry', date: '2026-08-22' }), 'in-grace'],
  ['one after all grace', a({ kind: 'certificate-expiry', date: '2026-07-31' }), null],
  ['a 資格確認書 that should come', a({ kind: 'arrival-check', ...LAPSED }), 'arrival-check'],
  ['one that has come', a({ kind: 'arrival-check', ...LAPSED }, { hasCertificate: true }), null],
  ['one before the certificate ends', a({ kind: 'arrival-check', from: '2026-12-01' }), null],
  ['a paper to apply for', a({ kind: 'must-apply' }), 'must-apply'],
  ['one before 1 June', a({ kind: 'must-apply', from: '2027-06-01' }), null],
  ['a 資格確認書 to apply for', a({ kind: 'must-apply' }, { itemKind: 'eligibility-certificate' }), null],
  ['an old card on its last day', a({ kind: 'give-back', date: AS_OF }), null],
  ['an old card after it', a({ kind: 'give-back', date: '2026-11-21' }), 'legacy-cards'],
])('%s', (_, one, list) => expect(deadlineListOf(one, AS_OF)).toBe(list));

test.each(DEADLINE_KINDS)('%s stands on one list at most, whatever its days are', (kind) => {
  for (const date of ['2020-01-01', AS_OF, '2030-01-01'])
    expect([null, expect.any(String)]).toContainEqual(deadlineListOf(a({ kind, date }), AS_OF));
});

test('負担限度額認定証 is asked for from 1 June to its end on 31 July', () => {
  const lists = (asOf: string) =>
    deadlinesOf(
      {
        kind: 'care-limit-certificate',
        printedExpiresOn: '2027-07-31',
        certificateExpiresOn: null,
        insurerType: null,
        receivedOn: null,
      },
      { birthDate: null, registered: NOT_ASKED, stopped: NOT_ASKED },
      DEFAULT_SETTINGS,
      asOf,
    ).map((deadline) => deadlineListOf({ deadline, itemKind: 'care-limit-certificate', hasCertificate: false }, asOf));
  expect(lists('2027-05-31')).toEqual([null]);
  expect(lists('2027-06-01')).toEqual(['must-apply']);
  expect(lists('2027-08-01')).toEqual(['must-apply']);
});
