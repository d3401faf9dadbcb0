import { expect, journey } from '../house/journey.ts';

journey('図で見る: a manager sees who has what today, and the way of one card', async ({ house, tablet }) => {
  const staff = await house.staff('絵野 具子', 'えの ともこ');
  const resident = await house.resident({ name: '図師 ミル', kana: 'ずし みる', kinds: ['care-insurance-card'] });
  const itemIds = resident.items.map(({ id }) => id);
  await house.taken(staff, itemIds);
  await tablet.signIn(house.manager, '/ledger');
  const { page } = tablet;
  await page.getByRole('link', { name: '図で見る', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '図で見る' })).toBeVisible();
  await page.getByRole('link', { name: '一日の動き' }).click();

  const lane = page.getByRole('button', { name: /絵野 具子さん：1件/ });
  await lane.focus();
  await page.keyboard.press('ArrowRight');
  const detail = page.locator('az-lane-chart .detail');
  await expect(detail).toContainText(resident.name);
  await page.getByRole('button', { name: '表で見る' }).click();
  const row = page.getByRole('row').filter({ hasText: resident.name });
  await expect(row).toContainText('絵野 具子さん');
  await expect(row).toContainText('介護保険証');

  await detail.getByRole('link', { name: '記録簿で見る' }).click();
  await page.getByRole('link', { name: '図で見る', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '介護保険証' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^金庫：/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^絵野 具子さん：/ })).toBeVisible();
});
