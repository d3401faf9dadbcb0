import { expect, journey, Person } from '../house/journey.ts';

journey(
  'somebody changes her own password: the old one ends, and so does her other tablet',
  async ({ house, tablet, another }) => {
    const person = await house.staff('鈴木 鍵', 'すずき かぎ');
    const { page } = tablet;
    const other = await another();
    await tablet.signIn(person, '/more');
    await other.signIn(person);
    await page.getByRole('button', { name: 'パスワードを変える' }).click();
    const dialog = page.getByRole('dialog');
    const current = dialog.getByRole('textbox', { name: 'いまのパスワード' });
    // The dialog puts the cursor there itself, once it stands.
    await expect(current).toBeFocused();
    await current.fill('chigau-kagi-1');
    await dialog.getByRole('textbox', { name: '新しいパスワード' }).fill('midori-no-kado-7');
    await dialog.getByRole('button', { name: '変える' }).click();
    await expect(dialog.getByText('いまのパスワードと合いませんでした。').first()).toBeVisible();
    await current.fill(person.password);
    await dialog.getByRole('button', { name: '変える' }).click();
    await expect(dialog.getByText('パスワードを変えました。')).toBeVisible();
    await dialog.getByRole('button', { name: 'とじる' }).click();

    await other.goTo('もどす');
    await expect(other.page.getByRole('button', { name: 'サインインする' })).toBeVisible();
    await expect(new Person(house.url, person.name, person.loginId, person.password).signIn()).rejects.toThrow('401');
    await new Person(house.url, person.name, person.loginId, 'midori-no-kado-7').signIn();
    await page.reload();
    await expect(tablet.banner.getByText(person.name)).toBeVisible();
  },
);
