import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Today } from '../pages/today.ts';

journey('two residents go on one outing, and not everything comes back at once', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 六郎', 'すずき ろくろう');
  const kinds = ['eligibility-certificate', 'medication-notebook'] as const;
  const first = await house.resident({ name: '千葉 和子', kana: 'ちば かずこ', kinds });
  const second = await house.resident({ name: '土屋 茂', kana: 'つちや しげる', kinds });
  await tablet.signIn(suzuki, '/check-out');
  const checkOut = new CheckOut(tablet);
  await checkOut.choose(first);
  await expect(checkOut.submit(2)).toBeEnabled();
  await tablet.page.getByRole('button', { name: 'もう一人' }).click();
  await checkOut.choose(second);
  await checkOut.destination.fill('みなと整形外科');
  await checkOut.submit(4).click();
  const last = await tablet.says('出しました');
  const today = new Today(tablet);
  await expect(today.rowOf(first.name)).toContainText('みなと整形外科');
  await expect(today.rowOf(second.name)).toContainText('みなと整形外科');

  await tablet.goTo('もどす');
  const group = tablet.page.getByRole('main').getByRole('listitem').filter({ hasText: first.name });
  const notebook = group.getByRole('listitem').filter({ hasText: 'お薬手帳' });
  await notebook.getByRole('button', { name: 'もどす', exact: true }).click();
  await tablet.says('もどしました');
  await expect(group.getByRole('listitem')).toHaveCount(1);
  await expect(group).toContainText('資格確認書');

  const [card, book] = first.items;
  expect(await house.types(book?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out', 'item.checked-in']);
  expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
  const out = await Promise.all(
    [...first.items, ...second.items].map(async ({ id }) => (await house.movements(id))[1]),
  );
  expect(new Set(out.map((entry) => entry?.command)).size, 'one command for the whole outing').toBe(1);
  expect(Math.max(...out.map((entry) => entry?.seq ?? 0))).toBe(last);
});
