import { readBoard, testReminders } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays } from '@azukari/domain';
import { Machine } from './notices.machine.ts';
import { NoticeHouse, SON } from './testing/notice-house.ts';

let at: NoticeHouse;
beforeEach(async () => {
  at = await NoticeHouse.open();
});
afterEach(() => at.close());

const machine = async (): Promise<AnswerOf<typeof readBoard>['notices']> =>
  (await at.house.manager.ok(readBoard)).notices;

describe('what is told of the machinery', () => {
  test('is of notices alone: a mail to oneself neither counts as the last, nor as one that failed', async () => {
    await at.house.manager.ok(testReminders, { to: 'jimu@example.jp' });
    await at.wake();
    at.office.faults.push({ at: 'rcpt', does: '550 no such user' });
    await at.house.manager.ok(testReminders, { to: 'nobody@example.jp' });
    await at.wake();
    expect(at.office.letters).toHaveLength(1);
    expect(await machine()).toMatchObject({ lastAcceptedAt: null, acceptedToday: 0, failed: 0, pending: 0 });

    at.office.faults.push({ at: 'rcpt', does: '550 no such user' });
    await at.aCard();
    await at.wake();
    expect(await machine()).toMatchObject({ lastAcceptedAt: null, acceptedToday: 0, failed: 1 });
  });

  test('is what has happened by now: after the clock went back, mails of later days are not today’s', async () => {
    await at.aCard();
    at.goTo(5, '10:00');
    await at.wake();
    const sent = await machine();
    expect(sent).toMatchObject({ acceptedToday: 1, lastAcceptedAt: expect.any(String) as string });
    expect((await at.house.manager.ok(readBoard)).ledger.aheadUntil).toBeNull();
    at.goTo(0, '11:00');
    expect(await machine()).toMatchObject({ acceptedToday: 0, lastAcceptedAt: null });
    const { ledger } = await at.house.manager.ok(readBoard);
    expect(ledger.aheadUntil?.slice(0, 10)).toBe(sent.lastAcceptedAt?.slice(0, 10));
  });

  test('is a next day that has not passed, also where a clock went on in the night', async () => {
    await at.aCard(SON, 100);
    await at.wake();
    const { nextDueOn } = await machine();
    expect(nextDueOn).not.toBeNull();
    at.goTo(60, '22:00');
    const today = at.house.clock.today();
    expect([(await machine()).state, (await machine()).nextDueOn]).toEqual(['resting', addDays(today, 1)]);
    at.goTo(60, '08:00');
    expect((await machine()).nextDueOn).toBe(today);
  });

  test('a clock that was moved on purpose is no stop after which somebody has to look', async () => {
    await at.wake();
    for (let n = 0; n < 21; n++) await at.aCard({ ...SON, email: `taro-${String(n)}@example.jp` });
    at.goTo(7, '10:00');
    await at.house.app.get(Machine, { strict: false }).trustDeclared();
    await at.wake();
    expect(at.office.letters).toHaveLength(21);
  });
});
