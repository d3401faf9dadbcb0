import { expect, journey } from '../house/journey.ts';
import { Today } from '../pages/today.ts';

journey('the nurse hands the card to the driver, and the clinic runs late', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 八重', 'すずき やえ');
  const resident = await house.resident({
    name: '平野 久子',
    kana: 'ひらの ひさこ',
    kinds: ['eligibility-certificate'],
  });
  const id = resident.items[0]?.id ?? '';
  await house.taken(suzuki, [id]);
  await tablet.signIn(suzuki);
  const today = new Today(tablet);
  await today.rowOf(resident.name).getByRole('button', { name: '替える' }).click();

  await tablet.page.getByRole('combobox', { name: '持つ人' }).selectOption({ label: '職員以外の方' });
  await tablet.page.getByRole('combobox', { name: 'どなたですか' }).selectOption({ label: 'その他の方' });
  await tablet.page.getByRole('textbox', { name: 'お名前' }).fill('送迎の山本');
  await tablet.page.getByRole('radio', { name: tomorrow(house.today()) }).check();
  await tablet.page.getByRole('main').getByRole('button', { name: '替える', exact: true }).click();
  await tablet.says('替えました');
  await expect(today.rowOf(resident.name)).toContainText('送迎の山本');

  const [, out, changed] = await house.movements(id);
  expect(changed?.type).toBe('item.changed');
  expect(changed?.facts['holder']).toBe('other:other');
  expect(changed?.private['holderName']).toBe('送迎の山本');
  expect(String(changed?.facts['dueBackAt'])).toMatch(/T08:00:00\.000Z$/);
  expect(changed?.facts['dueBackAt']).not.toBe(out?.facts['dueBackAt']);
});

/** tomorrow is how the page writes five o'clock tomorrow in Japan. */
function tomorrow(today: string): RegExp {
  const at = new Date(Date.parse(today) + 86_400_000);
  return new RegExp(`${String(at.getUTCMonth() + 1)}月${String(at.getUTCDate())}日\\(.\\) 17:00$`);
}
