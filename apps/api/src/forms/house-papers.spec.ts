import {
  addStaff,
  addStorage,
  appoint,
  changeStaff,
  checkOut,
  describeLoss,
  endAppointment,
  explainLoss,
  handOver,
  leaveResident,
  listAppointments,
  listEntries,
  noteLossStep,
  noteTraining,
  readRegulation,
  readResident,
  reportFound,
  reportMissing,
  setRegulation,
  withdrawTraining,
} from '@azukari/contract';
import { addDays, instantAt, millisecondsOf, REGULATION_PLACES } from '@azukari/domain';
import { AppointmentRow, StaffRow } from '../database/rows.ts';
import { USUAL } from '../facility/facility.regulation.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { japaneseDay } from './paper/dates.ts';
import { labelText } from './paper/f21.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const words = async (form: string, asked: Asked = {}): Promise<string> =>
  (await paper(house.manager, form, asked)).pages.join('').replaceAll(/\s/g, '');
const plain = (day: string): string => japaneseDay(day).slice(0, -'(木)'.length);

describe('F4 カード取扱職員 任命簿', () => {
  const today = (): string => house.clock.today();
  const aPerson = async (name: string) =>
    (
      await house.manager.ok(addStaff, {
        name,
        kana: 'てすと',
        role: 'floor',
        loginId: `p${crypto.randomUUID().slice(0, 8)}`,
      })
    ).staff;

  it('is of a day: who had been appointed, taught and by whom, and marks what was written down later', async () => {
    const { id, version } = await aPerson('髙﨑 𠮷右衛門');
    const from = addDays(today(), -100);
    const line = await house.manager.ok(appoint, { staffId: id, level: 'deputy', from, to: null });
    await house.manager.ok(noteTraining, { on: addDays(today(), -90) }, { id });
    await house.manager.ok(noteTraining, { on: addDays(today(), -10) }, { id });
    await house.manager.ok(changeStaff, { version, name: '高崎 吉右衛門' }, { id });
    const then = await words('F4', { on: addDays(today(), -50) });
    for (const part of [
      japaneseDay(addDays(today(), -50)),
      '副責任者',
      plain(from),
      '佐藤花子',
      `記録${plain(today())}`,
    ])
      expect(then).toContain(part);
    expect(then).toContain('髙﨑𠮷右衛門');
    expect(then).toContain(plain(addDays(today(), -90)));
    expect(then).not.toContain(plain(addDays(today(), -10)));
    const now = await words('F4');
    expect(now).toContain('高崎吉右衛門');
    expect(now).toContain(plain(addDays(today(), -10)));
    expect(await words('F4', { on: addDays(today(), -101) })).not.toContain('吉右衛門');
    await house.manager.ok(endAppointment, { version: line.version, on: today() }, { id: line.id });
    expect(await words('F4')).toContain(`${plain(today())}記録${plain(today())}`);
  });

  it('is what the record says, whatever the tables were made to say', async () => {
    const { id } = await aPerson('目黒 カネ');
    await house.manager.ok(appoint, { staffId: id, level: 'handler', from: today(), to: null });
    await house.database.writes.run(async ({ rows }) => {
      await rows.update(AppointmentRow, { staffId: id }, { level: 'responsible', to: addDays(today(), -1) });
      await rows.update(StaffRow, { id }, { name: '別の名前' });
    });
    const text = await words('F4');
    expect(text).toContain('目黒カネ職員取扱者');
    expect(text).not.toContain('別の名前');
  });

  it('does not look ahead, and knows its own house alone', async () => {
    expect(await ask(house.manager, 'F4', { on: addDays(today(), 1) })).toMatchObject({
      status: 400,
      issues: [{ path: 'on', code: 'in-future' }],
    });
    const theirs = (await paper(house.second.manager, 'F4')).pages.join('').replaceAll(/\s/g, '');
    expect(theirs).not.toContain('目黒カネ');
    expect(theirs).toContain('責任者');
  });

  it('has several pages with the heads repeated and counted', async () => {
    for (let n = 0; n < 25; n += 1) {
      const { id } = await aPerson(`職員 ${String(n)}番`);
      await house.manager.ok(appoint, { staffId: id, level: 'handler', from: today(), to: null });
    }
    const { pages } = await paper(house.manager, 'F4');
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, n) => {
      expect(page).toContain(`${String(n + 1)} / ${String(pages.length)} ページ`);
      expect(page).toContain('任命した人');
      expect(page).toContain('確認番号');
    });
    expect(pages[1]).toContain('（つづき）');
  }, 60_000);

  it('the screen tells of the training too; a day that was no training is taken back', async () => {
    const { id } = await aPerson('研修 花');
    await house.manager.ok(appoint, { staffId: id, level: 'handler', from: today(), to: null });
    const trained = async () =>
      (await house.manager.ok(listAppointments)).appointments.find(({ staff }) => staff.id === id)?.trainedOn;
    expect(await trained()).toBeNull();
    await house.manager.ok(noteTraining, { on: addDays(today(), -3) }, { id });
    expect(await trained()).toBe(addDays(today(), -3));
    expect((await house.manager.send(noteTraining, { on: addDays(today(), -3) }, { id })).refusal).toEqual({
      kind: 'nothing-to-change',
    });
    expect(await house.manager.send(noteTraining, { on: addDays(today(), 1) }, { id })).toMatchObject({ status: 400 });
    await house.manager.ok(withdrawTraining, { on: addDays(today(), -3) }, { id });
    expect(await trained()).toBeNull();
    expect((await house.manager.send(withdrawTraining, { on: addDays(today(), -3) }, { id })).refusal).toEqual({
      kind: 'nothing-to-change',
    });
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'staff.training-withdrawn' });
    expect(entries[0]).toMatchObject({ facts: { staff: id, on: addDays(today(), -3) }, private: { name: '研修 花' } });
  });
});

