import { holdTemporarily, readItem, startSearch } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { findByKana } from '../pages/finder.ts';

journey('a card was found: 今日 leads to where its owner is written down', async ({ house, tablet }) => {
  const kobayashi = await house.staff('小林 桜子', 'こばやし さくらこ', null);
  const resident = await house.resident({ name: '岡田 トキ', kana: 'おかだ とき', kinds: [] });
  const { item } = await house.manager.does(holdTemporarily, {
    residentId: null,
    kind: 'other',
    label: '廊下で見つけた封筒',
    reason: 'found',
    storageId: null,
  });
  const { page } = tablet;
  await tablet.signIn(kobayashi);
  const held = page
    .getByRole('region', { name: '一時保管' })
    .getByRole('listitem')
    .filter({ hasText: '廊下で見つけた' });
  await expect(held).toContainText('持ち主がまだ分からないもの');
  await held.getByRole('link', { name: '持ち主が分かりました' }).click();
  await page.getByRole('button', { name: /^持ち主が分かりました.*廊下で見つけた封筒/ }).click();
  const dialog = page.getByRole('dialog');
  await findByKana(page, resident, dialog);
  await dialog.getByRole('button', { name: `${resident.name} さんのものと記録する` }).click();
  await tablet.says('記録しました');
  await page.getByRole('link', { name: 'その方のページへ' }).click();
  await expect(page.getByRole('main')).toContainText('廊下で見つけた封筒');
  expect((await house.manager.asks(readItem, {}, { id: item.id })).resident?.id).toBe(resident.id);
});

journey('it was searched for and is lost: a leader says so, with what is known', async ({ house, tablet }) => {
  const resident = await house.resident({ name: '大西 キク', kana: 'おおにし きく', kinds: ['my-number-card'] });
  const id = resident.items[0]?.id ?? '';
  await house.manager.does(startSearch, { itemIds: [id] });
  const { page } = tablet;
  await tablet.signIn(house.manager, '/searching');
  const card = page.locator('az-missing-item').filter({ hasText: resident.name });
  await card.getByRole('button', { name: '紛失として報告' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('0120-95-0178');
  await dialog.getByRole('textbox', { name: '分かっていること' }).fill('受診の帰りの車も見ました');
  await dialog.getByRole('button', { name: '紛失として報告する' }).click();
  await tablet.says('記録しました');
  await expect(card).toContainText('紛失');
  await expect(card.getByRole('button', { name: '紛失として報告' })).toHaveCount(0);
  await expect(card.getByRole('button', { name: '見つかりました' })).toBeVisible();
  expect(await house.types(id)).toEqual(['item.taken-in', 'item.search-started', 'item.reported-missing']);
});
