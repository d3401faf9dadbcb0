import { NOT_ASKED } from './deadline.ts';
import type { ItemFacts } from './deadline.ts';
import { deadlinesOf } from './deadlines-of.ts';
import { isMonthDay, settingsOf, yearEndFrom, yearEndText, YEARLY_KINDS } from './insurer.ts';
import type { InsurerChoices } from './insurer.ts';

const BOOK: InsurerChoices = { yearEnds: [], endsAtSeventy: false, automaticFrom: 'book' };
const PAPER: ItemFacts = {
  kind: 'care-copay-certificate',
  printedExpiresOn: null,
  certificateExpiresOn: null,
  insurerType: null,
  insurer: 'city',
  receivedOn: null,
};
const dates = (choices: InsurerChoices, item: Partial<ItemFacts> = {}, birthDate: string | null = null) =>
  deadlinesOf(
    { ...PAPER, ...item },
    { birthDate, registered: { answer: 'yes', checkedOn: null }, stopped: NOT_ASKED },
    { insurers: { city: settingsOf(choices) } },
    '2026-11-22',
  ).map(({ kind, date }) => [kind, date]);

test.each(YEARLY_KINDS)('%s ends as its insurer says, not as the book does', (kind) => {
  const own = { ...BOOK, yearEnds: [{ kind, ends: '09-30' }] };
  expect(dates(own, { kind, insurerType: 'national' }).map(([, date]) => date)).toContain('2027-09-30');
  expect(dates(BOOK, { kind, insurerType: 'national' }).map(([, date]) => date)).not.toContain('2027-09-30');
});

test('where nothing ends with the year, what is printed counts alone', () => {
  expect(dates({ ...BOOK, yearEnds: [{ kind: 'care-copay-certificate', ends: null }] })).toEqual([['expiry', null]]);
  expect(dates(BOOK)).toContainEqual(['yearly-arrival', '2027-07-31']);
});

test('a certificate ends at 70 where the insurer ends it', () => {
  const item = { kind: 'eligibility-certificate', insurerType: 'employee', printedExpiresOn: '2030-03-31' } as const;
  expect(dates(BOOK, item, '1957-07-08')).toEqual([['expiry', '2030-03-31']]);
  expect(dates({ ...BOOK, endsAtSeventy: true }, item, '1957-07-08')).toEqual([['seventieth-birthday', '2027-07-31']]);
});

test.each([
  ['book', 'must-apply'],
  [80, 'yearly-arrival'],
  ['no-age', 'must-apply'],
] as const)('automatic from %s: for somebody of 82 the next certificate is %s', (automaticFrom, kind) => {
  const item = {
    kind: 'eligibility-certificate',
    insurerType: 'late-elderly',
    printedExpiresOn: '2027-07-31',
  } as const;
  expect(dates({ ...BOOK, automaticFrom }, item, '1944-10-01')).toEqual([[kind, '2027-07-31']]);
});

test('another insurer’s items follow the book', () => {
  const own = { ...BOOK, yearEnds: [{ kind: 'care-copay-certificate' as const, ends: '09-30' }] };
  expect(dates(own, { insurer: null })).toContainEqual(['yearly-arrival', '2027-07-31']);
});

test.each(['07-31', '02-28', '12-31'])('%s is a day of every year', (day) => expect(isMonthDay(day)).toBe(true));
test.each(['02-29', '13-01', '7-31', '', '07-31 '])('“%s” is none', (day) => expect(isMonthDay(day)).toBe(false));

test('a choice is read back from its text, and nothing else is', () => {
  for (const ends of ['09-30', null])
    expect(yearEndFrom(yearEndText({ kind: 'elderly-recipient', ends }))).toEqual({ kind: 'elderly-recipient', ends });
  for (const text of [
    '',
    'elderly-recipient',
    'elderly-recipient=',
    'elderly-recipient=02-29',
    'my-number-card=07-31',
    'elderly-recipient=07-31=1',
  ])
    expect(yearEndFrom(text)).toBeNull();
});
