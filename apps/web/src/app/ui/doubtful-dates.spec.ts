import { type About, doubtsOf } from './doubtful-dates';

const ABOUT: About = { kind: 'eligibility-certificate', receivedOn: '2026-11-22', was: null };
const dates = (printedExpiresOn: string | null) => ({ printedExpiresOn, certificateExpiresOn: null });

it.each<[string, string | null, Partial<About>, readonly string[]]>([
  ['a day to come', '2027-07-31', {}, []],
  ['no day', null, {}, []],
  ['before there were any', '2021-01-01', {}, ['beforeItExisted']],
  ['an old paper of another kind', '2021-01-01', { kind: 'care-insurance-card' }, ['beforeTakenIn']],
  ['ended before it came', '2026-11-21', {}, ['beforeTakenIn']],
  ['ends on the day it comes', '2026-11-22', {}, []],
  ['what was entered before', '2026-11-21', { was: dates('2026-11-21') }, []],
])('%s', (_, day, about, flaws) =>
  expect(doubtsOf(dates(day), { ...ABOUT, ...about }).map(({ flaw }) => flaw)).toEqual(flaws),
);
