import { expect, journey } from '../house/journey.ts';

journey('a half-filled form is not lost by a link or by going back: it asks once', async ({ house, tablet }) => {
  const { page } = tablet;
  await tablet.signIn(house.manager, '/residents');
  await page.getByRole('main').getByRole('link', { name: '新しい利用者' }).click();
  const name = page.getByRole('textbox', { name: /^名前/ });
  await expect(name).toBeVisible();
  // Nothing was entered: nothing is asked.
  await tablet.goTo('今日');
  await expect(page.getByRole('region', { name: '外に出ているもの' })).toBeVisible();
  await page.goBack();
  await name.fill('半分 かけ');
  await tablet.goTo('今日');
  const asking = page.getByRole('dialog', { name: 'まだ記録していません' });
  await asking.getByRole('button', { name: '入力を続ける' }).click();
  await expect(asking).toBeHidden();
  await expect(name).toHaveValue('半分 かけ');
  await page.goBack();
  await asking.getByRole('button', { name: '離れる' }).click();
  await expect(page).toHaveURL(/\/residents$/);
});
