import { addStorage, takeIn } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import type { House } from '../house/house.ts';

/** A locker of its own with two pouches, and a 介護保険証 in the first. */
async function locker(house: House, label: string, resident: { readonly name: string; readonly kana: string }) {
  const { storages } = await house.manager.does(addStorage, { parentId: null, kind: 'locker', label, pouches: 2 });
  const { id: residentId, agreementId } = await house.resident({ ...resident, kinds: [] });
  const { item } = await house.manager.does(takeIn, {
    residentId,
    agreementId: agreementId ?? '',
    kind: 'care-insurance-card',
    storageId: storages.find(({ kind }) => kind === 'pouch')?.id ?? null,
    printedExpiresOn: '2031-07-31',
  });
  return item;
}

journey('a drawer is counted by scanning a pouch and pressing what is in it', async ({ house, tablet }) => {
  const { page } = tablet;
  await locker(house, '東棟のロッカー', { name: '石川 ツル', kana: 'いしかわ つる' });
  await tablet.signIn(await house.staff('小林 亮', 'こばやし りょう'), '/counts');
  await page.getByRole('button', { name: '東棟のロッカー 数える' }).click();

  await page.getByRole('textbox', { name: 'ポーチの番号' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1番にあるもの' })).toBeVisible();
  await expect(page.getByText('石川 ツル')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '介護保険証' }).check();
  await page.getByRole('button', { name: '数え終わりました' }).click();
  await expect(page.getByText('点検が終わりました')).toBeVisible();
  await expect(page.getByText('ちがいはありません')).toBeVisible();
});

journey(
  'a card that is not there is answered for, and a second person looks as well',
  async ({ house, tablet, another }) => {
    const { page } = tablet;
    const card = await locker(house, '西棟のロッカー', { name: '山口 サダ', kana: 'やまぐち さだ' });
    await tablet.signIn(await house.staff('加藤 学', 'かとう まなぶ'), '/counts');
    await page.getByRole('button', { name: '西棟のロッカー 数える' }).click();
    await page.getByRole('button', { name: '何もないことを記録する' }).click();
    await page.getByRole('button', { name: 'この数で終える' }).click();

    await expect(page.getByRole('heading', { name: 'ない：介護保険証（西棟のロッカー 1番）' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '最近の動き' })).toBeVisible();
    await page.getByRole('radio', { name: '受診先にある' }).check();
    await page.getByRole('button', { name: '答えを記録する' }).click();
    await page.getByRole('button', { name: '点検を終える' }).click();
    await expect(page.getByText('もう一人の確認を待っています')).toBeVisible();
    expect(await house.types(card.id)).toEqual(['item.taken-in', 'item.checked-out']);

    const other = await another();
    await other.signIn(await house.staff('松本 愛', 'まつもと あい'), '/counts');
    const waiting = other.page.getByRole('region', { name: 'もう一人の確認待ち' });
    await expect(waiting.getByText('西棟のロッカー')).toBeVisible();
    await waiting.getByRole('button', { name: '確かめました' }).click();
    await expect(waiting).toHaveCount(0);
  },
);
