import { expect, journey } from '../house/journey.ts';
import { tapsOf } from '../house/taps.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Ledger } from '../pages/ledger.ts';
import { Today } from '../pages/today.ts';

journey('a handler takes a card out for a clinic visit and brings it back', async ({ house, tablet }, info) => {
  const suzuki = await house.staff('鈴木 直', 'すずき なお');
  const resident = await house.resident({
    name: '髙﨑 𠮷乃',
    kana: 'たかさき よしの',
    kinds: ['eligibility-certificate', 'medication-notebook'],
  });
  const checkOut = new CheckOut(tablet);
  const today = new Today(tablet);
  await tablet.signIn(suzuki);

  const toFind = await tapsOf(tablet.page, async () => {
    await tablet.goTo('出す');
    await checkOut.choose(resident);
    await expect(checkOut.submit(2)).toBeEnabled();
  });
  const toTakeOut = await tapsOf(tablet.page, async () => {
    await checkOut.submit(2).click();
    await tablet.says('出しました');
  });
  await expect(today.rowOf(resident.name)).toContainText('資格確認書');
  await expect(today.rowOf(resident.name)).toContainText('鈴木 直さん');

  const toPutBack = await tapsOf(tablet.page, async () => {
    await today.putBack(resident.name, 2);
    await tablet.says('もどしました');
  });
  await expect(today.rowOf(resident.name)).toHaveCount(0);

  expect(toTakeOut).toBeLessThanOrEqual(3);
  expect(toPutBack).toBeLessThanOrEqual(2);
  info.annotations.push({
    type: 'taps',
    description: `${String(toFind)} to find, ${String(toTakeOut)} to take out, ${String(toPutBack)} to put back`,
  });

  await tablet.goTo('記録簿');
  const ledger = new Ledger(tablet);
  await expect(ledger.entries.filter({ hasText: resident.name }).filter({ hasText: '出し' }).first()).toBeVisible();
  await expect(ledger.entries.filter({ hasText: resident.name }).filter({ hasText: 'もどし' }).first()).toBeVisible();

  for (const { id } of resident.items)
    expect(await house.types(id)).toEqual(['item.taken-in', 'item.checked-out', 'item.checked-in']);
});
