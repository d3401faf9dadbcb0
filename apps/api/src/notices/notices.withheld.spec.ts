import {
  issueForm,
  leaveResident,
  listEntries,
  readBoard,
  resumeResidentNotices,
  undoLeaving,
  withholdReminder,
} from '@azukari/contract';
import { CALLED, NoticeHouse, SON } from './testing/notice-house.ts';

let at: NoticeHouse;
beforeEach(async () => {
  at = await NoticeHouse.open();
});
afterEach(() => at.close());

const shown = async () => {
  const { tasks, notices } = await at.reminders();
  return { tasks: tasks.length, notices: notices.map(({ channel, state }) => `${channel} ${state}`) };
};

test.each([
  ['phone', CALLED],
  ['letter', { ...SON, notices: 'letter', address: '東京都港区1-1' }],
] as const)(
  'a %s that a person decides against is no task, was not done, and does not come again',
  async (channel, who) => {
    const { manager } = at.house;
    await at.aCard(who);
    await at.wake();
    const [task] = (await at.reminders()).tasks;
    expect(task).toMatchObject({ channel, state: 'open' });
    const { notice } = await manager.ok(withholdReminder, {}, { id: task?.id ?? '' });
    expect(notice.state).toBe('withheld');
    expect(await shown()).toEqual({ tasks: 0, notices: [`${channel} withheld`] });
    const { entries } = await manager.ok(listEntries, undefined, { limit: '1' });
    expect(entries).toMatchObject([{ type: 'notice.withheld', facts: { notice: task?.id } }]);
    expect((await manager.send(withholdReminder, {}, { id: task?.id ?? '' })).status).toBe(422);
    at.goTo(1, '10:00');
    await at.wake();
    expect(await shown()).toEqual({ tasks: 0, notices: [`${channel} withheld`] });
  },
);

test('so is a mail that waits; it never leaves, and nothing waits on 今日', async () => {
  const { manager } = at.house;
  at.office.always = { at: 'connect', does: 'cut' };
  await at.aCard();
  await at.wake();
  const [mail] = (await at.reminders()).notices;
  expect(mail).toMatchObject({ channel: 'mail', state: 'queued' });
  expect((await manager.ok(withholdReminder, {}, { id: mail?.id ?? '' })).notice.state).toBe('withheld');
  at.office.always = null;
  at.goTo(1, '10:00');
  await at.wake();
  expect(await shown()).toEqual({ tasks: 0, notices: ['mail withheld'] });
  expect(at.office.letters).toEqual([]);
  expect((await manager.ok(readBoard)).notices).toMatchObject({ pending: 0 });
});

test('everything stays stopped after a death that was noted by mistake, until somebody says otherwise', async () => {
  const { resident } = await at.aCard();
  const about = { id: resident.id };
  at.office.always = { at: 'connect', does: 'cut' };
  await at.wake();
  await at.house.manager.ok(leaveResident, { version: 1, on: at.house.clock.today(), reason: 'died' }, about);
  expect((await at.house.manager.send(resumeResidentNotices, { version: 2 }, about)).refusal?.kind).toBe(
    'resident-left',
  );
  const mistake = { why: 'wrong-resident', explanation: '同じ名字の別の方でした' } as const;
  expect(await at.house.manager.ok(undoLeaving, { version: 2, ...mistake }, about)).toMatchObject({
    leftOn: null,
    leaveReason: null,
    noticesStopped: true,
  });
  at.office.always = null;
  at.goTo(1, '10:00');
  await at.wake();
  expect(at.office.letters).toEqual([]);
  for (const form of ['F7', 'F20'] as const) {
    const body = { commandId: crypto.randomUUID(), residentIds: [resident.id] };
    const paper = await at.house.manager.send(issueForm, body, { form });
    expect([form, paper.refusal]).toEqual([form, { kind: 'notices-stopped', residentId: resident.id }]);
  }
  expect(await at.house.manager.ok(resumeResidentNotices, { version: 3 }, about)).toMatchObject({
    noticesStopped: false,
  });
  at.goTo(2, '10:00');
  await at.wake();
  expect(at.office.letters).toHaveLength(1);
});
