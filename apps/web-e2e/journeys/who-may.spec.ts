import { listStaff } from '@azukari/contract';
import { expect, journey, Person } from '../house/journey.ts';

journey(
  'a colleague is added, appointed, and leaves: the appointment decides, from one moment to the next',
  async ({ house, tablet, another }) => {
    const { page } = tablet;
    await tablet.signIn(house.manager, '/staff');
    await page.getByRole('button', { name: '職員を加える' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '名前' }).fill('𠮷井 新');
    await dialog.getByRole('textbox', { name: 'ふりがな' }).fill('よしい あらた');
    await dialog.getByRole('textbox', { name: 'サインイン名' }).fill('yoshii');
    await dialog.getByRole('button', { name: '加える' }).click();
    const code = await dialog.getByRole('definition').nth(1).innerText();
    expect(code).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
    await dialog.getByRole('button', { name: '書きました' }).click();

    const hers = await another();
    const yoshii = new Person(house.url, '𠮷井 新', 'yoshii', 'midori-no-yane-8');
    await hers.enter(yoshii, code);
    const rail = hers.page.getByRole('navigation');
    await expect(rail.getByRole('link', { name: 'もどす', exact: true })).toBeVisible();
    await expect(rail.getByRole('link', { name: '出す', exact: true })).toHaveCount(0);

    await page.getByRole('button', { name: '任命する' }).click();
    await dialog.getByRole('combobox', { name: 'どなたを' }).selectOption({ label: yoshii.name });
    await dialog.getByRole('radio', { name: '取扱者' }).check();
    await dialog.getByRole('button', { name: '任命する' }).click();
    await expect(page.getByRole('region', { name: '取扱者' })).toContainText(yoshii.name);
    await hers.page.reload();
    await expect(rail.getByRole('link', { name: '出す', exact: true })).toBeVisible();

    await page.getByRole('listitem').filter({ hasText: yoshii.name }).getByRole('button', { name: /^退職/ }).click();
    await dialog.getByRole('button', { name: '退職にする' }).click();
    await expect(
      page.getByRole('listitem').filter({ hasText: yoshii.name }).getByRole('button', { name: /^退職/ }),
    ).toHaveCount(0);
    await hers.goTo('もどす');
    await expect(hers.page.getByRole('button', { name: 'サインインする' })).toBeVisible();

    const { staff } = await house.manager.asks(listStaff, { left: 'true' });
    expect(staff.find(({ loginId }) => loginId === 'yoshii')).toMatchObject({ level: null, leftOn: house.today() });
  },
);
