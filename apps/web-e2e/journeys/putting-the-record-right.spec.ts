import { expect, journey } from '../house/journey.ts';
import { findByKana } from '../pages/finder.ts';
import { Ledger } from '../pages/ledger.ts';

journey('what was forgotten is entered later: both times stand in the record', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 楓', 'すずき かえで');
  const resident = house.settled.find(({ name }) => name === '中島 正一');
  if (!resident) throw new Error('nobody lives here');
  const { page } = tablet;
  await tablet.signIn(suzuki, '/late-entry');
  await findByKana(page, resident);
  await page.getByRole('checkbox', { name: '介護保険証' }).check();
  await page.getByLabel('出した時', { exact: false }).first().fill(house.today());
  await page.getByLabel('出した時刻').fill('08:10');
  await page.getByLabel('もどした時', { exact: false }).first().fill(house.today());
  await page.getByLabel('もどした時刻').fill('09:20');
  await page.getByRole('textbox', { name: '紙の控えの番号' }).fill('F3-000042');
  await page.getByRole('button', { name: '1点をあとから記録する' }).click();
  await tablet.says('記録しました');
  const told = new Ledger(tablet).entries.filter({ hasText: resident.name }).filter({ hasText: 'あとから記録' });
  await expect(told).toHaveCount(2);
  await expect(told.filter({ hasText: '出しました' })).toContainText('08:10');
  await expect(told.filter({ hasText: '出しました' })).toContainText(/記録は\d{2}:\d{2}/);

  const [, out, back] = await house.movements(resident.items[0]?.id ?? '');
  expect([out?.type, back?.type]).toEqual(['item.checked-out', 'item.checked-in']);
  expect(out?.occurredAt).toBe(new Date(`${house.today()}T08:10:00+09:00`).toISOString());
  expect(back?.occurredAt).toBe(new Date(`${house.today()}T09:20:00+09:00`).toISOString());
  expect(out?.command).toBe(back?.command);
  expect(Date.parse(out?.recordedAt ?? '')).toBeGreaterThan(Date.parse(back?.occurredAt ?? ''));
  expect(out?.facts['sheet']).toBe('F3-000042');
});

journey(
  'a wrong destination is amended: the first entry stays, and both are read together',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 蘭', 'すずき らん');
    const resident = await house.resident({
      name: '山下 綾',
      kana: 'やました あや',
      kinds: ['eligibility-certificate'],
    });
    const id = resident.items[0]?.id ?? '';
    await house.taken(suzuki, [id], 'みなと眼科');
    const { page } = tablet;
    await tablet.signIn(house.manager, '/ledger');
    const entry = new Ledger(tablet).entries
      .filter({ hasText: resident.name })
      .filter({ hasText: 'みなと眼科' })
      .first();
    await entry.getByRole('button', { name: /^くわしく見る/ }).click();
    await entry.getByRole('button', { name: '訂正' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: '行き先' }).check();
    await dialog.getByRole('textbox', { name: '行き先' }).fill('みなと整形外科');
    await dialog.getByRole('textbox', { name: '説明' }).fill('受診先を書きまちがえました');
    await dialog.getByRole('button', { name: '訂正を記録する' }).click();
    await tablet.says('記録しました');
    await expect(entry).toContainText('みなと眼科');
    await expect(entry).toContainText('みなと整形外科');

    const [, out, amended] = await house.movements(id);
    expect(out?.private['destination']).toBe('みなと眼科');
    expect(amended?.type).toBe('entry.amended');
    expect(amended?.corrects).toBe(out?.seq);
    expect(out?.correctedBy).toEqual([{ seq: amended?.seq, type: 'entry.amended' }]);
  },
);

journey('a card cannot be found, and then it is: nobody is blamed', async ({ house, tablet }) => {
  const kobayashi = await house.staff('小林 桃子', 'こばやし ももこ', null);
  const resident = await house.resident({ name: '森 武', kana: 'もり たけし', kinds: ['care-insurance-card'] });
  const { page } = tablet;
  await tablet.signIn(kobayashi, '/searching');
  await page.getByRole('button', { name: 'さがし始める' }).click();
  await findByKana(page, resident);
  await page.getByRole('checkbox', { name: '介護保険証' }).check();
  await page.getByRole('button', { name: 'さがし始める' }).click();
  await tablet.says('さがし始めました');
  await tablet.goTo('今日');
  const missing = page
    .getByRole('region', { name: 'さがしています' })
    .getByRole('listitem')
    .filter({ hasText: resident.name });
  await missing.getByRole('button', { name: '見つかりました' }).click();
  await tablet.says('見つかりました');
  await expect(missing).toHaveCount(0);
  expect(await house.types(resident.items[0]?.id ?? '')).toEqual([
    'item.taken-in',
    'item.search-started',
    'item.found',
  ]);
});
