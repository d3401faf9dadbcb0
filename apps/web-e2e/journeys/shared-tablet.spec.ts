import { addTablet, readBoard } from '@azukari/contract';
import { expect, journey, type Person } from '../house/journey.ts';
import type { House } from '../house/house.ts';
import type { Tablet } from '../pages/tablet.ts';

/** So soon somebody else has the tablet, typing included. */
const CHANGE_WITHIN_MS = 5_000;

journey(
  'two people change by their names, and what is being written waits for its own person',
  async ({ house, tablet }, info) => {
    const [first, second] = [
      await house.staff('柏木 ひな', 'かしわぎ ひな'),
      await house.staff('柏木 まお', 'かしわぎ まお'),
    ];
    await tablet.page.clock.install();
    await enrol(house, tablet, '1階のつくえ');
    await pressName(tablet, first);
    await expect(tablet.banner.getByText(first.name)).toBeVisible();

    const began = Date.now();
    await tablet.page.getByRole('button', { name: '交代' }).click();
    await pressName(tablet, second);
    await expect(tablet.banner.getByText(second.name)).toBeVisible({ timeout: CHANGE_WITHIN_MS });
    info.annotations.push({ type: 'change of person', description: `${String(Date.now() - began)} ms` });

    await tablet.open('/late-entry');
    const search = tablet.page.getByRole('main').getByRole('searchbox');
    await search.fill('かきかけ');
    const blank = tablet.page.getByRole('heading', { level: 1, name: '画面を消しました' });
    await tablet.page.clock.fastForward('03:01');
    await expect(blank).toBeVisible();
    await expect(search).toBeHidden();
    await expect(tablet.banner).toBeHidden();
    await tablet.page.getByRole('textbox', { name: 'パスワード' }).fill(second.password);
    await tablet.page.getByRole('button', { name: 'サインインする' }).click();
    await expect(blank).toBeHidden();
    await expect(search).toHaveValue('かきかけ');

    await tablet.page.clock.fastForward('03:01');
    await expect(blank).toBeVisible();
    await tablet.page.getByRole('button', { name: '名前をえらびなおす' }).click();
    await pressName(tablet, first);
    await expect(tablet.banner.getByText(first.name)).toBeVisible();
    await expect(tablet.page).toHaveURL(/\/today$/);
  },
);

journey('at night a card goes along with an ambulance although nobody signs in', async ({ house, tablet }) => {
  const night = await house.staff('柏木 よる', 'かしわぎ よる', null);
  const resident = await house.resident({ name: '霧島 みつ', kana: 'きりしま みつ' });
  await enrol(house, tablet, '夜の金庫よこ');
  const { page } = tablet;
  await page.getByRole('button', { name: '救急' }).click();
  await chooseName(tablet, night);
  await page.getByRole('searchbox').fill('きりしま');
  await page.getByRole('button', { name: resident.name }).click();
  await page.getByRole('button', { name: '救急で出す' }).click();
  await expect(page.getByRole('heading', { name: 'これを持って行ってください' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '介護保険証' })).toBeVisible();
  await page.getByRole('button', { name: 'とじる' }).click();
  await expect(page.getByRole('heading', { name: 'どなたですか' })).toBeVisible();

  const [, out] = await house.movements(resident.items[0]?.id ?? '');
  expect(out).toMatchObject({ type: 'item.checked-out', facts: { purpose: 'emergency' } });
  const { toReview } = await house.manager.asks(readBoard);
  expect(toReview.find(({ item }) => item.id === resident.items[0]?.id)).toMatchObject({
    by: night.name,
    unsigned: true,
  });
});

/** enrol makes this browser a shared tablet, as somebody with the code in hand does. */
async function enrol(house: House, tablet: Tablet, name: string): Promise<void> {
  const { code } = await house.manager.does(addTablet, { name });
  await tablet.open('/enrol');
  await tablet.page.getByRole('textbox', { name: '登録のコード' }).fill(code ?? '');
  await tablet.page.getByRole('button', { name: '登録する' }).click();
  await expect(tablet.page.getByRole('heading', { name: 'どなたですか' })).toBeVisible();
}

async function chooseName(tablet: Tablet, person: Person): Promise<void> {
  await tablet.page.getByRole('button', { name: 'か', exact: true }).click();
  await tablet.page.getByRole('button', { name: person.name }).click();
}

async function pressName(tablet: Tablet, person: Person): Promise<void> {
  await chooseName(tablet, person);
  await tablet.page.getByRole('textbox', { name: 'パスワード' }).fill(person.password);
  await tablet.page.getByRole('button', { name: 'サインインする' }).click();
}
