import {
  acknowledgeReminder,
  bounceReminder,
  changeContact,
  findReminder,
  handOver,
  leaveResident,
  listContacts,
  listEntries,
  listReminders,
  readAnchors,
  readTest,
  testReminders,
} from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { House } from '../testing/house.ts';
import { NoticeHouse, CALLED, SON } from './testing/notice-house.ts';
import type { ToldOf } from './testing/notice-house.ts';
import { partsOf } from './testing/post-office.ts';
import type { PostOffice } from './testing/post-office.ts';

let at: NoticeHouse;
let house: House;
let office: PostOffice;
beforeEach(async () => {
  at = await NoticeHouse.open();
  ({ house, office } = at);
});
afterEach(() => at.close());

describe('a notice to a family', () => {
  test('is one clear mail, sent once', async () => {
    const { item } = await at.aCard();
    await at.wake();
    await at.wake();
    expect(office.letters).toHaveLength(1);
    const [letter] = office.letters;
    if (!letter) throw new Error('premise: a letter');
    expect(letter.to).toBe('"a..b"@docomo.ne.jp');
    const { headers, parts } = partsOf(letter);
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toMatch(/^To: <?"a\.\.b"@docomo\.ne\.jp>?$/m);
    expect(headers).toMatch(/^Subject: =\?UTF-8/m);
    expect(parts['text/plain']).toContain('佐藤');
    expect(parts['text/plain']).toContain('https://kazoku.example.jp/f/');
    expect(parts['text/calendar']).toContain('BEGIN:VEVENT');
    const { machine, notices } = await at.reminders();
    expect(machine).toMatchObject({ state: 'working', acceptedToday: 1, pending: 0, failed: 0, missing: [] });
    expect(notices).toMatchObject([{ state: 'accepted', channel: 'mail', lines: [{ itemId: item.id }] }]);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'notice.accepted' });
    expect(entries.map(({ facts }) => facts)).toMatchObject([{ about: ['certificate-expiry'] }]);
  });

  test('carries a checkpoint out of the house, once it has been accepted', async () => {
    await at.aCard();
    office.always = { at: 'connect', does: 'cut' };
    await at.wake();
    expect((await house.manager.ok(readAnchors)).anchors).toEqual([]);
    office.always = null;
    at.goTo(1, '10:00');
    await at.wake();
    const { anchors } = await house.manager.ok(readAnchors);
    expect(anchors).toMatchObject([{ kind: 'mail' }]);
    const [letter] = office.letters;
    if (!letter) throw new Error('premise: a letter');
    expect(partsOf(letter).parts['text/plain']).toContain(anchors[0]?.code);
  });

  test('goes to nobody at night, to nobody of the other house, and to no never-contact', async () => {
    at.goTo(0, '18:00');
    await at.aCard();
    await at.wake();
    expect(office.letters).toEqual([]);
    at.goTo(1, '09:00');
    await at.wake();
    expect(office.letters).toHaveLength(1);
    await at.aCard({ ...SON, email: 'never@example.jp', handOver: 'never', mayKnow: true });
    await at.wake();
    expect(office.letters.map(({ to }) => to)).toEqual(['"a..b"@docomo.ne.jp']);
    expect((await at.reminders()).tasks).toMatchObject([{ channel: 'office', lines: [{ why: 'nobody-may-know' }] }]);
  });

  test('is one for all items of a family, and another day one more', async () => {
    const { resident } = await at.aCard();
    await house.anItem({ residentId: resident.id, printedExpiresOn: addDays(house.clock.today(), 15) });
    await at.wake();
    expect(office.letters).toHaveLength(1);
    await house.anItem({
      residentId: resident.id,
      kind: 'residence-card',
      printedExpiresOn: addDays(house.clock.today(), 14),
    });
    await at.wake();
    expect(office.letters).toHaveLength(1);
    at.goTo(1, '10:00');
    await at.wake();
    expect(office.letters).toHaveLength(2);
  });

  test('to who is a wife to one resident and a daughter to another says which of them it is about', async () => {
    const told = { name: '田中 和子', email: 'kazuko@example.jp', notices: 'mail' } as const;
    for (const [relation, kana, days] of [
      ['妻', 'たなか いちろう', 14],
      ['長女', 'やまだ はな', 15],
    ] as const) {
      const { id: residentId } = await house.aResident({ kana });
      await house.anItem({ residentId, printedExpiresOn: addDays(house.clock.today(), days) });
      await house.aContact({ residentId, ...told, relation });
    }
    await at.wake();
    expect(office.letters).toHaveLength(1);
    const text = office.letters.map((letter) => partsOf(letter).parts['text/plain']).join('');
    expect(text).toContain('ご主人様（Ｔ・Ｉ様）');
    expect(text).toContain('ご家族（Ｙ・Ｈ様）');
  });

  test('after two weeks asleep is one with the truth of the day', async () => {
    await at.aCard(SON, 61);
    await at.wake();
    expect(office.letters).toHaveLength(1);
    at.goTo(55, '10:00');
    await at.wake();
    await at.wake();
    expect(office.letters).toHaveLength(2);
  });

  test('is withdrawn in the transaction that makes it untrue', async () => {
    office.always = { at: 'connect', does: 'cut' };
    const { resident, item, contact } = await at.aCard();
    await at.wake();
    const states = async (): Promise<string[]> =>
      (await house.database.reads.sql.all<{ state: string }>('SELECT state FROM notice')).map(({ state }) => state);
    expect(await states()).toEqual(['queued']);
    await house.manager.ok(leaveResident, { version: 1, on: house.clock.today(), reason: 'died' }, { id: resident.id });
    expect(await states()).toEqual(['cancelled']);
    office.always = null;
    at.goTo(1, '10:00');
    await at.wake();
    expect(office.letters).toEqual([]);
    expect([item.id, contact.id]).toHaveLength(2);
  });

  test.each([
    [
      'it is given back',
      async ({ item }: ToldOf) => {
        const receiver = { relation: 'family' as const, name: '長男', contactId: null };
        await house.manager.ok(handOver, { itemIds: [item.id], disposition: 'returned', receiver });
      },
    ],
    [
      'she wants none any more',
      async ({ contact }: ToldOf) => {
        const { id, residentId, mailFails, version, ...fields } = contact;
        await house.manager.ok(changeContact, { ...fields, version, notices: 'none' }, { id });
      },
    ],
  ])('is not sent when %s meanwhile', async (_, happens) => {
    office.always = { at: 'connect', does: 'cut' };
    const card = await at.aCard();
    await at.wake();
    await happens(card);
    office.always = null;
    at.goTo(1, '10:00');
    await at.wake();
    expect(office.letters).toEqual([]);
  });

  test('waits while its words are missing, and says which', async () => {
    await house.second.anItem({
      residentId: (await house.second.aResident()).id,
      kind: 'residence-card',
      printedExpiresOn: addDays(house.clock.today(), 14),
    });
    const resident = await house.second.aResident();
    await house.second.aContact({ residentId: resident.id, ...SON });
    await house.second.anItem({ residentId: resident.id, printedExpiresOn: addDays(house.clock.today(), 15) });
    await at.wake();
    expect(office.letters).toEqual([]);
    const { machine } = await house.second.manager.ok(listReminders);
    expect(machine).toMatchObject({ pending: 1 });
    expect(machine.missing).toContain('signer.name');
  });
});

