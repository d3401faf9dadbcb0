import { listReminders } from '@azukari/contract';
import type { Page } from '@playwright/test';
import { Families } from '../house/families.ts';
import { expect, journey as walk } from '../house/journey.ts';
import { printed } from '../pages/papers.ts';
import { Tablet } from '../pages/tablet.ts';

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } as const;
const CALLED = { name: '髙﨑 𠮷右衛門', notices: 'phone', phone: '0470-00-5678' } as const;
const NEXT = { name: '山口 次郎', notices: 'mail', email: 'jiro@example.jp' } as const;
const WRITTEN = { name: '髙﨑 𠮷乃', notices: 'letter', address: '東京都千代田区（架空）1-2-3' } as const;

interface Fixtures {
  /** families have a house of their own in each journey: two of these move its clock or change its settings. */
  readonly families: Families;
  /** desk is a tablet of this house on which the manager is signed in. */
  readonly desk: Tablet;
  /** phone is what a family reads its mails with; it runs no script. */
  readonly phone: Page;
}

const journey = walk.extend<Fixtures>({
  families: [
    async ({}, use) => {
      const families = await Families.open();
      await use(families);
      await families.close();
    },
    { timeout: 180_000 },
  ],
  desk: async ({ families, context, page, watch }, use) => {
    await watch.over(context);
    const desk = new Tablet(page, families.house.url);
    await desk.signIn(families.house.manager);
    await use(desk);
  },
  phone: async ({ browser, contextOptions, watch }, use) => {
    const context = await browser.newContext({ ...contextOptions, ...PHONE });
    await watch.over(context);
    await use(await context.newPage());
    await context.close();
  },
});

/** Goes on to ten in the morning of the next day by the button that only the demo has; the screen begins anew. */
async function tomorrow(desk: Tablet): Promise<void> {
  const { page } = desk;
  await desk.banner.getByRole('button', { name: 'デモの時計とメールの受信箱' }).click();
  const anew = page.waitForEvent('load');
  await page.getByRole('menuitem', { name: /^あす .* 10:00へ進める/ }).click();
  await anew;
}

journey(
  'a day goes by in the demo: one mail, one tap, and the manager sees it on 今日',
  async ({ families, desk, phone }) => {
    const { house } = families;
    const { page } = desk;
    await families.withContacts(CALLED, NEXT);
    await families.withContacts(WRITTEN);
    await desk.goTo('お知らせ');
    const call = page.locator('az-task-row').filter({ hasText: CALLED.name });
    await expect(call.getByRole('link', { name: CALLED.phone })).toHaveAttribute('href', 'tel:0470005678');
    await call.getByRole('button', { name: /^つながりませんでした/ }).click();
    await expect(call).toContainText('つぎの連絡先にもお伝えします');
    expect(families.lettersTo(NEXT.email)).toEqual([]);

    await desk.goTo('今日');
    const machine = page.getByRole('region', { name: 'お知らせのようす' });
    await expect(machine).toContainText('本日の受付0件');
    await tomorrow(desk);
    await expect(machine).toContainText('本日の受付1件');
    await expect(machine).toContainText('お知らせは動いています。');
    await expect(machine).toContainText(/最後に確かめた本日 10:\d\d/);
    await expect(machine).toContainText(/最終配信本日 10:\d\d/);
    await expect(machine).toContainText('届かなかったもの（30日）0件');
    expect(families.lettersTo(NEXT.email)).toHaveLength(1);
    for (const part of ['山口 次郎様', 'ご家族（Ｙ・Ｆ様）の', 'マイナンバーカード', '生活相談員の佐藤です'])
      expect(families.textTo(NEXT.email)).toContain(part);

    await desk.goTo('お知らせ');
    await call.getByRole('button', { name: /^伝えました/ }).click();
    await expect(call).toBeHidden();
    const letter = await printed(page, 'F8', page.getByRole('button', { name: '手紙をまとめて印刷する' }));
    for (const part of [
      WRITTEN.address,
      `${WRITTEN.name} 様`,
      'お預かり品の期限のお知らせ',
      'マイナンバーカード',
      'ご返信票',
    ])
      expect(letter).toContain(part);
    await desk.goTo('今日');
    const answers = page.getByRole('region', { name: 'ご家族のお返事' });
    await expect(machine).toContainText('やること1件');
    await expect(answers).toBeHidden();

    await phone.setContent(families.textTo(NEXT.email, 'html'));
    await phone.getByRole('link', { name: '電話で話したい' }).click();
    await phone.getByRole('button', { name: 'この内容で返事をする' }).click();
    await expect(phone.getByRole('status')).toContainText('電話で話したい');
    await expect(answers.getByRole('listitem')).toContainText('山口 フミ');
    await expect(machine).toContainText('やること2件');

    await answers.getByRole('link', { name: /^お知らせで見る/ }).click();
    await page
      .locator('az-left-row')
      .getByRole('button', { name: /^済みました/ })
      .click();
    await desk.goTo('今日');
    await expect(machine).toContainText('やること1件');
    await expect(answers).toBeHidden();
    const { tasks } = await house.manager.asks(listReminders);
    expect(tasks).toMatchObject([{ channel: 'letter', state: 'open' }]);
  },
);

