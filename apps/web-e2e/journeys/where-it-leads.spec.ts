import { addStaff } from '@azukari/contract';
import { forEverybody } from '../house/for-everybody.ts';
import { expect, journey, Person } from '../house/journey.ts';
import { cutOff } from '../house/looks.ts';

journey('もどす on a profile opens もどす at just this card', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 道子', 'すずき みちこ');
  const earlier = await house.resident({ name: '熊谷 セツ', kana: 'くまがい せつ' });
  const kinds = ['eligibility-certificate', 'care-insurance-card'] as const;
  const resident = await house.resident({ name: '黒田 ヤエ', kana: 'くろだ やえ', kinds });
  await house.taken(suzuki, [earlier.items[0]?.id ?? '']);
  await house.taken(
    suzuki,
    resident.items.map(({ id }) => id),
  );
  await tablet.signIn(suzuki, `/residents/${resident.id}`);
  const { page } = tablet;
  const card = page.locator('az-item-card').filter({ hasText: '介護保険証' });
  await card.getByRole('link', { name: 'もどす' }).click();
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first).toContainText(resident.name);
  const meant = first.locator('[aria-current="true"]');
  await expect(meant).toHaveCount(1);
  await expect(meant).toContainText('介護保険証');
  await meant.getByRole('button', { name: 'もどす' }).click();
  await tablet.says('もどしました');
  expect(await house.types(resident.items[1]?.id ?? '')).toContain('item.checked-in');
  expect(await house.types(resident.items[0]?.id ?? '')).not.toContain('item.checked-in');
});

journey('an auditor sees what is out, and nothing to press that the server would refuse', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 監', 'すずき かん');
  const resident = await house.resident({ name: '桑原 ミネ', kana: 'くわばら みね' });
  await house.taken(suzuki, [resident.items[0]?.id ?? '']);
  const loginId = 'auditor-of-what-is-out';
  const account = { name: '監査 蘭', kana: 'かんさ らん', loginId, role: 'auditor' } as const;
  const { code } = await house.manager.does(addStaff, account);
  const auditor = await new Person(house.url, account.name, loginId, 'midori-no-mado-8').enter(code);
  await tablet.signIn(auditor);
  const main = tablet.page.getByRole('main');
  await expect(main.getByRole('listitem').filter({ hasText: resident.name }).first()).toBeVisible();
  await expect(main.getByRole('button', { name: /もどす|替える|見つかりました/ })).toHaveCount(0);
  await tablet.open(`/residents/${resident.id}`);
  await expect(main.getByRole('heading', { name: resident.name })).toBeVisible();
  await expect(main.getByRole('link', { name: /^(もどす|出す|お返しする)$/ })).toHaveCount(0);

  // 施設の見わたし is an auditor's alone, so that the walk over all screens, a manager's, never stands on it.
  await tablet.open('/overview');
  await expect(main.getByRole('rowheader')).toHaveCount(1);
  await expect(main).not.toContainText(resident.name);
  expect(await forEverybody(tablet.page)).toEqual([]);
  for (const width of [1024, 512]) {
    await tablet.page.setViewportSize({ width, height: 768 });
    expect(await cutOff(tablet.page), `the overview at ${String(width)} px`).toEqual([]);
  }
});
