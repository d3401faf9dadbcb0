import {
  anItem,
  CARD,
  COLLEAGUE,
  EARLIER,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  LATER,
  ME,
  NEW_CARD,
  NOW,
  OTHER_POUCH,
  OUT,
  outcome,
  POUCH,
  SEARCHING,
  STORED,
  uuid,
} from '../custody/testing/makers.ts';
import type { ItemSituation, Situation } from '../custody/situation.ts';
import type { Count, CountDisposition, Difference } from './count.ts';
import { settleDifference } from './settle.ts';
import type { Settle, Settling } from './settle.ts';

const COUNT: Count = {
  id: uuid(20),
  stage: 'entered',
  countedBy: ME,
  owner: { staffId: ME, name: '山田' },
  startedAt: EARLIER,
  recounted: false,
  listed: false,
};
const { kind } = anItem();
const SHORT: Difference = { n: 1, side: 'short', storage: POUCH, kind, settledAs: null };
const SURPLUS: Difference = { ...SHORT, side: 'surplus' };
const as = (answer: CountDisposition, of: Partial<Settle> = {}): Settle => ({
  as: answer,
  storageId: null,
  dueBackAt: null,
  ...of,
});
const about = (item: Partial<ItemSituation> | null = {}, of: Partial<Settling> = {}): Settling => ({
  count: COUNT,
  difference: SHORT,
  candidates: [CARD],
  situation: situation(item),
  ...of,
});
const situation = (item: Partial<ItemSituation> | null): Situation =>
  item === null ? { ...given(), actor: HANDLER, items: [] } : given(item, { actor: HANDLER });
const surplus = (item: Partial<ItemSituation> | null, of: Partial<Difference> = {}) =>
  about(item, { difference: { ...SURPLUS, ...of }, candidates: [] });

describe('where is it that was not seen?', () => {
  test.each<[string, Settle, Settling, string]>([
    ['it lay in its place', as('in-place'), about(), ''],
    ['it lay in another pouch', as('other-place', { storageId: OTHER_POUCH }), about(), 'item.moved'],
    [
      'it lay in another pouch, and somebody has recorded that since',
      as('other-place', { storageId: OTHER_POUCH }),
      about({ custody: { ...STORED, storage: OTHER_POUCH } }),
      '',
    ],
    ['the resident has it', as('with-resident', { dueBackAt: LATER }), about(), 'item.checked-out'],
    ['the family has it', as('with-family', { dueBackAt: LATER }), about(), 'item.checked-out'],
    ['the clinic has it', as('at-clinic', { dueBackAt: LATER }), about(), 'item.checked-out'],
    ['the clinic has it, until when nobody said', as('at-clinic'), about(), 'due-back-missing'],
    [
      'the clinic has it, until a time that has passed',
      as('at-clinic', { dueBackAt: NOW }),
      about(),
      'due-back-in-past',
    ],
    ['nobody knows', as('searching'), about(), 'item.search-started'],
    ['nobody knows, and somebody searches already', as('searching'), about({ custody: SEARCHING }), ''],
    ['somebody has taken it out since', as('with-family', { dueBackAt: LATER }), about({ custody: OUT }), 'item-out'],
  ])('%s', (_, order, settling, expected) => expect(outcome(settleDifference(order, settling))).toBe(expected));

  test('who has it, and what for, is in the entry, without a name', () =>
    expect(settleDifference(as('with-family', { dueBackAt: LATER }), about())).toMatchObject({
      value: [{ facts: { holder: 'other:family', purpose: 'to-family', dueBackAt: LATER }, private: {} }],
    }));
});

describe('what is it that was not expected?', () => {
  test.each<[string, Settle, Settling, string]>([
    ['an item recorded out lies in the safe', as('found'), surplus({ custody: OUT }), 'item.found'],
    ['a lost item lies in the safe', as('found'), surplus({ custody: SEARCHING }), 'item.found'],
    ['an item given back for good lies in the safe', as('found'), surplus({ custody: ENDED }), 'item.found'],
    ['an item of another pouch', as('found'), surplus({ custody: { ...STORED, storage: OTHER_POUCH } }), 'item.moved'],
    ['an item that was taken in since', as('found'), surplus({}), ''],
    ['in no recorded place, an item of a pouch', as('found'), surplus({}, { storage: null }), ''],
    ['on a second look it is not there', as('not-there'), surplus(null), ''],
  ])('%s', (_, order, settling, expected) => expect(outcome(settleDifference(order, settling))).toBe(expected));

  test('it lies where it was seen', () =>
    expect(settleDifference(as('found'), surplus({ custody: OUT }))).toMatchObject({
      value: [{ facts: { storage: POUCH } }],
    }));
});

describe('no answer', () => {
  test.each<[string, Settle, Settling, string]>([
    ['twice', as('in-place'), about({}, { difference: { ...SHORT, settledAs: 'searching' } }), 'difference-settled'],
    ['about no item', as('in-place'), about(null), 'not-found'],
    ['about an item that was not expected there', as('in-place'), about({ id: NEW_CARD }), 'not-found'],
    ['about an item of another kind', as('found'), surplus({ kind: 'my-number-card' }), 'not-found'],
    ['"not there" about an item', as('not-there'), surplus({}), 'not-found'],
    ['of the other side: short', as('found'), about(), 'disposition-unfit'],
    ['of the other side: surplus', as('in-place'), surplus({}), 'disposition-unfit'],
    ['another place without a place', as('other-place'), about(), 'disposition-unfit'],
    [
      "to a colleague's count",
      as('in-place'),
      about({}, { count: { ...COUNT, owner: { staffId: COLLEAGUE, name: '' } } }),
      'count-open',
    ],
    ['while somebody counts', as('in-place'), about({}, { count: { ...COUNT, stage: 'counting' } }), 'count-stage'],
    ['after it was closed', as('in-place'), about({}, { count: { ...COUNT, stage: 'closed' } }), 'count-stage'],
    [
      'from somebody not appointed',
      as('in-place'),
      about({}, { situation: given({}, { actor: FLOOR }) }),
      'not-allowed',
    ],
  ])('%s', (_, order, settling, expected) => expect(outcome(settleDifference(order, settling))).toBe(expected));
});
