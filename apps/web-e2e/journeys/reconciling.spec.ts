import { listEntries, readReconciliations } from '@azukari/contract';
import { expect, journey as anyJourney } from '../house/journey.ts';
import { House } from '../house/house.ts';

/** In this house a month is over. */
const journey = anyJourney.extend<object, { readonly house: House }>({
  house: [
    async ({}, use) => {
      const house = await House.open({ AZUKARI_DEMO_DAYS: '40' });
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const SETTLED = ['2', '3', '4', '5'];

journey('a month is reconciled by two people, each with her own sign-in', async ({ house, tablet, another }) => {
  const { page } = tablet;
  await tablet.signIn(house.manager, '/today');
  const line = page.locator('az-reconciliation-line');
  await expect(line).toContainText('分の照合　まだ');
  await line.getByRole('link', { name: '毎月の照合を開く' }).click();
  const { months } = await house.manager.asks(readReconciliations);
  const month = page.getByRole('listitem').filter({ hasText: monthWords(months.at(-1)?.month ?? '') });
  await month.getByRole('button', { name: /始める$/ }).click();

  await page.getByRole('button', { name: '金庫 数える', exact: true }).click();
  await page.getByRole('button', { name: '何もないことを記録する' }).click();
  await page.getByRole('button', { name: 'この数で終える' }).click();
  await page.getByRole('link', { name: '照合へもどる' }).click();
  await expect(page.getByRole('button', { name: 'ぜんぶ数えました' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: '金庫 2段目 数える' }).click();
  for (const pouch of SETTLED.slice(1)) {
    await page.getByRole('textbox', { name: 'ポーチの番号' }).fill(pouch);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: `${pouch}番にあるもの` })).toBeVisible();
    await page.getByRole('checkbox', { name: '介護保険証' }).check();
  }
  await page.getByRole('button', { name: '数え終わりました' }).click();
  await expect(page.getByRole('heading', { name: 'ない：介護保険証（金庫 2段目 2番）' })).toBeVisible();
  await page.getByRole('radio', { name: 'その場にあった' }).check();
  await page.getByRole('button', { name: '答えを記録する' }).click();
  await page.getByRole('button', { name: '点検を終える' }).click();
  await page.getByRole('link', { name: '照合へもどる' }).click();
  await page.getByRole('button', { name: 'ぜんぶ数えました' }).click();
  await expect(page.getByText('記録 4点・見たもの 3点・ちがい 1件')).toBeVisible();
  await expect(page.getByText('別の方に、ご自分のサインインで確かめてもらってください')).toBeVisible();
  await expect(page.getByRole('button', { name: '確かめて終える' })).toHaveCount(0);

  const other = await another();
  await other.signIn(await house.staff('髙﨑 𠮷右衛門之助', 'たかさき きちえもんのすけ'), '/counts/months');
  await other.page.getByRole('link', { name: /確かめる$/ }).click();
  await expect(other.page.getByText('ない：介護保険証（金庫 2段目 2番）')).toBeVisible();
  const [sheet] = await Promise.all([
    other.page.waitForResponse((response) => response.url().endsWith('/api/forms/F6') && response.ok()),
    other.page.getByRole('button', { name: '月次点検表（F6）' }).click(),
  ]);
  expect(sheet.headers()['content-type']).toBe('application/pdf');
  await other.page.getByRole('button', { name: '確かめて終える' }).click();
  await expect(other.page.getByText('照合が終わりました')).toBeVisible();
  await expect(other.page.getByText('確かめた人 髙﨑 𠮷右衛門之助さん')).toBeVisible();
  const { entries } = await house.manager.asks(listEntries, { type: 'reconciliation.closed' });
  expect(entries).toHaveLength(1);
});

/** `2026-10` as the screen says it. */
function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${String(year)}年${String(number)}月分`;
}
