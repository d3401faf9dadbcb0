import { holdTemporarily } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { HandOver } from '../pages/hand-over.ts';
import { printed } from '../pages/papers.ts';

journey('the papers are printed where a person needs them, and name what they are about', async ({ house, tablet }) => {
  const resident = await house.resident({
    name: '髙﨑 𠮷右衛門太',
    kana: 'たかさき きちえもんた',
    kinds: ['eligibility-certificate', 'care-insurance-card'],
  });
  await house.manager.does(holdTemporarily, {
    residentId: resident.id,
    kind: 'my-number-card',
    reason: 'handed-in',
    storageId: house.pouches.at(-1)?.id ?? null,
  });
  const { page } = tablet;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const papers = page.getByRole('region', { name: '書類' });
  await tablet.signIn(house.manager, `/residents/${resident.id}`);

  const agreement = await printed(page, 'F1', papers.getByRole('button', { name: '預かり依頼書', exact: true }));
  expect(agreement).toContain('預かり依頼書');
  expect(agreement).toContain('髙﨑 𠮷右衛門太');
  const held = await printed(page, 'F17', papers.getByRole('button', { name: '一時保管票' }));
  expect(held).toContain('一時保管');
  expect(held).toContain('マイナンバーカード');
  const ended = await printed(page, 'F10', papers.getByRole('button', { name: '解除依頼書' }));
  expect(ended).toContain('解除');
  expect(ended).toContain('髙﨑 𠮷右衛門太');

  const handOver = new HandOver(tablet);
  await handOver.of(resident, resident.items[1]?.id ?? '', 'お返しする');
  await page.getByRole('radio', { name: /^ご本人/ }).check();
  await handOver.record('お返しする');
  await expect(handOver.done).toHaveText('お返ししました');
  const given = await printed(page, 'F9', button('返却書・受領書を印刷'));
  expect(given).toContain('介護保険');
  expect(given).not.toContain('資格確認書');

  await tablet.goTo('記録簿');
  await button('紙の記録簿').click();
  const book = await printed(page, 'F3', page.getByRole('dialog').getByRole('button', { name: '記録簿を作る' }));
  expect(book).toContain('髙﨑 𠮷右衛門太');
  await page.getByRole('textbox', { name: '何枚' }).fill('2');
  const blank = await printed(page, 'F3', page.getByRole('dialog').getByRole('button', { name: '白紙を作る' }));
  expect(blank).not.toContain('髙﨑');
  expect(new Set(blank.match(/F3-\d{6}/g))).toHaveProperty('size', 2);
});
