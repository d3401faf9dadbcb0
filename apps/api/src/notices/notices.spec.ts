import {
  addContact,
  answerReminder,
  bounceReminder,
  changeContact,
  changeFacility,
  changeNoticeSettings,
  findReminder,
  handOver,
  leaveResident,
  listContacts,
  listEntries,
  listReminders,
  readHealth,
  resumeReminders,
  settleAnswer,
  testReminders,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { Engine } from './engine.ts';
import { partsOf, PostOffice } from './testing/post-office.ts';

const DAUGHTER = { name: '山田 太郎', relation: '長男', email: 'a..b@docomo.ne.jp', notices: 'mail' } as const;

let house: House;
let office: PostOffice;
beforeEach(async () => {
  office = await PostOffice.open();
  house = await openHouse({ env: { AZUKARI_SMTP: office.url, AZUKARI_FAMILY_URL: 'https://kazoku.example.jp' } });
  await house.manager.ok(changeNoticeSettings, {
    version: 1,
    signer: '佐藤',
    title: '生活相談員',
    hours: '平日9時〜17時',
    steps: [],
  });
  await house.manager.ok(changeFacility, { version: 1, phone: '03-1234-5678' });
  await goTo(0, '10:00');
});
afterEach(async () => {
  await house.close();
  await office.close();
});

/** Puts the declared clock to a Japan time so many days after the real today. */
async function goTo(days: number, at: string): Promise<void> {
  const real = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  house.clock.setOffset(Date.parse(tokyoTime(addDays(real, days), at)) - Date.now());
  await Promise.resolve();
}

const wake = (): Promise<void> => house.app.get(Engine, { strict: false }).wake();
const reminders = (): Promise<AnswerOf<typeof listReminders>> => house.manager.ok(listReminders);

/** A card whose certificate ends in 20 days, and a son who wants mails. */
async function aCard(contact: object = DAUGHTER, days = 20) {
  const resident = await house.aResident({ name: '山田 ハナ', kana: 'やまだ はな' });
  const item = await house.anItem({
    residentId: resident.id,
    kind: 'my-number-card',
    printedExpiresOn: addDays(house.clock.today(), 1_200),
    certificateExpiresOn: addDays(house.clock.today(), days),
  });
  const added = await house.aContact({ residentId: resident.id, ...contact });
  return { resident, item, contact: added };
}

describe('a notice to a family', () => {
  test('is one clear mail, sent once', async () => {
    const { item } = await aCard();
    await wake();
    await wake();
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
    const { machine, notices } = await reminders();
    expect(machine).toMatchObject({ state: 'working', acceptedToday: 1, pending: 0, failed: 0, missing: [] });
    expect(notices).toMatchObject([{ state: 'accepted', channel: 'mail', lines: [{ itemId: item.id }] }]);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'notice.accepted' });
    expect(entries.map(({ facts }) => facts)).toMatchObject([{ about: ['certificate-expiry'] }]);
  });

  test('goes to nobody at night, to nobody of the other house, and to no never-contact', async () => {
    await goTo(0, '18:00');
    await aCard();
    await wake();
    expect(office.letters).toEqual([]);
    await goTo(1, '09:00');
    await wake();
    expect(office.letters).toHaveLength(1);
    await aCard({ ...DAUGHTER, email: 'never@example.jp', handOver: 'never', mayKnow: true });
    await wake();
    expect(office.letters.map(({ to }) => to)).toEqual(['"a..b"@docomo.ne.jp']);
    expect((await reminders()).tasks).toMatchObject([{ channel: 'office' }]);
  });

  test('is one for all items of a family, and another day one more', async () => {
    const { resident } = await aCard();
    await house.anItem({ residentId: resident.id, printedExpiresOn: addDays(house.clock.today(), 15) });
    await wake();
    expect(office.letters).toHaveLength(1);
    await house.anItem({
      residentId: resident.id,
      kind: 'residence-card',
      printedExpiresOn: addDays(house.clock.today(), 14),
    });
    await wake();
    expect(office.letters).toHaveLength(1);
    await goTo(1, '10:00');
    await wake();
    expect(office.letters).toHaveLength(2);
  });

  test('after two weeks asleep is one with the truth of the day', async () => {
    await aCard(DAUGHTER, 61);
    await wake();
    expect(office.letters).toHaveLength(1);
    await goTo(55, '10:00');
    await wake();
    await wake();
    expect(office.letters).toHaveLength(2);
  });

  test('is withdrawn in the transaction that makes it untrue', async () => {
    office.always = { at: 'connect', does: 'cut' };
    const { resident, item, contact } = await aCard();
    await wake();
    const states = async (): Promise<string[]> =>
      (await house.database.reads.sql.all<{ state: string }>('SELECT state FROM notice')).map(({ state }) => state);
    expect(await states()).toEqual(['queued']);
    await house.manager.ok(leaveResident, { version: 1, on: house.clock.today(), reason: 'died' }, { id: resident.id });
    expect(await states()).toEqual(['cancelled']);
    office.always = null;
    await goTo(1, '10:00');
    await wake();
    expect(office.letters).toEqual([]);
    expect([item.id, contact.id]).toHaveLength(2);
  });

  test.each([
    [
      'it is given back',
      async ({ item }: Awaited<ReturnType<typeof aCard>>) => {
        const receiver = { relation: 'family' as const, name: '長男', contactId: null };
        await house.manager.ok(handOver, { itemIds: [item.id], disposition: 'returned', receiver });
      },
    ],
    [
      'she wants none any more',
      async ({ contact }: Awaited<ReturnType<typeof aCard>>) => {
        const { id, residentId, mailFails, version, ...fields } = contact;
        await house.manager.ok(changeContact, { ...fields, version, notices: 'none' }, { id });
      },
    ],
  ])('is not sent when %s meanwhile', async (_, happens) => {
    office.always = { at: 'connect', does: 'cut' };
    const card = await aCard();
    await wake();
    await happens(card);
    office.always = null;
    await goTo(1, '10:00');
    await wake();
    expect(office.letters).toEqual([]);
  });

  test('waits while its words are missing, and says which', async () => {
    await house.second.anItem({
      residentId: (await house.second.aResident()).id,
      kind: 'residence-card',
      printedExpiresOn: addDays(house.clock.today(), 14),
    });
    const { residents } = { residents: await house.second.aResident() };
    await house.second.manager.ok(addContact, {
      ...{ residentId: residents.id, order: 1, capacity: 'family', phone: '', address: '', language: 'ja' },
      ...{ handOver: 'allowed', mayKnow: true, kana: '', ...DAUGHTER },
    });
    await house.second.anItem({ residentId: residents.id, printedExpiresOn: addDays(house.clock.today(), 15) });
    await wake();
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
    await aCard();
    await wake();
    expect(office.letters).toEqual([]);
    expect((await reminders()).machine).toMatchObject({ pending: 1, failed: 0 });
    await goTo(0, '10:02');
    await wake();
    expect(office.letters).toHaveLength(1);
    await goTo(0, '17:00');
    await wake();
    expect(office.letters).toHaveLength(1);
  });

  test.each([
    ['no such person', { at: 'rcpt', does: '550 no such user' }],
    ['the letter is refused', { at: 'content', does: '554 no' }],
  ] as const)('%s: somebody telephones', async (_, fault) => {
    office.faults.push(fault);
    const { resident } = await aCard();
    await wake();
    const { machine, tasks, notices } = await reminders();
    expect(machine).toMatchObject({ pending: 0, failed: 1 });
    expect(notices).toMatchObject([{ state: 'dead' }]);
    expect(tasks).toMatchObject([{ channel: 'phone', state: 'open' }]);
    const { contacts } = await house.manager.ok(listContacts, undefined, { residentId: resident.id });
    expect(contacts).toMatchObject([{ mailFails: true }]);
    await goTo(1, '10:00');
    await wake();
    expect(office.letters).toEqual([]);
    expect((await reminders()).tasks).toHaveLength(1);
  });

  test('takes it and falls silent: the very same bytes once more after an hour, then a person asks', async () => {
    office.faults.push({ at: 'content', does: 'take-and-cut' }, { at: 'content', does: 'take-and-cut' });
    await aCard();
    await wake();
    expect(await reminders()).toMatchObject({ notices: [{ state: 'uncertain' }], tasks: [] });
    await goTo(0, '10:30');
    await wake();
    expect(office.letters).toHaveLength(1);
    await goTo(0, '11:05');
    await wake();
    expect(office.letters).toHaveLength(2);
    expect(office.letters[0]?.raw).toBe(office.letters[1]?.raw);
    expect(await reminders()).toMatchObject({ notices: [{ state: 'uncertain' }], tasks: [{ channel: 'phone' }] });
    await goTo(1, '11:05');
    await wake();
    expect(office.letters).toHaveLength(2);
  });

  test('is down for three days: nothing is lost, nothing comes twice', async () => {
    office.always = { at: 'connect', does: 'cut' };
    await aCard();
    for (const [day, at] of [
      [0, '10:00'],
      [0, '15:00'],
      [1, '09:00'],
      [2, '12:00'],
    ] as const) {
      await goTo(day, at);
      await wake();
    }
    office.always = null;
    await goTo(3, '10:00');
    await wake();
    await wake();
    expect(office.letters).toHaveLength(1);
  });
});

