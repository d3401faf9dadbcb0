import { previewRules } from '@azukari/contract';
import { ITEM_KINDS } from '@azukari/domain';

import { fieldsOf, questionOf, type Typed } from './calculator-fields';

const TYPED: Typed = {
  kind: 'my-number-card',
  asOf: '2026-11-22',
  birthDate: '1950-12-10',
  days: { issuedOn: '2026-10-01', cardBefore: '2026-12-10', insurerChangedOn: '2027-01-01' },
  insurerType: 'national',
  holds: 'no',
};

it('asks nothing twice, and of every kind for what is printed', () => {
  for (const kind of ITEM_KINDS) {
    const { usual, rare } = fieldsOf(kind);
    expect(usual).toContain('printedExpiresOn');
    expect(new Set([...usual, ...rare]).size).toBe(usual.length + rare.length);
  }
});

it('sends what matters for the kind, and nothing that does not', () => {
  const question = questionOf(TYPED);
  expect(question).toEqual({
    kind: 'my-number-card',
    asOf: '2026-11-22',
    birthDate: '1950-12-10',
    issuedOn: '2026-10-01',
    renewedFrom: { cardExpiresOn: '2026-12-10', certificateExpiresOn: undefined },
    insurerType: 'national',
    holdsMynaInsurance: false,
  });
  expect(questionOf({ ...TYPED, kind: 'care-insurance-card' })).toEqual({
    kind: 'care-insurance-card',
    asOf: '2026-11-22',
  });
});

it.each(ITEM_KINDS)('what is asked of %s is a question the contract takes', (kind) => {
  expect(previewRules.body.safeParse(questionOf({ ...TYPED, kind })).success).toBe(true);
});

it('a birth date that is missing is for the server to name', () => {
  const read = previewRules.body.safeParse(questionOf({ ...TYPED, birthDate: null }));
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['birthDate']);
});
