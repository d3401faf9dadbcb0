import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';

journey('the page says why it proposes these items, and why not the others', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 万里', 'すずき まり');
  const kinds = ['my-number-card', 'eligibility-certificate', 'care-insurance-card'] as const;
  const resident = await house.resident({ name: '矢野 武', kana: 'やの たけし', kinds });
  await tablet.signIn(suzuki, '/check-out');
  const checkOut = new CheckOut(tablet);
  await checkOut.choose(resident);
  await expect(checkOut.item('資格確認書')).toBeChecked();
  await expect(checkOut.item('マイナンバーカード')).not.toBeChecked();
  await expect(tablet.page.getByText('おすすめの理由: ご本人も行く・2031年7月31日(木)まで有効です')).toBeVisible();

  const why = tablet.page.getByRole('button', { name: 'なぜ？' });
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.click();
  const told = tablet.page.locator('#why');
  await expect(told).toContainText(
    'これだけで、資格を確かめられます・2031年7月31日(木)まで有効です・預かり依頼書があります',
  );
  await expect(told).toContainText('よりどころ');
  await expect(told).toContainText('資格を示すものは、1つで足ります');
  await expect(told).toContainText('「外来受診」では、ふつうは使いません');

  await checkOut.purpose('訪問診療').check();
  await expect(checkOut.item('介護保険証')).toBeChecked();
  await expect(tablet.page.getByText('おすすめの理由: ここで診てもらう')).toBeVisible();
});