describe('F5 個人別預り品台帳', () => {
  it('has everything that was ever kept for a resident: what is here, what is out, and who received the rest', async () => {
    const kinds = ['my-number-card', 'eligibility-certificate', 'care-insurance-card', 'patient-card'] as const;
    const { residentId, itemIds } = await householdOf(house, house, '台帳 ヨネ', kinds);
    const [, certificate = '', care = '', patient = ''] = itemIds;
    await house.manager.ok(handOver, {
      itemIds: [certificate],
      disposition: 'returned',
      receiver: { relation: 'family', name: '台帳 健' },
    });
    await house.manager.ok(checkOut, {
      itemIds: [care],
      purpose: 'municipal-office',
      destination: '役所',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      dueBackAt: new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString(),
    });
    await house.manager.ok(reportMissing, { itemIds: [patient] });
    const { pages, size } = await paper(house.manager, 'F5', { residentIds: [residentId] });
    const text = pages.join('').replaceAll(/\s/g, '');
    expect(size).toEqual([841.89, 595.28]);
    for (const part of [
      '台帳ヨネ様',
      'いまお預かり3点',
      'マイナンバーカード',
      '事務室金庫',
      '2026年12月10日(木)',
      '職員佐藤花子',
      '保管中',
      '外にあります',
      '役所',
      'さがしています',
      '台帳健ご家族',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/終わり.*お返しした/);
    expect(text).not.toContain('九十九');
  });

  it('of everybody is of those who live here and have something, each on a paper of their own', async () => {
    const one = await householdOf(house, house.second, '二人目 ハナ');
    await householdOf(house, house.second, '三人目 ミヨ');
    const { pages } = await paper(house.second.manager, 'F5');
    expect(pages).toHaveLength(2);
    expect(pages.every((page) => page.includes('1 / 1 ページ'))).toBe(true);
    expect((await ask(house.manager, 'F5', { residentIds: [one.residentId] })).refusal).toEqual({ kind: 'not-found' });
  });
});

describe('F9 返却書・受領書', () => {
  it('ticks the reason that the record knows, and leaves the others to be asked', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '返却 ヨシ');
    const [card = '', certificate = ''] = itemIds;
    const back = (itemId: string) =>
      house.manager.ok(handOver, {
        itemIds: [itemId],
        disposition: 'returned',
        receiver: { relation: 'family', name: '返却 健' },
      });
    await back(card);
    expect(await words('F9', { residentIds: [residentId] })).not.toContain('■');
    const { version } = await house.manager.ok(readResident, undefined, { id: residentId });
    await house.manager.ok(leaveResident, { version, on: house.clock.today(), reason: 'died' }, { id: residentId });
    await back(certificate);
    const text = await words('F9', { residentIds: [residentId] });
    expect(text).toContain('■ご逝去');
    expect(text).toContain('□退所');
  });
});

