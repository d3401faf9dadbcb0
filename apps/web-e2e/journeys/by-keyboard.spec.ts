import type { Locator, Page } from '@playwright/test';
import { expect, journey } from '../house/journey.ts';
import { residentTile } from '../pages/finder.ts';
import { tapsSoFar } from '../house/taps.ts';
import { Today } from '../pages/today.ts';

/** walkTo presses Tab until the control has the focus; a person without a mouse has no other way. */
async function walkTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control, 'reached by Tab').toBeFocused();
}

journey('by keyboard only: sign in, take out, put back', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 十兵衛', 'すずき じゅうべえ');
  const resident = await house.resident({
    name: '松田 義男',
    kana: 'まつだ よしお',
    kinds: ['eligibility-certificate'],
  });
  const { page } = tablet;
  const main = page.getByRole('main');
  await tablet.open('/today');
  await walkTo(page, page.getByRole('textbox', { name: 'サインイン名' }));
  await page.keyboard.type(suzuki.loginId);
  await page.keyboard.press('Tab');
  await page.keyboard.type(suzuki.password);
  await page.keyboard.press('Enter');
  await expect(tablet.banner.getByText(suzuki.name)).toBeVisible();

  await walkTo(page, page.getByRole('navigation').getByRole('link', { name: '出す', exact: true }));
  await page.keyboard.press('Enter');
  await walkTo(
    page,
    page.getByRole('group', { name: 'ふりがなの行' }).getByRole('button', { name: 'ま', exact: true }),
  );
  await page.keyboard.press('Space');
  await walkTo(page, residentTile(page, resident.name));
  await page.keyboard.press('Enter');
  await walkTo(page, main.getByRole('button', { name: '1点を出す' }));
  await page.keyboard.press('Enter');
  await tablet.says('出しました');

  const row = new Today(tablet).rowOf(resident.name);
  await walkTo(page, row.getByRole('button', { name: 'もどす', exact: true }));
  await page.keyboard.press('Enter');
  await walkTo(page, row.getByRole('button', { name: '1点をもどす' }));
  await page.keyboard.press('Space');
  await tablet.says('もどしました');

  expect(await tapsSoFar(page)).toBe(0);
  expect(await house.types(resident.items[0]?.id ?? '')).toEqual([
    'item.taken-in',
    'item.checked-out',
    'item.checked-in',
  ]);
});
