import { holdTemporarily, listAgreements, listItems } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';

journey('what was held temporarily gets its 預かり依頼書, and later the agreement ends', async ({ house, tablet }) => {
  const resident = await house.resident({ name: '村山 イト', kana: 'むらやま いと', kinds: ['care-insurance-card'] });
  const { item } = await house.manager.does(holdTemporarily, {
    residentId: resident.id,
    kind: 'my-number-card',
    reason: 'no-agreement',
    storageId: house.pouches.at(-1)?.id ?? null,
  });
  const { page } = tablet;
  await tablet.signIn(house.manager, `/residents/${resident.id}`);
  const card = page.locator('az-item-card').filter({ hasText: 'マイナンバーカード' });
  await card.getByRole('link', { name: '依頼書を作る' }).click();
  await expect(page.getByRole('checkbox', { name: 'マイナンバーカード' })).toBeChecked();
  await page.getByRole('button', { name: 'なくす心配' }).click();
  await page.getByRole('radio', { name: 'ことばで' }).check();
  await page.getByRole('button', { name: '1種類の依頼書を登録する' }).click();

  await card.getByRole('button', { name: '預かりにする' }).click();
  await card.locator('form').getByRole('button', { name: '預かりにする' }).click();
  await tablet.says('記録しました');
  await expect(card.getByText('一時保管', { exact: true })).toHaveCount(0);
  expect(await house.types(item.id)).toEqual(['item.held-temporarily', 'item.agreed']);

  const agreements = page.getByRole('region', { name: '預かり依頼書' });
  await agreements.getByRole('button', { name: '終わりにする' }).first().click();
  await agreements.getByRole('button', { name: '記録する' }).click();
  await expect(agreements.getByRole('button', { name: '終わりにする' })).toHaveCount(1);
  await expect(agreements.getByRole('article').first()).toContainText(/〜\s*\d{4}年/);
  const { agreements: all } = await house.manager.asks(listAgreements, { residentId: resident.id });
  expect(all.map(({ endedOn }) => endedOn).sort()).toEqual([house.today(), null].sort());
  const { items } = await house.manager.asks(listItems, { residentId: resident.id });
  expect(items.map(({ custody }) => custody.at)).toEqual(['stored', 'stored']);
});