describe('F11 紛失・事故報告書', () => {
  it('tells the last movements, what was done by whom and when, the day for a new card, the cause and the end', async () => {
    const { itemIds } = await householdOf(house, house, '紛失 トメ', ['my-number-card']);
    await house.manager.ok(checkOut, {
      itemIds,
      purpose: 'outpatient',
      destination: 'さくら内科',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      dueBackAt: new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString(),
    });
    const { receipt } = await house.manager.ok(reportMissing, { itemIds, note: '帰りの車もさがした' });
    const seq = receipt.entries[0]?.seq ?? -1;
    const staffId = house.manager.staffId;
    const done = { seq, answer: 'done', staffId } as const;
    await house.manager.ok(describeLoss, { seq, place: 'outside', bedridden: 'no', noticedBy: '鈴木 一郎' });
    await house.manager.ok(noteLossStep, { ...done, step: 'police-told', note: '桜警察署 受理 第12号' });
    await house.manager.ok(noteLossStep, { ...done, step: 'municipality-told' });
    const open = await words('F11');
    for (const part of [
      '紛失トメ様',
      'マイナンバーカード',
      '■施設の外',
      '鈴木一郎',
      '帰りの車もさがした',
      '出した（外来受診）',
      'さくら内科',
      '持つ人佐藤花子',
      '桜警察署受理第12号',
      '0120-95-0178',
      japaneseDay(addDays(house.clock.today(), 30)),
      '■警察に遺失届を出した',
      '□さがした',
      '0時間',
    ])
      expect(open).toContain(part);
    await house.manager.ok(reportFound, { itemIds, note: '座席の下' });
    await house.manager.ok(explainLoss, { seq, cause: '座席に置いた', prevention: '首から下げる' });
    const ended = await words('F11', { losses: [seq] });
    for (const part of ['■見つかった', '座席の下', '座席に置いた', '首から下げる']) expect(ended).toContain(part);
  });

  it('without an open loss is a paper to fill in by hand, with every step', async () => {
    const { pages } = await paper(house.second.manager, 'F11');
    const text = pages.join('').replaceAll(/\s/g, '');
    expect(text).toContain('紛失・事故報告書');
    expect(text).not.toContain('■');
    expect(text).toContain('□警察に遺失届を出した');
  });

  it('does not know a loss of another house, nor an entry that is none', async () => {
    for (const losses of [[999_999], [1]])
      expect(await ask(house.second.manager, 'F11', { losses })).toMatchObject({
        status: 404,
        refusal: { kind: 'not-found' },
      });
  });
});