journey('what a family says on the telephone is entered with its code, in two taps', async ({ families, desk }) => {
  const { page } = desk;
  await families.withContacts(NEXT);
  await expect.poll(() => families.textTo(NEXT.email)).not.toBe('');
  const { notices } = await families.house.manager.asks(listReminders);
  const sent = notices.find(({ lines }) => lines.length > 0);
  await desk.goTo('お知らせ');
  const search = page.locator('az-find-by-code');
  await search.getByRole('textbox', { name: 'お返事の番号' }).fill(sent?.replyCode?.toLowerCase() ?? '');
  await search.getByRole('button', { name: 'さがす' }).click();
  const found = search.locator('az-notice-row');
  await expect(found).toContainText('山口 次郎 様');

  await found.getByRole('button', { name: /^返事を入れる/ }).click();
  await found.getByRole('group', { name: 'ご家族のお返事' }).getByRole('button', { name: '施設に相談したい' }).click();
  const left = page.locator('az-left-row');
  await expect(left).toContainText('お返事：施設に相談したい');
  await left.getByRole('button', { name: /^済みました/ }).click();
  await expect(left).toBeHidden();
});

journey('a manager changes the words and the signature, and a mail to herself arrives', async ({ families, desk }) => {
  const { page } = desk;
  await desk.open('/facility/notices');
  await page.getByRole('textbox', { name: '署名する人' }).fill('田中');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('保存しました')).toBeVisible();
  await page.getByRole('textbox', { name: 'ためしに送る先' }).fill('jibun@example.jp');
  await page.getByRole('button', { name: 'ためしに送る' }).click();
  await expect(page.getByText('メールサーバーが受け取りました。')).toBeVisible();
  expect(families.textTo('jibun@example.jp')).toContain('お知らせがご家族に届くかどうか');

  await page.getByRole('link', { name: '文面を変える' }).click();
  const todo = page.getByRole('textbox', { name: 'お手続き' });
  await page.getByRole('radio', { name: 'カードの有効期限', exact: true }).check();
  await expect(todo).toHaveValue(/新しいカードの申請/);
  await todo.fill('{name}様の手続きは、{date}までです。');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('{ } に入れられるのは')).toBeVisible();
  await todo.fill('手続きは施設でまとめて{date}までに行います。');
  await page.getByRole('button', { name: '見本を見る' }).click();
  const example = page.locator('az-notice-example');
  await expect(example).toContainText('見本 一郎様');
  await expect(example).toContainText(/手続きは施設でまとめて\d+年\d+月\d+日/);
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('保存しました')).toBeVisible();

  await families.withContacts(NEXT);
  await expect.poll(() => families.textTo(NEXT.email)).toContain('手続きは施設でまとめて');
  expect(families.textTo(NEXT.email)).toContain('の田中です');
});
