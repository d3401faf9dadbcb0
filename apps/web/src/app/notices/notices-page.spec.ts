import { TestBed } from '@angular/core/testing';
import type { Role } from '@azukari/domain';

import type { Reminders } from './notice';
import { NoticesPage } from './notices-page';
import { aNotice, anAnswer, CARD, idOf, MACHINE } from './testing';
import { openScreen } from './testing-screen';

const NOTHING: Reminders = {
  machine: MACHINE,
  tasks: [],
  notices: [],
  familyReports: { lastOn: null, dueOn: '2027-01-31' },
  guidesDue: [],
};

async function open(answer: Partial<Reminders>, role: Role = 'manager') {
  const screen = await openScreen(NoticesPage, role);
  const answers = async (given: Partial<Reminders>) => {
    screen.http.expectOne(({ url }) => url.startsWith('/api/reminders?')).flush({ ...NOTHING, ...given });
    await screen.settle();
  };
  await answers(answer);
  return { ...screen, answers };
}

it('says that the machinery is alive, when it sent last, and that nothing is to do', async () => {
  const { text } = await open({});
  expect(text('az-machine-panel')).toContain('お知らせは動いています。');
  expect(text('az-machine-panel')).toContain('最終配信08:00');
  expect(text('.tasks')).toContain('いま、することはありません');
  expect(text('.sent')).toContain('まだ何もお知らせしていません');
});

it.each([
  ['resting', '夜のあいだ、お知らせは休みです。'],
  ['stopped', 'お知らせが動いていません。'],
  ['off', 'メールの設定がありません。'],
] as const)('says when it is %s', async (state, words) => {
  const { text } = await open({ machine: { ...MACHINE, state } });
  expect(text('az-machine-panel .state')).toContain(words);
});

it('asks every three months for the report to the families, from its day on, whom prints it', async () => {
  const { page, text } = await open({ familyReports: { lastOn: '2026-08-22', dueOn: '2026-11-22' } });
  expect(text('[data-list="report"]')).toContain('家族報告書');
  expect(text('[data-list="report"]')).toContain('前回は2026年8月22日(土)');
  expect(text('.tasks')).not.toContain('いま、することはありません');
  expect(page.querySelector('[data-list="report"] az-paper-button')).not.toBeNull();
});

it('has none to ask for the day before', async () => {
  const { page } = await open({ familyReports: { lastOn: null, dueOn: '2026-11-23' } });
  expect(page.querySelector('[data-list="report"]')).toBeNull();
});

it('names who is told by mail and had no guide, and prints it for them alone', async () => {
  const resident = { id: idOf(1), name: '山田 ハナ', kana: 'やまだ はな', room: '101' };
  const guidesDue = [2, 3].map((n) => ({ contact: { id: idOf(n), name: '山田 太郎' }, resident }));
  const { text, press, http } = await open({ guidesDue });
  expect(text('[data-list="guide"]')).toContain('山田 太郎');
  expect(text('[data-list="guide"]')).toContain('山田 ハナ');
  expect(text('.tasks h2')).toContain('2件');
  await press('ご家族向け案内をまとめて印刷する');
  expect(http.expectOne(({ url }) => url.endsWith('/F20')).request.body).toMatchObject({ residentIds: [resident.id] });
});

it('says that nothing is due where it works and has nothing to send', async () => {
  const quiet = { ...MACHINE, acceptedToday: 0 };
  const due = 'いま、メールでお知らせする時期のものはありません。';
  expect((await open({ machine: quiet })).text('az-machine-panel .state')).toContain(due);
  TestBed.resetTestingModule();
  expect((await open({ machine: { ...quiet, pending: 1 } })).text('az-machine-panel .state')).not.toContain(due);
});

it('a hold says why; a manager who has looked goes on, and an auditor cannot', async () => {
  const machine = { ...MACHINE, state: 'holding', hold: 'clock-back' } as const;
  const { text, press, http } = await open({ machine });
  expect(text('az-hold-banner')).toContain('時計が戻されました');
  await press('確かめました。続けます');
  expect(http.expectOne('/api/reminders/resumption').request.body).toMatchObject({ hold: 'clock-back' });
  TestBed.resetTestingModule();
  const auditor = await open({ machine }, 'auditor');
  expect(auditor.page.querySelectorAll('az-hold-banner button')).toHaveLength(0);
});

