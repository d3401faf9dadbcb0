import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, journey } from '../house/journey.ts';
import { unfolded } from '../pages/deadlines.ts';
import { printed } from '../pages/papers.ts';

const lineOf = (page: Page, list: string, name: string): Locator =>
  page.getByRole('region', { name: list, exact: true }).getByRole('listitem').filter({ hasText: name });

async function readsForEverybody(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
}

journey(
  'an address that stays, and a renewal that nobody makes: each line goes by being done',
  async ({ house, tablet }) => {
    const { page } = tablet;
    const resident = await house.resident({
      name: '久保 千鶴',
      kana: 'くぼ ちづる',
      kinds: ['my-number-card', 'care-insurance-card'],
      printed: house.inHours(24 * 40).slice(0, 10),
      admittedOn: house.today(),
    });
    await tablet.signIn(house.manager);
    await tablet.goTo('期限');
    await page.getByRole('link', { name: 'いま、すること' }).click();

    const moving = lineOf(page, '入所後の住所変更', resident.name);
    await expect(moving).toContainText('あと14日');
    await expect(moving).toContainText('あと90日');
    await moving.getByRole('button', { name: /^書き入れる/ }).click();
    await moving.getByRole('radio', { name: '移しません' }).check();
    await readsForEverybody(page);
    await moving.getByRole('button', { name: '記録する' }).click();
    await tablet.says('記録しました');
    await expect(moving).toHaveCount(0);

    const renewal = lineOf(page, '更新を始める', resident.name).filter({ hasText: '要介護認定の期限' });
    await renewal.getByRole('button', { name: /^なぜこの日？/ }).click();
    await renewal.getByRole('button', { name: 'お知らせを終える' }).click();
    await renewal.getByRole('radio', { name: '更新しない' }).check();
    await renewal.getByRole('button', { name: '終えることを記録する' }).click();
    await tablet.says('記録しました');
    await expect(renewal).toHaveCount(0);

    await page.getByRole('link', { name: 'すべての期限' }).click();
    const closed = await unfolded(page, 'お知らせを終えたもの');
    await expect(closed.getByRole('listitem').filter({ hasText: resident.name })).toContainText('更新しない');
  },
);

journey('somebody is put on the list of applications, and her sheet is printed', async ({ house, tablet }) => {
  const { page } = tablet;
  const resident = await house.resident({ name: '桑田 𠮷乃', kana: 'くわた よしの' });
  await tablet.signIn(house.manager, '/deadlines/work');
  const list = page.getByRole('region', { name: '資格確認書を申請する方', exact: true });
  await list.getByRole('button', { name: 'この一覧に加える' }).click();
  await list.getByRole('searchbox').fill('くわた');
  await list.getByRole('button', { name: new RegExp(resident.name) }).click();
  await list.getByRole('radio', { name: '施設に入所している' }).check();
  await list.getByRole('radio', { name: '施設の職員' }).check();
  await list.getByRole('radiogroup', { name: '委任状' }).getByRole('radio', { name: 'なし' }).check();
  await list.getByRole('button', { name: '記録する' }).click();
  await tablet.says('記録しました');

  const line = lineOf(page, '資格確認書を申請する方', resident.name);
  await expect(line).toContainText('これから申請');
  const paper = await printed(page, 'F12', line.getByRole('button', { name: '支援票を印刷する' }));
  expect(paper).toContain('申請支援票');
  expect(paper).toContain(resident.name);
  expect(paper).toContain('■ 施設に入所している');
  await readsForEverybody(page);
});
