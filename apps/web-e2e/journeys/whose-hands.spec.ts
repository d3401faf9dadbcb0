import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';

journey(
  'the shift changes: the next person takes over on the same screen, and what she does is hers',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 九十九', 'すずき つくも');
    const tanaka = await house.staff('田中 交代', 'たなか こうたい');
    const resident = await house.resident({
      name: '本田 文子',
      kana: 'ほんだ ふみこ',
      kinds: ['eligibility-certificate'],
    });
    const checkOut = new CheckOut(tablet);
    await tablet.signIn(suzuki, '/check-out');
    await checkOut.choose(resident);
    await expect(checkOut.submit(1)).toBeEnabled();
    await tablet.carriesOnAs(tanaka);
    await expect(tablet.banner.getByText(suzuki.name)).toBeHidden();
    await expect(checkOut.submit(1)).toBeEnabled();
    await checkOut.submit(1).click();
    await tablet.says('出しました');

    const out = (await house.movements(resident.items[0]?.id ?? ''))[1];
    expect(out?.actor.name).toBe(tanaka.name);
    expect(out?.facts['holder']).toBe(`staff:${tanaka.id}`);
  },
);

journey('a colleague reads English: the screen changes at once and stays so', async ({ house, tablet }) => {
  const suzuki = await house.staff('グエン ラン', 'ぐえん らん');
  await tablet.signIn(suzuki);
  await tablet.speaks('English');
  await expect(tablet.page.getByRole('heading', { name: 'What is out' })).toBeVisible();
  await expect(tablet.page.locator('html')).toHaveAttribute('lang', 'en');
  await tablet.page.reload();
  await expect(tablet.page.getByRole('heading', { name: 'What is out' })).toBeVisible();
  await tablet.speaks('日本語');
  await expect(tablet.page.getByRole('heading', { name: '外に出ているもの' })).toBeVisible();
  await expect(tablet.page.locator('html')).toHaveAttribute('lang', 'ja');
});
