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

journey(
  'somebody ends her own session elsewhere, after she has shown anew who she is',
  async ({ house, tablet, another }) => {
    const person = await house.staff('髙﨑 𠮷右衛門之進', 'たかさき きちえもんのしん');
    const { page } = tablet;
    const other = await another();
    await other.signIn(person);
    await tablet.signIn(person, '/more');
    await tablet.open('/ways');
    // As if she had signed in a while ago: the server says no once.
    let asked = 0;
    await page.route('**/api/session/endings', (route) =>
      ++asked === 1
        ? route.fulfill({ status: 403, json: { refusal: { kind: 'sign-in-not-fresh', minutes: 5 } } })
        : route.fallback(),
    );
    const places = page.getByRole('region', { name: 'サインインしている端末' }).getByRole('listitem');
    // Here, on the other tablet, and where the house was furnished from.
    await expect(places).toHaveCount(3);
    await places.last().getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: 'ご本人の確認' });
    await dialog.getByRole('textbox', { name: 'パスワード' }).fill(person.password);
    await dialog.getByRole('button', { name: '確かめて、続ける' }).click();
    await expect(dialog).toBeHidden();
    await expect(places).toHaveCount(2);
    expect(asked).toBe(2);
  },
);
