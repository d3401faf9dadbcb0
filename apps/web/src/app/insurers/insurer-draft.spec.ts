import { YEARLY_KINDS } from '@azukari/domain';

import { type Insurer, yearEndDrafts, yearEndsOf } from './insurer-draft';

const INSURER: Insurer = {
  id: '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11',
  name: '桜市',
  type: 'national',
  yearEnds: [
    { kind: 'care-copay-certificate', ends: '09-30' },
    { kind: 'elderly-recipient', ends: null },
  ],
  endsAtSeventy: false,
  automaticFrom: 'book',
  items: 0,
  retired: false,
  version: 1,
};

it('has a line for every kind that can end with a year, and what was chosen comes back as it was', () => {
  const drafts = yearEndDrafts(INSURER);
  expect(drafts.map(({ kind }) => kind)).toEqual(YEARLY_KINDS);
  expect(drafts.find(({ kind }) => kind === 'care-copay-certificate')).toMatchObject({
    choice: 'day',
    month: '9',
    date: '30',
  });
  expect(yearEndsOf(drafts)).toEqual(INSURER.yearEnds);
});

it('what follows the book is left out', () => expect(yearEndsOf(yearEndDrafts(null))).toEqual([]));

it('a day without its month is no day that a contract takes', () => {
  const [first] = yearEndDrafts(null);
  if (first === undefined) throw new Error('no kinds');
  expect(yearEndsOf([{ ...first, choice: 'day', date: '31' }])).toEqual([{ kind: first.kind, ends: '00-31' }]);
});