it('a call has its number to dial, one sentence to say, and stays on the list when nobody was reached', async () => {
  const { page, text, press, http, settle, answers } = await open({ tasks: [aNotice()] });
  expect(page.querySelector('az-task-row a.phone')?.getAttribute('href')).toBe('tel:0312345678');
  expect(text('az-task-row .say')).toContain(
    'マイナンバーカードをお預かりしています。電子証明書の有効期限が、2026年12月10日(木)です。',
  );
  await press('つながりませんでした');
  const sent = http.expectOne(`/api/reminders/${aNotice().id}/acknowledge`);
  expect(sent.request.body).toMatchObject({ outcome: 'not-reached' });
  sent.flush({ notice: aNotice() });
  await settle();
  await answers({ tasks: [aNotice({ triedOn: '2026-11-22' })] });
  expect(text('[role=status]')).toContain('つながらなかったことを記録しました。');
  expect(text('az-task-row .tried')).toContain('11月22日(日)にかけて、つながりませんでした。');
  expect(page.querySelectorAll('az-task-row')).toHaveLength(1);
});

it('a call about several dates says the first, and how many more', async () => {
  const { text } = await open({ tasks: [aNotice({ lines: [CARD, { ...CARD, kind: 'card-expiry' }] })] });
  expect(text('az-task-row .say')).toContain('2026年12月10日(木)です。ほかに1件あります。どうなさいますか');
});

it('a call says whose item it is, and of a day that is over that it is over', async () => {
  const over = { ...CARD, date: '2020-12-04' };
  const { text } = await open({ tasks: [aNotice({ lines: [over] })] });
  expect(text('az-task-row .say')).toContain(`${over.resident.name}様の`);
  expect(text('az-task-row .say')).toContain('2020年12月4日(金)で過ぎました。お手続きはお済みでしょうか');
});

it('staff can enter what the family could answer, and nothing else', async () => {
  const care = { ...CARD, itemKind: 'care-insurance-card', kind: 'care-certification-renewal' } as const;
  const { page, press } = await open({ tasks: [aNotice({ lines: [care] })] });
  await press('返事を入れる');
  const offered = [...page.querySelectorAll('az-answer-form [role=group] button')].map((one) => one.textContent.trim());
  expect(offered).toEqual([
    '自分で手続きに行く',
    '施設に相談したい',
    '電話で話したい',
    '確認しました（まだ決めていません）',
  ]);
});

it("a family's answer is two taps", async () => {
  const { press, http } = await open({ tasks: [aNotice()] });
  await press('返事を入れる');
  await press('電話で話したい');
  expect(http.expectOne(`/api/reminders/${aNotice().id}/answers`).request.body).toMatchObject({
    answer: 'call-me',
    plannedOn: null,
  });
});

it('who goes herself is asked for the day, and nothing is recorded before', async () => {
  const { page, press, http } = await open({ tasks: [aNotice()] });
  await press('返事を入れる');
  await press('自分で手続きに行く');
  expect(page.querySelectorAll('az-answer-form az-day-field')).toHaveLength(1);
  await press('返事を記録する');
  http.expectNone(`/api/reminders/${aNotice().id}/answers`);
  expect(page.querySelector('#plannedOn-error')?.textContent).toContain('日付をたしかめてください。');
});

it('what came to the office says why and what to do, and is done without anybody having been told', async () => {
  const lines = [
    { ...CARD, why: 'no-contact' },
    { ...CARD, kind: 'card-expiry', why: 'no-contact' },
  ] as const;
  const task = aNotice({ channel: 'office', contact: null, replyCode: null, lines: [...lines] });
  const { page, text, press, http, settle, answers } = await open({ tasks: [task] });
  expect(page.querySelectorAll('az-task-row [data-why]')).toHaveLength(1);
  expect(text('az-task-row [data-why]')).toContain('連絡先がありません。 お知らせを受け取る方を連絡先に入れると');
  await press('済みました');
  http.expectOne(`/api/reminders/${task.id}/acknowledge`).flush({ notice: { ...task, state: 'done' } });
  await settle();
  await answers({});
  expect(text('[role=status]')).toContain('済んだことを記録しました。');
});

it('a letter that was answered before anybody posted it says so, and is still to post', async () => {
  const letter = aNotice({ channel: 'letter', answers: [anAnswer({ answer: 'noted', task: null, plannedOn: null })] });
  const { text } = await open({ tasks: [letter] });
  expect(text('az-task-row [data-answer]')).toContain('お返事：確認しました（まだ決めていません）');
  expect(text('az-task-row')).toContain('投函しました');
});

it('a letter that was posted is recorded as posted', async () => {
  const letter = aNotice({ channel: 'letter' });
  const { text, press, http, settle, answers } = await open({ tasks: [letter] });
  await press('投函しました');
  http.expectOne(`/api/reminders/${letter.id}/acknowledge`).flush({ notice: { ...letter, state: 'done' } });
  await settle();
  await answers({});
  expect(text('[role=status]')).toContain('投函したことを記録しました。');
});

