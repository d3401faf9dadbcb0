import { readItem } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Today } from '../pages/today.ts';

journey(
  'the wrong card: what was just taken out is put back from the note, and both stand in the record',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 一歩', 'すずき いっぽ');
    const resident = await house.resident({
      name: '間違 えみ',
      kana: 'まちがい えみ',
      kinds: ['eligibility-certificate'],
    });
    const checkOut = new CheckOut(tablet);
    await tablet.signIn(suzuki, '/check-out');
    await checkOut.choose(resident);
    await expect(checkOut.whoUntil).toContainText('鈴木 一歩さん・');
    await expect(checkOut.whoUntil).toContainText('まで');
    await expect(checkOut.whoUntil).toBeInViewport({ ratio: 1 });
    await checkOut.whoUntil.click();
    await expect(checkOut.holder).toBeFocused();
    await checkOut.submit(1).click();
    await tablet.note.getByRole('button', { name: 'やっぱりもどす' }).click();
    const seq = await tablet.says('もどしました');
    await expect(new Today(tablet).rowOf(resident.name)).toHaveCount(0);

    const itemId = resident.items[0]?.id ?? '';
    const movements = await house.movements(itemId);
    expect(movements.map(({ type }) => type)).toEqual(['item.taken-in', 'item.checked-out', 'item.checked-in']);
    expect(movements.at(-1)?.seq).toBe(seq);
  },
);

journey(
  'a もどす of the wrong row: a leader cancels it from the note, and the card is out again',
  async ({ house, tablet }) => {
    const resident = await house.resident({ name: '取消 けい', kana: 'とりけし けい', kinds: ['care-insurance-card'] });
    const itemId = resident.items[0]?.id ?? '';
    await house.taken(house.manager, [itemId]);
    await tablet.signIn(house.manager);
    await new Today(tablet).putBack(resident.name, 1);
    await tablet.note.getByRole('button', { name: '取り消す' }).click();
    await tablet.says('取り消しました');
    await expect(new Today(tablet).rowOf(resident.name)).toContainText('介護保険証');
    expect((await house.manager.asks(readItem, {}, { id: itemId })).custody).toMatchObject({ at: 'out' });
  },
);