describe('the mail server', () => {
  test.each([
    ['cuts the line at once', { at: 'connect', does: 'cut' }],
    ['is busy', { at: 'connect', does: '421 busy' }],
    ['does not know us', { at: 'mail', does: '550 who' }],
    ['has it later', { at: 'rcpt', does: '450 later' }],
    ['refuses to listen', { at: 'data', does: '451 not now' }],
    ['is full', { at: 'content', does: '452 full' }],
  ] as const)('%s: tried again, and it arrives once', async (_, fault) => {
    office.faults.push(fault);
    await at.aCard();
    await at.wake();
    expect(office.letters).toEqual([]);
    expect((await at.reminders()).machine).toMatchObject({ pending: 1, failed: 0 });
    at.goTo(0, '10:02');
    await at.wake();
    expect(office.letters).toHaveLength(1);
    at.goTo(0, '17:00');
    await at.wake();
    expect(office.letters).toHaveLength(1);
  });

  test.each([
    ['no such person', { at: 'rcpt', does: '550 no such user' }],
    ['the letter is refused', { at: 'content', does: '554 no' }],
  ] as const)('%s: somebody telephones', async (_, fault) => {
    office.faults.push(fault);
    const { resident } = await at.aCard();
    await at.wake();
    const { machine, tasks, notices } = await at.reminders();
    expect(machine).toMatchObject({ pending: 0, failed: 1 });
    expect(notices).toMatchObject([{ state: 'dead' }]);
    expect(tasks).toMatchObject([{ channel: 'phone', state: 'open' }]);
    const { contacts } = await house.manager.ok(listContacts, undefined, { residentId: resident.id });
    expect(contacts).toMatchObject([{ mailFails: true }]);
    at.goTo(1, '10:00');
    await at.wake();
    expect(office.letters).toEqual([]);
    expect((await at.reminders()).tasks).toHaveLength(1);
  });

  test('takes it and falls silent: the very same bytes once more after an hour, then a person asks', async () => {
    office.faults.push({ at: 'content', does: 'take-and-cut' }, { at: 'content', does: 'take-and-cut' });
    await at.aCard();
    await at.wake();
    expect(await at.reminders()).toMatchObject({ notices: [{ state: 'uncertain' }], tasks: [] });
    at.goTo(0, '10:30');
    await at.wake();
    expect(office.letters).toHaveLength(1);
    at.goTo(0, '11:05');
    await at.wake();
    expect(office.letters).toHaveLength(2);
    expect(office.letters[0]?.raw).toBe(office.letters[1]?.raw);
    expect(await at.reminders()).toMatchObject({ notices: [{ state: 'uncertain' }], tasks: [{ channel: 'phone' }] });
    at.goTo(1, '11:05');
    await at.wake();
    expect(office.letters).toHaveLength(2);
  });

  test('is down for three days: nothing is lost, nothing comes twice', async () => {
    office.always = { at: 'connect', does: 'cut' };
    await at.aCard();
    for (const [day, time] of [
      [0, '10:00'],
      [0, '15:00'],
      [1, '09:00'],
      [2, '12:00'],
    ] as const) {
      at.goTo(day, time);
      await at.wake();
    }
    office.always = null;
    at.goTo(3, '10:00');
    await at.wake();
    await at.wake();
    expect(office.letters).toHaveLength(1);
  });
});

