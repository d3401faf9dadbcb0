import { checkResident, listEntries } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { tapsOf } from '../house/taps.ts';
import { CheckOut } from '../pages/check-out.ts';
import { printed } from '../pages/papers.ts';

journey('her card goes only with her, and the note for the desk says what to ask for', async ({ house, tablet }) => {
  const suzuki = await house.staff('鈴木 結', 'すずき ゆい');
  const resident = await house.resident({ name: '髙﨑 𠮷之', kana: 'たかさき よしゆき', kinds: ['my-number-card'] });
  const order = { question: 'registered', answer: 'yes', on: house.today() } as const;
  await house.manager.does(checkResident, order, { id: resident.id });
  const checkOut = new CheckOut(tablet);
  const card = checkOut.item('マイナンバーカード');
  const absent = tablet.page.getByText('ご本人が行かないときは、マイナンバーカードは原則使えません');
  await tablet.signIn(suzuki, '/check-out');
  await checkOut.choose(resident);
  await expect(card).toBeChecked();
  await expect(absent).toBeHidden();

  await checkOut.presence('ご本人は行かない').check();
  await expect(card).not.toBeChecked();
  await expect(absent).toBeVisible();
  await expect(tablet.page.getByRole('button', { name: '出すものをえらぶ' })).toBeDisabled();

  await checkOut.presence('ご本人も行く').check();
  await expect(card).toBeChecked();
  await checkOut.destination.fill('みなと整形外科');
  await expect(checkOut.slip).toBeEnabled();
  const note = await printed(tablet.page, 'F13', checkOut.slip);
  for (const part of [
    '髙﨑 𠮷之',
    'みなと整形外科',
    '目視モード',
    '次の受診で、読み取り機に更新のお知らせが出るか確認',
  ])
    expect(note).toContain(part);
  expect(await tapsOf(tablet.page, () => checkOut.submit(1).click())).toBe(1);
  await tablet.says('出しました');
  expect(await house.types(resident.items[0]?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
});

journey('what was heard at the desk about a card is noted on her screen', async ({ house, tablet }) => {
  const resident = await house.resident({ name: '若林 登', kana: 'わかばやし のぼる', kinds: ['my-number-card'] });
  const { page } = tablet;
  await tablet.signIn(house.manager, `/residents/${resident.id}`);
  const panel = page.getByRole('region', { name: 'マイナ保険証' });
  const registered = panel.getByRole('article').filter({ hasText: '保険証の利用登録' });
  await expect(registered).toContainText('まだ確かめていません');
  await registered.getByRole('button', { name: /確かめた/ }).click();
  const form = registered.locator('form');
  await form.getByRole('radio', { name: '登録なし' }).check();
  await form.getByRole('button', { name: '記録する' }).click();
  await expect(registered).toContainText('登録なし');
  await expect(registered).toContainText('に確かめました');
  const { entries } = await house.manager.asks(listEntries, { residentId: resident.id, type: 'resident.checked' });
  expect(entries.map(({ facts }) => facts)).toEqual([{ question: 'registered', answer: 'no', on: house.today() }]);

  await tablet.open(`/check-out?resident=${resident.id}`);
  const checkOut = new CheckOut(tablet);
  await expect(page.getByText('資格を確かめられるものがありません')).toBeVisible();
  await expect(checkOut.item('マイナンバーカード')).not.toBeChecked();
});