test('a mail that came back: somebody telephones, and the address is used no more', async () => {
  const { resident } = await aCard();
  await wake();
  const [sent] = (await reminders()).notices;
  const { notice } = await house.manager.ok(bounceReminder, {}, { id: sent?.id ?? '' });
  expect(notice.state).toBe('bounced');
  expect((await reminders()).tasks).toMatchObject([{ channel: 'phone', state: 'open' }]);
  const { contacts } = await house.manager.ok(listContacts, undefined, { residentId: resident.id });
  expect(contacts).toMatchObject([{ mailFails: true }]);
  expect((await house.manager.send(bounceReminder, {}, { id: sent?.id ?? '' })).status).toBe(422);
});

describe('an answer', () => {
  test.each([
    ['no day', { answer: 'self-renewal', plannedOn: null }, 400],
    ['a day with an answer that needs none', { answer: 'consult', plannedOn: '2030-01-01' }, 400],
    ['a day that is over', { answer: 'self-renewal', plannedOn: '2020-01-01' }, 422],
    ['a mistyped year', { answer: 'self-renewal', plannedOn: '2206-01-01' }, 422],
  ] as const)('told to the staff with %s is not taken', async (_, given, status) => {
    await aCard();
    await wake();
    const [sent] = (await reminders()).notices;
    const answered = await house.manager.send(answerReminder, given, { id: sent?.id ?? '' });
    expect(answered.status).toBe(status);
    expect((await reminders()).notices[0]?.answers).toEqual([]);
  });

  test('told by telephone with the reply code leaves its task, and pauses until a week after the day', async () => {
    await aCard();
    await wake();
    const [sent] = (await reminders()).notices;
    const { notice } = await house.manager.ok(findReminder, undefined, { code: sent?.replyCode?.toLowerCase() ?? '' });
    const plannedOn = addDays(house.clock.today(), 5);
    await house.manager.ok(answerReminder, { answer: 'self-renewal', plannedOn }, { id: notice.id });
    const { tasks } = await reminders();
    expect(tasks).toMatchObject([
      { state: 'acknowledged', answers: [{ task: 'prepare-pick-up', plannedOn, taskClosedOn: null }] },
    ]);
    await goTo(11, '10:00');
    await wake();
    expect(office.letters).toHaveLength(1);
    await house.manager.ok(settleAnswer, {}, { id: tasks[0]?.answers[0]?.id ?? '' });
    expect((await reminders()).tasks).toEqual([]);
    await goTo(13, '10:00');
    await wake();
    expect(office.letters).toHaveLength(2);
  });
});

