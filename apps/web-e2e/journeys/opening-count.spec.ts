import { importList } from '@azukari/contract';
import type { Page } from '@playwright/test';
import { countTaps, tapsSoFar } from '../house/taps.ts';
import type { House } from '../house/house.ts';
import { expect, journey } from '../house/journey.ts';

/** So many pouches, each with two items: what decision 0033 gives a figure for. */
const POUCHES = 75;
const MOST_TAPS = 150;
const LOCKER = '棚卸しの金庫';

/** A list of 150 items in two drawers of one locker. */
async function takeOver(house: House): Promise<void> {
  const lines = Array.from({ length: POUCHES }, (_, n) =>
    ['介護保険証', 'お薬手帳'].map((kind) => {
      const who = `棚卸 ${String(n + 1)}号`;
      return [who, 'たなおろし', 'S10.4.3', kind, LOCKER, String(1 + (n % 2)), String(n + 1)];
    }),
  ).flat();
  const titles = ['氏名', 'ふりがな', '生年月日', '種別', 'ロッカー', '段', '袋番号'];
  const columns = ['name', 'kana', 'birthDate', 'kind', 'locker', 'drawer', 'pouch'] as const;
  await house.manager.does(importList, {
    dryRun: false,
    titles,
    columns: [...columns],
    rows: lines.map((cells, n) => ({ line: n + 2, cells })),
  });
}

const drawer = (page: Page, n: number, verb: string) =>
  page.getByRole('button', { name: `${LOCKER} ${String(n)}段目 ${verb}` });

/** One tap a pouch; `not` is a pouch of which one thing is not there. */
async function goThrough(page: Page, n: number, not: number | null): Promise<void> {
  await drawer(page, n, '数える').click();
  const all = page.getByRole('button', { name: /番 ぜんぶある（2点）$/ });
  await expect(all.first()).toBeVisible();
  for (const button of await all.all()) await button.click();
  if (not !== null)
    await page.getByRole('button', { name: new RegExp(`^棚卸 ${String(not)}号 ?さん お薬手帳 ない$`) }).click();
  await expect(page.getByText('すべて見ました')).toBeVisible();
  await page.getByRole('button', { name: 'この場所を終える' }).click();
}

journey(
  'two people hold the list against two drawers, one tap a pouch, and look at each other’s',
  async ({ house, tablet, another }, info) => {
    await takeOver(house);
    const { page } = tablet;
    const other = await another();
    await countTaps(other.page.context());
    await tablet.signIn(await house.staff('浅野 圭', 'あさの けい'), '/today');
    await page.getByRole('link', { name: '棚卸しを続ける' }).click();
    await other.signIn(await house.staff('堀江 望', 'ほりえ のぞみ'), '/counts/opening');
    await Promise.all([goThrough(page, 1, 3), goThrough(other.page, 2, null)]);

    await expect(page.getByRole('heading', { name: `ない：お薬手帳（${LOCKER} 1段目 3番）` })).toBeVisible();
    await page.getByRole('radio', { name: '見つからない（さがす）' }).check();
    await page.getByRole('button', { name: '答えを記録する' }).click();
    await page.getByRole('button', { name: '点検を終える' }).click();
    await page.getByRole('link', { name: '開始時の棚卸しへもどる' }).click();
    await drawer(page, 2, '確かめました').click();
    await expect(drawer(page, 2, '確かめました')).toHaveCount(0);
    await other.page.getByRole('link', { name: '開始時の棚卸しへもどる' }).click();
    await drawer(other.page, 1, '確かめました').click();
    await expect(drawer(other.page, 1, '確かめました')).toHaveCount(0);

    const taps = (await tapsSoFar(page)) + (await tapsSoFar(other.page));
    info.annotations.push({ type: 'opening count of 150 items', description: `${String(taps)} taps` });
    expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  },
);

journey('papers that came in are entered together, each with who signed it', async ({ house, tablet }) => {
  const { page } = tablet;
  await takeOver(house);
  await tablet.signIn(house.manager, '/agreements');
  for (const n of [5, 6]) await page.getByRole('checkbox', { name: new RegExp(`^棚卸 ${String(n)}号`) }).check();
  await page.getByRole('textbox', { name: 'お預かりする理由' }).fill('受診のたびに必要なため');
  await page.getByRole('radio', { name: 'ことばで' }).check();
  await page.getByRole('button', { name: '2人の依頼書を登録する' }).click();
  await expect(page.getByRole('checkbox', { name: /^棚卸 5号/ })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /^棚卸 7号/ })).toBeVisible();
});