test('a mail that came back: somebody telephones, and the address is used no more', async () => {
  const { resident } = await at.aCard();
  await at.wake();
  const [sent] = (await at.reminders()).notices;
  const { notice } = await house.manager.ok(bounceReminder, {}, { id: sent?.id ?? '' });
  expect(notice.state).toBe('bounced');
  expect((await at.reminders()).tasks).toMatchObject([{ channel: 'phone', state: 'open' }]);
  const { contacts } = await house.manager.ok(listContacts, undefined, { residentId: resident.id });
  expect(contacts).toMatchObject([{ mailFails: true }]);
  expect((await house.manager.send(bounceReminder, {}, { id: sent?.id ?? '' })).status).toBe(422);
});

test('who is called in vain has the day to be reached; then the next contact is told as well, and nobody twice', async () => {
  const { resident } = await at.aCard({ ...CALLED, order: 1 });
  await house.aContact({ ...SON, name: '山田 次郎', email: 'jiro@example.jp', order: 2, residentId: resident.id });
  await at.wake();
  const [call] = (await at.reminders()).tasks;
  expect(call).toMatchObject({ channel: 'phone', triedOn: null });
  const { notice } = await house.manager.ok(acknowledgeReminder, { outcome: 'not-reached' }, { id: call?.id ?? '' });
  expect(notice).toMatchObject({ state: 'open', triedOn: house.clock.today() });
  await at.wake();
  expect(office.letters).toEqual([]);
  at.goTo(1, '10:00');
  await at.wake();
  await at.wake();
  expect(office.letters.map(({ to }) => to)).toEqual(['jiro@example.jp']);
  expect((await at.reminders()).tasks).toMatchObject([{ id: call?.id, state: 'open', triedOn: notice.triedOn }]);
  const told = await house.manager.ok(acknowledgeReminder, { outcome: 'told' }, { id: call?.id ?? '' });
  expect(told.notice).toMatchObject({ state: 'done', triedOn: null });
});

test('who keeps no notices sees what is to do, and neither numbers nor codes', async () => {
  await at.aCard(CALLED);
  await at.wake();
  const [call] = (await at.reminders()).tasks;
  expect(call?.contact?.phone).toBe(CALLED.phone);
  expect(call?.replyCode).toMatch(/^\w{6}$/);
  const handler = await house.aStaff({ level: 'handler' });
  const { tasks } = await handler.ok(listReminders);
  expect(tasks).toMatchObject([{ id: call?.id, contact: { name: CALLED.name, phone: '' }, replyCode: null }]);
  expect((await handler.send(findReminder, undefined, { code: call?.replyCode ?? '' })).status).toBe(403);
});

