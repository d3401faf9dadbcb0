import { answerReminder, listReminders, readBoard, settleAnswer } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { addDays, dayInTokyo, tokyoTime } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { Engine } from './engine.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const glance = async (home: Home = house): Promise<AnswerOf<typeof readBoard>['notices']> =>
  (await home.manager.ok(readBoard)).notices;

/** Tomorrow, so that no wall clock matters. */
const goTo = (at: string): void => {
  const today = dayInTokyo(new Date().toISOString());
  house.clock.setOffset(Date.parse(tokyoTime(addDays(today, 1), at)) - Date.now());
};

/** A card whose certificate ends in 20 days, a daughter who is called, and the call on the list. */
async function aCall() {
  goTo('10:00');
  const resident = await house.aResident({ name: '山田 ハナ', kana: 'やまだ はな' });
  const item = await house.anItem({
    residentId: resident.id,
    kind: 'my-number-card',
    printedExpiresOn: addDays(house.clock.today(), 1_200),
    certificateExpiresOn: addDays(house.clock.today(), 20),
  });
  await house.aContact({ residentId: resident.id, name: '山田 良子', phone: '03-1234-5678', notices: 'phone' });
  await house.app.get(Engine, { strict: false }).wake();
  const [task] = (await house.manager.ok(listReminders)).tasks;
  if (!task) throw new Error('premise: a call is to be made');
  return { resident, item, task };
}

describe('what 今日 says of the notices', () => {
  test('is that the machinery works, rests at night, and that nothing is to do', async () => {
    goTo('10:00');
    expect(await glance()).toEqual({
      state: 'working',
      hold: null,
      lastRunAt: null,
      lastAcceptedAt: null,
      acceptedToday: 0,
      failed: 0,
      pending: 0,
      nextDueOn: null,
      tasks: 0,
      answers: [],
    });
    goTo('22:00');
    expect((await glance()).state).toBe('resting');
  });

  test('is who comes for what, from the answer until that is settled', async () => {
    const { resident, item, task } = await aCall();
    const plannedOn = addDays(house.clock.today(), 3);
    // A call that was planned makes no entry: it is seen within half a minute.
    goTo('10:01');
    const before = await house.manager.ok(readBoard);
    expect(before.notices).toMatchObject({ tasks: 1, answers: [] });
    await house.manager.ok(answerReminder, { answer: 'self-renewal', plannedOn }, { id: task.id });
    const after = await house.manager.ok(readBoard, undefined, { since: before.revision });
    expect(after).toMatchObject({
      unchanged: false,
      notices: {
        tasks: 1,
        answers: [
          {
            task: 'prepare-pick-up',
            plannedOn,
            contactId: expect.any(String) as string,
            resident: { id: resident.id },
            items: [{ id: item.id }],
          },
        ],
      },
    });
    expect(await glance(house.second)).toMatchObject({ tasks: 0, answers: [] });

    const [left] = (await house.manager.ok(listReminders)).tasks;
    await house.manager.ok(settleAnswer, {}, { id: left?.answers[0]?.id ?? '' });
    expect(await glance()).toMatchObject({ tasks: 0, answers: [] });
  });

  test.each([
    ['call-me', 'call-back'],
    ['consult', 'consult'],
    ['use-certificate', 'arrange-certificate'],
  ] as const)('is every other answer that leaves something to do: %s', async (answer, left) => {
    const { resident, item, task } = await aCall();
    await house.manager.ok(answerReminder, { answer }, { id: task.id });
    const on = house.clock.today();
    expect((await glance()).answers).toMatchObject([
      { task: left, on, plannedOn: null, resident: { id: resident.id }, items: [{ id: item.id }] },
    ]);
    expect((await glance(house.second)).answers).toEqual([]);
  });

  test('is nothing where a family has only read it', async () => {
    const { task } = await aCall();
    await house.manager.ok(answerReminder, { answer: 'noted' }, { id: task.id });
    expect((await glance()).answers).toEqual([]);
  });
});
