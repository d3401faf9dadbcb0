import type { RuleFacts } from './facts.ts';
import { flawsOf } from './sensible.ts';

const CARD: RuleFacts = { asOf: '2026-11-22', kind: 'my-number-card', birthDate: '1940-04-01' };

test.each<[string, RuleFacts, Record<string, string>]>([
  ['what can be', { ...CARD, issuedOn: '2020-05-15', printedExpiresOn: '2030-04-01' }, {}],
  [
    'a birth after the issue',
    { ...CARD, birthDate: '2021-01-01', issuedOn: '2020-05-15' },
    { issuedOn: 'before-birth' },
  ],
  ['a birth to come', { ...CARD, birthDate: '2026-11-23' }, { birthDate: 'in-future' }],
  ['a card before there were any', { ...CARD, issuedOn: '2015-12-31' }, { issuedOn: 'before-it-existed' }],
  [
    'a certificate that ends before there were any',
    { ...CARD, kind: 'eligibility-certificate', printedExpiresOn: '2021-01-01' },
    { printedExpiresOn: 'before-it-existed' },
  ],
  [
    'an end before the issue',
    { ...CARD, issuedOn: '2020-05-15', printedExpiresOn: '2020-05-14' },
    { printedExpiresOn: 'before-issue' },
  ],
  ['no birthday where a rule needs one', { ...CARD, birthDate: null }, { birthDate: 'missing' }],
  ['no birthday where none does', { ...CARD, kind: 'care-insurance-card', birthDate: null }, {}],
])('%s', (_, facts, flaws) => expect(Object.fromEntries(flawsOf(facts))).toEqual(flaws));
