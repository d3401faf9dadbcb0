import type { Page } from '@playwright/test';
import { forEverybody } from '../house/for-everybody.ts';
import { expect, journey } from '../house/journey.ts';
import { unfolded } from '../pages/deadlines.ts';

async function writesDay(page: Page, label: string, parts: readonly [string, string, string]): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: false });
  await field.getByRole('combobox').selectOption({ label: '西暦' });
  for (const [nth, part] of parts.entries()) await field.getByRole('textbox').nth(nth).fill(part);
}

journey('a manager asks why a date is that day, reads the rule, and reckons with it', async ({ house, tablet }) => {
  const { page } = tablet;
  const kinds = ['my-number-card', 'care-insurance-card'] as const;
  const resident = await house.resident({ name: '小野 幸子', kana: 'おの さちこ', kinds, printed: '2031-12-10' });
  await tablet.signIn(house.manager);
  await tablet.goTo('期限');
  await expect(page.getByRole('heading', { name: '期限', level: 1 })).toBeVisible();

  // The certificate on the card is written nowhere, so its date is a task, before everything else.
  const tasks = page.getByRole('region', { name: '期限が未確認' });
  const certificate = tasks
    .getByRole('listitem')
    .filter({ hasText: resident.name })
    .filter({ hasText: '電子証明書の有効期限' });
  await expect(certificate.getByText('期限が未確認')).toBeVisible();
  await expect(page.getByRole('region').first()).toHaveAccessibleName('期限が未確認');
  await certificate.getByRole('button', { name: /^なぜ未確認？/ }).click();
  await expect(certificate).toContainText('2026年12月10日(木)ごろ');

  const later = page.getByRole('region', { name: 'それより先' });
  const card = later.getByRole('listitem').filter({ hasText: resident.name }).filter({ hasText: 'カードの有効期限' });
  await expect(card).toContainText('2031年12月10日(水)');
  await expect(card).toContainText('令和13年');
  await card.getByRole('button', { name: /^なぜこの日？/ }).click();
  await expect(card).toContainText('券面に書いてある日です。');
  expect(await forEverybody(page)).toEqual([]);

  await card.getByRole('link', { name: /規則を読む/ }).click();
  await expect(page).toHaveURL(/\/rules\?rule=V1$/);
  const rule = page.getByRole('heading', { name: 'V1 マイナンバーカードの有効期限', level: 3 });
  await expect(rule).toBeFocused();
  await expect(rule).toBeInViewport();

  await page.getByRole('button', { name: '計算する' }).click();
  await expect(page.locator('#birthDate-error')).toHaveText('入力してください。');
  await writesDay(page, '生年月日', ['1980', '10', '10']);
  await writesDay(page, '発行の日', ['2020', '5', '15']);
  await page.getByRole('button', { name: '計算する' }).click();
  const results = page.locator('az-results').getByRole('listitem');
  await expect(results.first()).toContainText('V1 マイナンバーカードの有効期限');
  await expect(results.first()).toContainText('2029年10月10日(水)');
  expect(await forEverybody(page)).toEqual([]);
});

journey('an unknown date is entered from the list of dates, and is gone from the tasks', async ({ house, tablet }) => {
  const { page } = tablet;
  const kinds = ['care-limit-certificate'] as const;
  const resident = await house.resident({ name: '江藤 清', kana: 'えとう きよし', kinds, printed: null });
  await tablet.signIn(house.manager, '/deadlines');
  const task = page
    .getByRole('region', { name: '期限が未確認' })
    .getByRole('listitem')
    .filter({ hasText: resident.name });
  await task.getByRole('link', { name: /^日付を入れる/ }).click();
  await expect(page.getByRole('button', { name: '直す', exact: true })).toBeInViewport();
  await writesDay(page, '券面', ['2030', '7', '31']);
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await tablet.says('記録しました');
  await tablet.goTo('期限');
  await page.getByRole('radio', { name: '利用者ごと' }).check();
  const hers = await unfolded(page, `${resident.name} さん`);
  await expect(hers.getByRole('listitem')).toContainText('2030年7月31日');
  await page.getByRole('radio', { name: '月ごと' }).check();
  await expect(task).toHaveCount(0);
});