it.each([
  ['letter', '出さない', '出さないことにする'],
  ['phone', '電話しない', '電話しないことにする'],
  ['office', '対応しない', '対応しないことにする'],
] as const)('a %s that is dropped has its own verb, and is asked about first', async (channel, begin, submit) => {
  const contact = channel === 'office' ? null : aNotice().contact;
  const { text, press, http, settle, answers } = await open({ tasks: [aNotice({ channel, contact })] });
  await press(begin);
  http.expectNone(`/api/reminders/${aNotice().id}/withholding`);
  await press(submit);
  http.expectOne(`/api/reminders/${aNotice().id}/withholding`).flush({ notice: aNotice({ state: 'withheld' }) });
  await settle();
  await answers({});
  expect(text('[role=status]')).toContain('しないことを記録しました。');
});

it.each([
  ['queued', '送らない'],
  ['accepted', 'もどってきた'],
  ['uncertain', 'もどってきた'],
  ['acknowledged', null],
  ['bounced', null],
] as const)('of a mail that is %s one can still decide: %s', async (state, way) => {
  const { page } = await open({ notices: [aNotice({ channel: 'mail', state })] });
  const ways = [...page.querySelectorAll('az-notice-decision')].map((one) => one.textContent.trim());
  expect(ways).toEqual(way === null ? [] : [expect.stringMatching(`^${way}`)]);
});

it('a mail that came back is recorded after a word about what follows', async () => {
  const mail = aNotice({ channel: 'mail', state: 'accepted' });
  const { text, press, http, settle, answers } = await open({ notices: [mail] });
  await press('もどってきた');
  http.expectNone(`/api/reminders/${mail.id}/bounce`);
  expect(text('az-notice-decision')).toContain('「やること」に、電話をかけることが出ます。');
  await press('もどってきたことを記録する');
  http.expectOne(`/api/reminders/${mail.id}/bounce`).flush({ notice: { ...mail, state: 'bounced' } });
  await settle();
  await answers({ tasks: [aNotice()], notices: [{ ...mail, state: 'bounced' }] });
  expect(text('[role=status]')).toContain('もどってきたことを記録しました。');
  expect(text('[data-list=phone]')).toContain('山田 良子 様');
});

it('a pick-up has its day and the way to 出す with everything chosen', async () => {
  const { page, text } = await open({ tasks: [aNotice({ state: 'accepted', answers: [anAnswer()] })] });
  expect(text('az-left-row')).toContain('お渡しする用意');
  expect(text('az-left-row')).toContain('11月25日(水)');
  // An administrative manager prepares it; who takes it out is appointed.
  expect(page.querySelectorAll('az-left-row a[href^="/check-out"]')).toHaveLength(0);
});

it('a notice is found by its code, and an unknown code says so', async () => {
  const { page, text, press, write, http, settle } = await open({});
  expect(
    [...page.querySelectorAll('section[aria-labelledby]')].map((one) => one.getAttribute('aria-labelledby')),
  ).toEqual(['find', 'tasks', 'sent']);
  await press('さがす');
  expect(text('#reply-code-error')).toContain('番号を入れてください。');
  await write('#reply-code', '7k3-m9p');
  await press('さがす');
  http.expectOne('/api/reminders/by-code?code=7k3-m9p').flush({ notice: aNotice({ state: 'accepted' }) });
  await settle();
  expect(text('az-find-by-code az-notice-row')).toContain('山田 良子 様（長女）');
  await press('さがす');
  http
    .expectOne('/api/reminders/by-code?code=7k3-m9p')
    .flush({ refusal: { kind: 'not-found' } }, { status: 404, statusText: 'Not Found' });
  await settle();
  expect(text('az-find-by-code')).toContain('この番号のお知らせはありません。');
});

it('who keeps no notices sees no way to call, and is not told that a number is missing', async () => {
  const contact = { id: idOf(4), name: '山田 良子', relation: '長女', phone: '' };
  const call = aNotice({ replyCode: null, contact });
  const { page, text } = await open({ tasks: [call] }, 'auditor');
  expect(text('az-task-row')).toContain('山田 良子 様（長女）');
  expect(text('az-task-row')).not.toContain('電話番号がありません');
  expect(page.querySelectorAll('[data-list=phone] .heading button')).toHaveLength(0);
});

it('an auditor reads and decides nothing', async () => {
  const { page } = await open({ tasks: [aNotice()], notices: [aNotice({ state: 'queued' })] }, 'auditor');
  expect(page.querySelectorAll('az-task-row button, az-notice-row button, az-find-by-code')).toHaveLength(0);
});
