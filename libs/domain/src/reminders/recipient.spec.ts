import { CAPACITIES } from '../agreement/coverage.ts';
import { askedContacts, recipientNow } from './recipient.ts';
import type { ReminderContact } from './recipient.ts';
import { aContact, DAUGHTER, MOTHER, NIECE, SON, THREE } from './testing/makers.ts';

const asked = (contacts: readonly ReminderContact[], unanswered = 0) =>
  askedContacts(contacts, MOTHER, unanswered).map(({ contactId, channel }) => contactId ?? channel);
const herself = aContact({ id: 'herself', order: 9, capacity: 'resident', channel: null, consents: false });
const guardian = aContact({ id: 'guardian', order: 5, capacity: 'guardian', channel: null });

describe('who is asked', () => {
  test.each([
    [0, [DAUGHTER]],
    [1, [DAUGHTER, SON]],
    [2, [DAUGHTER, SON, NIECE]],
    [3, [DAUGHTER, SON, NIECE, 'office']],
    [9, [DAUGHTER, SON, NIECE, 'office']],
  ])('after %i steps without an answer: %j', (unanswered, expected) =>
    expect(asked(THREE, unanswered)).toEqual(expected),
  );

  test.each<[string, Partial<ReminderContact>]>([
    ['is never to be told', { handOver: 'never' }],
    ['is never to be told, even if it is noted that she may know', { handOver: 'never', mayKnow: 'yes' }],
    ['may not know', { mayKnow: 'no' }],
    ['wants no notices', { consents: false }],
    ['has no channel', { channel: null }],
  ])('the next, when the first %s', (_, of) =>
    expect(asked([aContact(of), aContact({ id: SON, order: 2 })])).toEqual([SON]),
  );

  test('two with one number come in a fixed order', () =>
    expect(asked([aContact({ id: SON }), aContact({ id: DAUGHTER })], 1)).toEqual([DAUGHTER, SON]));
});

describe('never silence', () => {
  test.each<[string, readonly ReminderContact[], readonly string[]]>([
    ['nobody on the list: the office', [], ['office']],
    ['only a never-contact: the office', [aContact({ handOver: 'never' })], ['office']],
    ['the family has no channel: the office', [aContact({ channel: null })], ['office']],
    ['the family wants none: the office at once', [aContact({ consents: false })], ['office']],
    ['no family: she herself', [herself], ['herself']],
    [
      'no family and she is not to be told: who represents her',
      [{ ...herself, mayKnow: 'no' }, guardian],
      ['guardian'],
    ],
    ['no family: she herself before who represents her', [guardian, herself], ['herself']],
    [
      'the family wants none: she herself, and the office',
      [aContact({ consents: false }), herself],
      ['herself', 'office'],
    ],
  ])('%s', (_, contacts, expected) => expect(asked(contacts)).toEqual(expected));

  test('after her comes who represents her, then the office', () =>
    expect(asked([guardian, herself], 2)).toEqual(['herself', 'guardian', 'office']));

  test('whoever is on the list, somebody is asked, and the office once at most', () => {
    for (const capacity of CAPACITIES)
      for (const consents of [true, false])
        for (const channel of ['mail', null] as const)
          for (const unanswered of [0, 1, 2]) {
            const list = asked([aContact({ capacity, consents, channel })], unanswered);
            expect(list.length).toBeGreaterThan(0);
            expect(list.filter((one) => one === 'office').length).toBeLessThanOrEqual(1);
          }
  });
});

describe('by which way', () => {
  test.each<[string, Partial<ReminderContact>, string | null]>([
    ['as she chose', { channel: 'letter' }, 'letter'],
    ['by telephone', { channel: 'phone' }, 'phone'],
    ['by telephone when her address fails', { mailFails: true }, 'phone'],
    ['by letter all the same when her address fails', { channel: 'letter', mailFails: true }, 'letter'],
    ['on paper, the resident who agreed to nothing', { capacity: 'resident', consents: false }, 'letter'],
    ['on paper, a guardian without a channel', { capacity: 'guardian', channel: null }, 'letter'],
    ['not at all, who wants none', { consents: false }, null],
  ])('%s', (_, of, expected) => expect(recipientNow([aContact(of)], DAUGHTER)?.channel ?? null).toBe(expected));

  test('in her language, as the person she is', () =>
    expect(recipientNow([aContact({ language: 'ja-easy', person: 'a@example.jp' })], DAUGHTER)).toEqual({
      contactId: DAUGHTER,
      person: 'a@example.jp',
      channel: 'mail',
      language: 'ja-easy',
    }));
});