describe('F15 預り品等管理規程', () => {
  it('is complete as it comes, and says with which care cards are kept', async () => {
    const text = await words('F15');
    expect(text).toContain('施設は善良な管理者の注意をもって保管します');
    for (const [place, usual] of Object.entries(USUAL))
      if (place !== 'in-force-from') expect(text).toContain(usual.replaceAll(/\s/g, ''));
    for (const part of [
      '暗証番号は、お聞きしません',
      '個人番号、被保険者番号などの番号は記録しません',
      '0120-95-0178',
      '第15条',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/責任を負い(ません|かねます)|免責|undefined/);
  });

  it("has a house's own words at its marked places, as of a day, and may say as it came again", async () => {
    const before = await house.manager.ok(readRegulation);
    expect(before.places.map(({ place }) => place)).toEqual([...REGULATION_PLACES]);
    const set = await house.manager.ok(setRegulation, {
      version: before.version,
      places: [
        { place: 'safe', text: '2階の事務室の耐火金庫' },
        { place: 'responsible', text: USUAL.responsible },
      ],
    });
    expect(set.places.filter(({ own }) => own !== null)).toEqual([
      { place: 'safe', usual: USUAL.safe, own: '2階の事務室の耐火金庫' },
    ]);
    expect(await words('F15')).toContain('保管の場所は、2階の事務室の耐火金庫とします。');
    expect(await words('F15', { on: addDays(house.clock.today(), -1) })).toContain(USUAL.safe.replaceAll(/\s/g, ''));
    expect((await house.manager.send(setRegulation, { version: before.version, places: [] })).refusal).toEqual({
      kind: 'stale-version',
      version: set.version,
    });
    const again = await house.manager.ok(setRegulation, {
      version: set.version,
      places: [{ place: 'safe', text: '' }],
    });
    expect(again.places.every(({ own }) => own === null)).toBe(true);
    expect(
      (await house.manager.send(setRegulation, { version: again.version, places: [{ place: 'safe', text: '' }] }))
        .refusal,
    ).toEqual({ kind: 'nothing-to-change' });
    expect((await house.second.manager.ok(readRegulation)).version).toBe(0);
  });
});

describe('F16 夜間・停電用一覧', () => {
  it('says of everybody what lies in which pouch, what is elsewhere, and whom to call', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '夜野 一郎');
    const [card = ''] = itemIds;
    await house.aContact({ residentId, name: '夜野 花', relation: '長女', phone: '090-0000-0001' });
    await house.aContact({ residentId, name: '夜野 次郎', phone: '090-0000-0002', handOver: 'never' });
    await house.aContact({ residentId, name: '夜野 三郎', phone: '090-0000-0003', mayKnow: false, handOver: 'never' });
    await house.aContact({ residentId, name: '夜野 四郎', phone: '090-0000-0004', handOver: 'ask-manager' });
    const holder = { kind: 'staff', staffId: house.manager.staffId } as const;
    const dueBackAt = instantAt(millisecondsOf(house.clock.now()) + 3_600_000);
    const outing = { holder, purpose: 'outpatient', destination: 'よるの内科', dueBackAt } as const;
    await house.manager.ok(checkOut, { itemIds: [card], ...outing });
    const text = await words('F16');
    for (const part of [
      '夜野一郎',
      'マイナンバーカード佐藤花子（外来受診・よるの内科）',
      'マイナンバーカード（上の表）',
      '資格確認書事務室金庫ポーチ九十九番',
      '夜野花（長女）090-0000-0001',
      '夜野次郎（長男）おわたししない方',
      '夜野四郎（長男）090-0000-0004お渡しは、施設長に聞いてから',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/夜野三郎|090-0000-000[23]|undefined|null/);
  });
});

describe('F21 ポーチラベル', () => {
  it('has a label for every pouch in use, from the first that is free, with a code that tells a stranger whom to call', async () => {
    const home = house.second;
    expect(await ask(home.manager, 'F21')).toMatchObject({ status: 400 });
    const aLocker = async (pouches: number) =>
      (await home.manager.ok(addStorage, { parentId: null, kind: 'locker', label: '金庫', pouches })).storages;
    const [empty] = await aLocker(0);
    const [locker, ...pouches] = await aLocker(3);
    const inside = (place: typeof locker) => ({ sheet: '3x8' as const, from: 24, storageIds: [place?.id ?? ''] });
    const nothing = await ask(home.manager, 'F21', { labels: inside(empty) });
    expect(nothing).toMatchObject({ status: 422, refusal: { kind: 'nothing-to-print' } });
    const labels = inside(locker);
    const { resident } = await home.anItem({ storageId: pouches[1]?.id });
    const plain = await paper(home.manager, 'F21', { labels });
    expect(plain.pages.map((page) => page.match(/\d+番/g)?.length ?? page)).toEqual([1, 2]);
    expect(plain.pages.join('')).not.toMatch(new RegExp(`様式|${resident?.name ?? ''}`));
    const named = { ...labels, names: true };
    expect((await paper(home.manager, 'F21', { labels: named })).pages.join('')).toContain(resident?.name);
    expect(await ask(house.manager, 'F21', { labels })).toMatchObject({ status: 404 });
    const id = pouches[1]?.id ?? '';
    expect(labelText(id, '03-1234-5678')).toBe(`TEL 03-1234-5678 azukari:${id}`);
    expect(labelText(id, '')).toBe(`azukari:${id}`);
  });
});
