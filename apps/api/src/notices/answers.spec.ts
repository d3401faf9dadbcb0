import { answerReminder, findReminder, handOver, leaveResident, readBoard, settleAnswer } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import type { House } from '../testing/house.ts';
import { NoticeHouse, SON } from './testing/notice-house.ts';
import type { ToldOf } from './testing/notice-house.ts';
import type { PostOffice } from './testing/post-office.ts';

let at: NoticeHouse;
let house: House;
let office: PostOffice;
beforeEach(async () => {
  at = await NoticeHouse.open();
  ({ house, office } = at);
});
afterEach(() => at.close());

describe('an answer', () => {
  test.each([
    ['no day', { answer: 'self-renewal', plannedOn: null }, 400],
    ['a day with an answer that needs none', { answer: 'consult', plannedOn: '2030-01-01' }, 400],
    ['a day that is over', { answer: 'self-renewal', plannedOn: '2020-01-01' }, 422],
    ['a mistyped year', { answer: 'self-renewal', plannedOn: '2206-01-01' }, 422],
  ] as const)('told to the staff with %s is not taken', async (_, given, status) => {
    await at.aCard();
    await at.wake();
    const [sent] = (await at.reminders()).notices;
    const answered = await house.manager.send(answerReminder, given, { id: sent?.id ?? '' });
    expect(answered.status).toBe(status);
    expect((await at.reminders()).notices[0]?.answers).toEqual([]);
  });

  test('told by telephone with the reply code leaves its task, and pauses until a week after the day', async () => {
    await at.aCard();
    await at.wake();
    const [sent] = (await at.reminders()).notices;
    const { notice } = await house.manager.ok(findReminder, undefined, { code: sent?.replyCode?.toLowerCase() ?? '' });
    const plannedOn = addDays(house.clock.today(), 5);
    await house.manager.ok(answerReminder, { answer: 'self-renewal', plannedOn }, { id: notice.id });
    const { machine, tasks } = await at.reminders();
    expect(machine.lastAcceptedAt).toBe(sent?.settledAt);
    expect(tasks).toMatchObject([
      { state: 'acknowledged', answers: [{ task: 'prepare-pick-up', plannedOn, taskClosedOn: null }] },
    ]);
    at.goTo(11, '10:00');
    await at.wake();
    expect(office.letters).toHaveLength(1);
    await house.manager.ok(settleAnswer, {}, { id: tasks[0]?.answers[0]?.id ?? '' });
    expect((await at.reminders()).tasks).toEqual([]);
    at.goTo(13, '10:00');
    await at.wake();
    expect(office.letters).toHaveLength(2);
  });
});

describe('an answer to a letter that nobody has posted', () => {
  const answered = async (answer: 'noted' | 'self-renewal', days: number | null) => {
    await at.aCard({ ...SON, notices: 'letter', address: '東京都千代田区1-1' });
    await at.wake();
    const [letter] = (await at.reminders()).tasks;
    const code = letter?.replyCode ?? '';
    const { notice } = await house.manager.ok(findReminder, undefined, { code });
    expect(notice).toMatchObject({ channel: 'letter', state: 'open' });
    const plannedOn = days === null ? null : addDays(house.clock.today(), days);
    await house.manager.ok(answerReminder, { answer, plannedOn }, { id: notice.id });
    return (await house.manager.ok(findReminder, undefined, { code })).notice;
  };

  test('leaves it to post, with what was answered', async () => {
    expect(await answered('noted', null)).toMatchObject({ state: 'open', answers: [{ answer: 'noted' }] });
    expect((await at.reminders()).tasks).toMatchObject([{ channel: 'letter', state: 'open' }]);
  });

  test('takes it back when there is nothing to write about any more', async () => {
    expect(await answered('self-renewal', 5)).toMatchObject({ state: 'cancelled' });
    expect((await at.reminders()).tasks).toMatchObject([{ answers: [{ task: 'prepare-pick-up' }] }]);
  });
});

describe('what an answer leaves to do', () => {
  const answered = async (): Promise<ToldOf> => {
    const card = await at.aCard();
    await at.wake();
    const [sent] = (await at.reminders()).notices;
    const plannedOn = addDays(house.clock.today(), 5);
    await house.manager.ok(answerReminder, { answer: 'self-renewal', plannedOn }, { id: sent?.id ?? '' });
    return card;
  };
  const left = async (): Promise<readonly number[]> => {
    const { notices } = await house.manager.ok(readBoard);
    return [(await at.reminders()).tasks.length, notices.tasks, notices.answers.length];
  };

  test('premise: is on both pages', async () => {
    await answered();
    expect(await left()).toEqual([1, 1, 1]);
  });

  test.each<[string, (of: ToldOf) => Promise<unknown>]>([
    [
      'a death',
      ({ resident: { id } }) =>
        house.manager.ok(leaveResident, { version: 1, on: house.clock.today(), reason: 'died' }, { id }),
    ],
    [
      'the card was given back',
      ({ item: { id } }) => {
        const receiver = { relation: 'family' as const, name: '長男', contactId: null };
        return house.manager.ok(handOver, { itemIds: [id], disposition: 'returned', receiver });
      },
    ],
  ])('is nothing after %s', async (_, happens) => {
    await happens(await answered());
    expect(await left()).toEqual([0, 0, 0]);
  });
});
