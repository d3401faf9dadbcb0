import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Today } from '../pages/today.ts';

journey(
  'the record says out, but the card lies in the safe: it is put right and goes out in one command',
  async ({ house, tablet }) => {
    const ito = await house.staff('伊藤 実', 'いとう みのる');
    const suzuki = await house.staff('鈴木 七海', 'すずき ななみ');
    const resident = await house.resident({
      name: '西村 静子',
      kana: 'にしむら しずこ',
      kinds: ['eligibility-certificate'],
    });
    const id = resident.items[0]?.id ?? '';
    await house.taken(ito, [id]);

    await tablet.signIn(suzuki, '/check-out');
    const checkOut = new CheckOut(tablet);
    await checkOut.choose(resident);
    await expect(tablet.page.getByText(/伊藤 実さんが持っています（.*\d{1,2}:\d{2}から）/)).toBeVisible();
    await expect(tablet.page.getByRole('button', { name: '持つ人を替える' })).toBeVisible();
    await tablet.page.getByRole('button', { name: 'いま金庫にあります' }).click();
    await checkOut.submit(1).click();
    await tablet.says('出しました');
    await expect(new Today(tablet).rowOf(resident.name)).toContainText('鈴木 七海さん');

    const movements = await house.movements(id);
    expect(movements.map(({ type }) => type)).toEqual([
      'item.taken-in',
      'item.checked-out',
      'item.found',
      'item.checked-out',
    ]);
    expect(movements[2]?.command).toBe(movements[3]?.command);
    expect(movements[3]?.actor.name).toBe(suzuki.name);
  },
);
