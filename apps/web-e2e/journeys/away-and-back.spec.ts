import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { printed } from '../pages/papers.ts';
import { Today } from '../pages/today.ts';

journey(
  'she goes to hospital with her cards, comes back, and of each it is said where it is',
  async ({ house, tablet }) => {
    const leader = await house.staff('入江 退院', 'いりえ たいいん', 'responsible');
    const kinds = ['eligibility-certificate', 'care-insurance-card', 'medication-notebook'] as const;
    const resident = await house.resident({ name: '髙﨑 𠮷右衛門', kana: 'たかさき きちえもん', kinds });
    const { page } = tablet;
    const main = page.getByRole('main');
    await tablet.signIn(leader, `/check-out?resident=${resident.id}`);
    const checkOut = new CheckOut(tablet);
    await checkOut.purpose('入院').click();
    for (const kind of ['資格確認書', '介護保険証', 'お薬手帳']) await checkOut.item(kind).check();
    await checkOut.destination.fill('中央病院 3階東病棟');
    await checkOut.submit(3).click();
    await tablet.says('出しました');

    const row = new Today(tablet).rowOf(resident.name);
    const sheet = await printed(page, 'F18', row.getByRole('button', { name: '持出票' }));
    expect(sheet.replaceAll(/\s/g, '')).toMatch(/入院時持出票.*中央病院3階東病棟.*もの（3点）.*受領欄/s);

    await row.getByRole('link', { name: 'もどられた' }).click();
    await expect(main.getByText('まだ選んでいないものが3点あります。')).toBeVisible();
    const of = (kind: string) => main.getByRole('listitem').filter({ hasText: kind });
    await of('資格確認書').getByRole('radio', { name: 'もどす（金庫へ）' }).check();
    await of('介護保険証').getByRole('radio', { name: 'もどす（金庫へ）' }).check();
    await of('お薬手帳').getByRole('radio', { name: '先方に置いてきた' }).check();
    await main.getByRole('textbox', { name: '置いてきた所' }).fill('中央病院 地域連携室');
    await main.getByRole('button', { name: '3点を記録する' }).click();
    await tablet.says('記録しました');

    const types = await Promise.all(resident.items.map(async ({ id }) => (await house.types(id)).at(-1)));
    expect(types.sort()).toEqual(['item.changed', 'item.checked-in', 'item.checked-in']);
  },
);