describe('health', () => {
  test('fails when the machinery has not run for ten minutes, and warns while mails do not go out', async () => {
    const place = await openHouse({ env: { AZUKARI_WAKES: '1' } });
    try {
      const engine = place.app.get(Engine, { strict: false });
      await engine.wake();
      expect((await place.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'ok', mail: 'ok' });
      const elapsed = place.clock.elapsedMs.bind(place.clock);
      place.clock.elapsedMs = () => elapsed() + 11 * 60_000;
      place.clock.setOffset(11 * 60_000);
      expect(await place.nobody.send(readHealth)).toMatchObject({ status: 503 });
      await engine.wake();
      expect((await place.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'ok' });
    } finally {
      await place.close();
    }
    office.always = { at: 'connect', does: '421 busy' };
    await aCard();
    await wake();
    expect((await house.nobody.ok(readHealth)).checks).toMatchObject({ scheduler: 'off', mail: 'warn' });
  });
});

describe('a clock', () => {
  const YEAR_MS = 365 * 86_400_000;
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  test.each([
    ['forward by a year', 'clock-forward', YEAR_MS],
    ['back by a day', 'clock-back', -86_400_000],
  ] as const)('that is set %s holds everything until it is right again', async (_, hold, ms) => {
    await wake();
    await aCard();
    Date.now = () => realNow() + ms;
    await wake();
    expect(office.letters).toEqual([]);
    expect((await reminders()).machine).toMatchObject({ state: 'holding', hold });
    Date.now = realNow;
    await wake();
    expect(office.letters).toHaveLength(1);
    expect((await reminders()).machine).toMatchObject({ state: 'working', hold: null });
  });

  test('that was wrong before and is right now waits for a manager’s word', async () => {
    await wake();
    await aCard();
    Date.now = () => realNow() + 2 * 86_400_000;
    house.clock.setOffset(0);
    await wake();
    const floor = await house.aStaff();
    expect((await floor.send(resumeReminders, { hold: 'clock-forward' })).status).toBe(403);
    expect((await house.manager.send(resumeReminders, { hold: 'clock-back' })).status).toBe(422);
    const { machine } = await house.manager.ok(resumeReminders, { hold: 'clock-forward' });
    expect(machine.hold).toBeNull();
    expect((await house.manager.ok(listEntries, undefined, { type: 'notices.resumed' })).entries).toHaveLength(1);
  });

  test('after a week’s sleep more than 20 wait for somebody to look, fewer do not', async () => {
    await wake();
    for (let n = 0; n < 21; n++) await aCard({ ...DAUGHTER, email: `taro-${String(n)}@example.jp` });
    await goTo(7, '10:00');
    await wake();
    expect(office.letters).toEqual([]);
    expect((await reminders()).machine).toMatchObject({ state: 'holding', hold: 'confirm-first', pending: 21 });
    await house.manager.ok(resumeReminders, { hold: 'confirm-first' });
    await wake();
    expect(office.letters).toHaveLength(21);
  });
});

test('a mail to oneself goes the same way, at any hour', async () => {
  await goTo(0, '23:00');
  const { id } = await house.manager.ok(testReminders, { to: 'jimu@example.jp' });
  await wake();
  expect(office.letters.map(({ to }) => to)).toEqual(['jimu@example.jp']);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
});