test('that a call was in vain is not forgotten when more comes due to the same person', async () => {
  const { resident } = await at.aCard(CALLED);
  await at.wake();
  const [call] = (await at.reminders()).tasks;
  await house.manager.ok(acknowledgeReminder, { outcome: 'not-reached' }, { id: call?.id ?? '' });
  const printedExpiresOn = addDays(house.clock.today(), 20);
  await house.anItem({ residentId: resident.id, kind: 'eligibility-certificate', printedExpiresOn });
  await at.wake();
  const { tasks } = await at.reminders();
  expect(tasks).toMatchObject([{ channel: 'phone', triedOn: house.clock.today() }]);
  expect(tasks[0]?.id).not.toBe(call?.id);
  expect(tasks[0]?.lines).toHaveLength(2);
});

test('what came to the office is taken back in the transaction that gives it a contact, and she is told', async () => {
  const { id: residentId } = await house.aResident();
  await house.anItem({ residentId, printedExpiresOn: addDays(house.clock.today(), 15) });
  await at.wake();
  expect((await at.reminders()).tasks).toMatchObject([{ channel: 'office', lines: [{ why: 'no-contact' }] }]);
  await house.aContact({ residentId, ...SON });
  expect((await at.reminders()).tasks).toEqual([]);
  await at.wake();
  expect(office.letters).toHaveLength(1);
  expect((await at.reminders()).tasks).toEqual([]);
});

describe('a mailbox that is also somebody’s who must hear nothing', () => {
  const NEVER = {
    name: '山田 次郎',
    relation: '夫',
    email: 'HOME@example.jp',
    order: 2,
    handOver: 'never',
    mayKnow: false,
  };
  const channels = async (): Promise<string[]> => (await at.reminders()).tasks.map(({ channel }) => channel);

  test('is not written to: somebody telephones', async () => {
    const { resident } = await at.aCard({ ...SON, email: 'home@example.jp' });
    await house.aContact({ residentId: resident.id, ...NEVER, handOver: 'never' });
    await at.wake();
    expect(office.letters).toEqual([]);
    expect(await channels()).toEqual(['phone']);
  });

  test('is not written to either when that becomes known while the mail waits', async () => {
    office.always = { at: 'connect', does: 'cut' };
    const { resident } = await at.aCard({ ...SON, email: 'home@example.jp' });
    await at.wake();
    await house.aContact({ residentId: resident.id, ...NEVER, handOver: 'never' });
    office.always = null;
    at.goTo(0, '12:00');
    await at.wake();
    expect(office.letters).toEqual([]);
    expect(await channels()).toEqual(['phone']);
  });
});

test('a mail to oneself goes the same way, at any hour', async () => {
  at.goTo(0, '23:00');
  const { id } = await house.manager.ok(testReminders, { to: 'jimu@example.jp' });
  await at.wake();
  expect(office.letters.map(({ to }) => to)).toEqual(['jimu@example.jp']);
  expect(await house.manager.ok(readTest, undefined, { id })).toEqual({ state: 'accepted', attempts: 1, heard: null });
});

test.each([
  ['rcpt', '550 5.1.1 <jimu@example.jp>: no such user', 'dead'],
  ['mail', '451 4.7.1 greylisted', 'queued'],
] as const)(
  'what a server says no with at %s to a mail to oneself is repeated to who sent it',
  async (stage, does, state) => {
    office.faults.push({ at: stage, does });
    const { id } = await house.manager.ok(testReminders, { to: 'jimu@example.jp' });
    await at.wake();
    expect(await house.manager.ok(readTest, undefined, { id })).toEqual({ state, attempts: 1, heard: does });
    expect((await house.second.manager.send(readTest, undefined, { id })).status).toBe(404);
  },
);

test('what a server says to a mail to a family is not kept', async () => {
  office.always = { at: 'rcpt', does: '550 5.1.1 <hanako@example.jp>: no such user' };
  await at.aCard();
  await at.wake();
  expect(await house.database.reads.sql.all('SELECT heard FROM notice WHERE heard IS NOT NULL', [])).toEqual([]);
});
