import {
  addContact,
  changeFacility,
  checkIn,
  checkOut,
  handOver,
  leaveResident,
  listEntries,
  listReminders,
} from '@azukari/contract';
import { addDays, addMonths, dayInTokyo, tokyoTime } from '@azukari/domain';
import type { BodyOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { aLetterTask } from '../testing/letter-task.ts';
import { ask, householdOf, paper } from './testing/households.ts';
import type { Asked } from './testing/households.ts';

describe('papers to families', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ env: { AZUKARI_SMTP: 'smtp://127.0.0.1:1' } });
    await house.manager.ok(changeFacility, { version: 1, phone: '0470-00-1234' });
    await house.second.manager.ok(changeFacility, { version: 1, phone: '0470-00-5678' });
  });
  afterAll(() => house.close());

  const words = async (form: string, asked: Asked, home: Home = house): Promise<readonly string[]> =>
    (await paper(home.manager, form, asked)).pages.map((page) => page.replaceAll(/\s/g, ''));
  const aContact = (residentId: string, given: Partial<BodyOf<typeof addContact>> = {}, home: Home = house) =>
    home.manager.ok(addContact, {
      residentId,
      order: 1,
      name: '髙﨑 健',
      kana: 'たかさき けん',
      relation: '長男',
      capacity: 'family',
      phone: '0470-00-9999',
      email: '',
      address: '〒298-0000 千葉県いすみ市国府台5678番地',
      language: 'ja',
      handOver: 'allowed',
      mayKnow: true,
      note: null,
      ...given,
    });
  const anOuting = async (itemIds: string[]): Promise<void> => {
    const holder = { kind: 'staff', staffId: house.manager.staffId } as const;
    const dueBackAt = tokyoTime(addDays(house.clock.today(), 1), '12:00');
    await house.manager.ok(checkOut, {
      itemIds,
      purpose: 'outpatient',
      destination: 'ひみつ医院',
      holder,
      dueBackAt,
      note: null,
    });
  };

  it('F7 tells what is kept, what went out and came back by day and purpose, and what ends', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '髙﨑 ミツ', [
      'my-number-card',
      'eligibility-certificate',
      'patient-card',
    ]);
    await aContact(residentId, { order: 2, name: '里見 二郎' });
    await aContact(residentId);
    await aContact(residentId, { order: 3, name: '疎遠 太郎', handOver: 'never', mayKnow: true });
    await anOuting(itemIds.slice(0, 2));
    await house.manager.ok(checkIn, { itemIds: itemIds.slice(0, 1), condition: 'good' });
    const pages = await words('F7', { residentIds: [residentId] });
    const text = pages.join('');
    for (const part of [
      'お預かり品のご報告',
      '髙﨑健様',
      '国府台5678番地',
      '髙﨑ミツ様のお預かり品について',
      'マイナンバーカード2026年12月10日(木)・令和8年12月10日',
      'お預かりした',
      '外来受診',
      '外にあります',
      'これからの期限',
      'カードの有効期限',
      '内容を確かめました',
      '暗証番号をお尋ねすることはありません',
    ])
      expect(text).toContain(part);
    // Neither who carried it nor where to, nobody else's name, no place in the safe.
    for (const secret of ['ひみつ医院', '里見二郎', '疎遠', '九十九', '事務室金庫']) expect(text).not.toContain(secret);
  });

  it('F7 is asked for three months after it was printed for everybody, not for one family', async () => {
    const reports = async () => (await house.manager.ok(listReminders)).familyReports;
    const before = await reports();
    const one = await householdOf(house, house, '里見 一', ['patient-card']);
    await aContact(one.residentId);
    await paper(house.manager, 'F7', { residentIds: [one.residentId] });
    expect(await reports()).toEqual(before);
    const other = await householdOf(house, house, '里見 二', ['patient-card']);
    await aContact(other.residentId);
    await paper(house.manager, 'F7');
    const [{ recordedAt } = { recordedAt: '' }] = (
      await house.manager.ok(listEntries, undefined, { type: 'form.issued', limit: 1 })
    ).entries;
    const lastOn = dayInTokyo(recordedAt);
    expect(await reports()).toEqual({ lastOn, dueOn: addMonths(lastOn, 3) });
    const { second } = house;
    const lastThere = async () => (await second.manager.ok(listReminders)).familyReports.lastOn;
    expect(await lastThere()).toBeNull();
    // For the only one of whom something is kept it is for everybody, also when another comes later.
    const only = await householdOf(house, second, '里見 三', ['patient-card']);
    await paper(second.manager, 'F7', { residentIds: [only.residentId] });
    expect(await lastThere()).toBe(lastOn);
    house.clock.setOffset(60_000);
    await householdOf(house, second, '里見 四', ['patient-card']);
    expect(await lastThere()).toBe(lastOn);
  });

  it('F20 is asked for where somebody is told by mail, until it was printed since they were entered', async () => {
    const due = async (home: Home = house) =>
      (await home.manager.ok(listReminders)).guidesDue.map(({ contact, resident }) => [contact.name, resident.name]);
    const before = await due();
    const by = { email: 'shirai@example.jp', notices: 'mail' } as const;
    const one = await householdOf(house, house, '白井 一', ['patient-card']);
    const other = await householdOf(house, house, '白井 二', ['patient-card']);
    const nothingKept = await householdOf(house, house, '白井 三', []);
    await aContact(one.residentId, { ...by, name: '白井 良子' });
    await aContact(one.residentId, { name: '白井 文', order: 2 });
    await aContact(one.residentId, { ...by, name: '白井 遠', order: 3, handOver: 'never' });
    await aContact(one.residentId, { ...by, name: '白井 秘', order: 4, mayKnow: false });
    await aContact(other.residentId, { ...by, name: '白井 次郎' });
    await aContact(nothingKept.residentId, { ...by, name: '白井 無' });
    const hers = ['白井 良子', '白井 一'];
    const his = ['白井 次郎', '白井 二'];
    expect((await due()).toSorted()).toEqual([...before, hers, his].toSorted());
    expect(await due(house.second)).toEqual([]);
    await paper(house.manager, 'F20', { residentIds: [one.residentId] });
    expect((await due()).toSorted()).toEqual([...before, his].toSorted());
    await aContact(one.residentId, { ...by, name: '白井 新', order: 5 });
    expect(await due()).toContainEqual(['白井 新', '白井 一']);
    await paper(house.manager, 'F20');
    expect(await due()).toEqual([]);
  });

  it('F7 is of its period, and of nobody else', async () => {
    const [one, other] = [
      await householdOf(house, house, '里見 ナミ', ['patient-card']),
      await householdOf(house, house),
    ];
    const text = (await words('F7', { residentIds: [one.residentId], from: '2020-01-01', to: '2020-03-31' })).join('');
    expect(text).toContain('2020年1月1日(水)から2020年3月31日(火)まで');
    expect(text).toContain('出し入れはありませんでした');
    expect(text).toContain('診察券');
    expect(text).not.toContain('マイナンバーカード');
    expect(text).toContain('ご家族様');
    const both = await words('F7', { residentIds: [one.residentId, other.residentId] });
    expect(both.filter((page) => page.includes('1/1ページ'))).toHaveLength(2);
    expect((await ask(house.manager, 'F7', { from: '2026-02-02', to: '2026-02-01' })).status).toBe(400);
    expect((await ask(house.manager, 'F7', { from: '2020-01-01', to: '2026-01-01' })).status).toBe(400);
  });

  it('F7 says of what was given back that it was, and keeps it no longer', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '返田 ナカ', ['patient-card']);
    await house.manager.ok(handOver, {
      itemIds,
      disposition: 'returned',
      receiver: { relation: 'family', name: '返田 健' },
    });
    const text = (await words('F7', { residentIds: [residentId] })).join('');
    expect(text).toContain('お預かりしているものはありません');
    expect(text).toContain('お返しした');
  });

  it('F7 also in large print and in the language of the reader, or another that is asked for', async () => {
    const { residentId } = await householdOf(house, house, '大文字 シゲ');
    await aContact(residentId, { language: 'ja-easy' });
    const easy = (await words('F7', { residentIds: [residentId] })).join('');
    expect(easy).toContain('いま預かっているもの');
    expect(easy).toContain('しかくかくにんしょ');
    const english = (await words('F7', { residentIds: [residentId], language: 'en' })).join('');
    expect(english).toContain('Reportonwhatwekeep');
    const plain = await words('F7', { residentIds: [residentId], language: 'ja' });
    const large = await words('F7', { residentIds: [residentId], language: 'ja', largePrint: true });
    expect(large.length).toBeGreaterThan(plain.length);
  });

  it('F8 is of a notice that waits to be printed, with the code of its answer', async () => {
    const { residentId, itemIds } = await householdOf(house, house, '手紙 フミ');
    const { id: contactId } = await aContact(residentId, { language: 'ja' });
    const told = { facilityId: house.facilityId, residentId, itemId: itemIds[0]!, contactId };
    const noticeId = await aLetterTask(house, told);
    const asked = { noticeIds: [noticeId] };
    await house.manager.ok(changeFacility, { version: 2, phone: '' });
    expect((await ask(house.manager, 'F8', asked)).body).toMatchObject({
      refusal: { kind: 'letter-incomplete', missing: 'phone' },
    });
    await house.manager.ok(changeFacility, { version: 3, phone: '0470-00-1234' });
    const text = (await words('F8', asked)).join('');
    for (const part of [
      '髙﨑健様',
      '手紙フミ様',
      'マイナンバーカード',
      '電子証明書の有効期限',
      '返事の番号R7K2',
      '0470-00-1234',
    ])
      expect(text).toContain(part);
    const [entry] = (await house.manager.ok(listEntries, undefined, { type: 'form.issued' })).entries;
    expect(entry).toMatchObject({ facts: { form: 'F8', copies: 1 }, resident: { id: residentId } });
    // A letter that is not true is called back as soon as the machinery looks; the first was.
    await aLetterTask(house, told);
    expect((await words('F8', {})).join('')).toContain('手紙フミ様');
    expect((await ask(house.second.manager, 'F8', asked)).status).toBe(404);
    expect((await ask(house.second.manager, 'F8', {})).refusal).toEqual({ kind: 'nothing-to-print' });
  });

  it('F20 goes to everybody who may be told, and says what is real and what is never asked', async () => {
    const { residentId } = await householdOf(house, house, '案内 ヨシ');
    await aContact(residentId);
    await aContact(residentId, { order: 2, name: '里見 二郎', language: 'en' });
    await aContact(residentId, { order: 3, name: '知らせない 三郎', mayKnow: false });
    await aContact(residentId, { order: 4, name: '疎遠 太郎', handOver: 'never' });
    const [first = '', second = '', ...others] = await words('F20', { residentIds: [residentId] });
    expect(others).toEqual([]);
    for (const part of [
      '髙﨑健様',
      'お預かり品の期限のお知らせ」です',
      '期限の90日・60日・30日・7日前と当日に',
      '暗証番号をお尋ねすることはありません',
      '契約書にある施設の番号',
      'ご家族の操作は不要です',
    ])
      expect(first).toContain(part);
    expect(second).toContain('里見二郎様');
    expect(second).toContain('WeneveraskforaPIN');
    const [entry] = (await house.manager.ok(listEntries, undefined, { type: 'form.issued' })).entries;
    expect(entry).toMatchObject({ facts: { form: 'F20', copies: 2 }, resident: { id: residentId } });
  });

  it('without names F20 is for all who live here; who left is asked for by name; others do not exist', async () => {
    const home = house.second;
    const { residentId } = await householdOf(house, home, '隣家 ハナ', []);
    const { residentId: gone } = await householdOf(house, home, '退所 イネ', []);
    await aContact(residentId, { name: '隣家 一' }, home);
    await aContact(gone, { name: '退所 二' }, home);
    await home.manager.ok(
      leaveResident,
      { version: 1, on: house.clock.today(), reason: 'moved' },
      {
        id: gone,
      },
    );
    const text = (await words('F20', {}, home)).join('');
    expect(text).toContain('隣家一様');
    expect(text).not.toContain('退所二様');
    expect((await words('F20', { residentIds: [gone] }, home)).join('')).toContain('退所二様');
    for (const form of ['F7', 'F20'])
      expect((await ask(house.manager, form, { residentIds: [residentId] })).status).toBe(404);
  });
});
