import { listReminders, setDemoClock } from '@azukari/contract';
import { Families } from '../house/families.ts';
import { expect, journey as walk } from '../house/journey.ts';
import { Tablet } from '../pages/tablet.ts';

const CALLED = { name: '髙﨑 𠮷右衛門', notices: 'phone', phone: '0470-00-5678' } as const;
const NEXT = { name: '山口 次郎', notices: 'mail', email: 'jiro@example.jp' } as const;

interface Fixtures {
  /** families have a house of their own in each journey: two of these move its clock or change its settings. */
  readonly families: Families;
  /** desk is a tablet of this house on which the manager is signed in. */
  readonly desk: Tablet;
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
});

journey('a call in vain stays on the list, and the next contact is told the day after', async ({ families, desk }) => {
  const { house } = families;
  const { page } = desk;
  await families.withContacts(CALLED, NEXT);
  await desk.goTo('お知らせ');
  const call = page.locator('az-task-row').filter({ hasText: CALLED.name });
  await expect(call.getByRole('link', { name: CALLED.phone })).toHaveAttribute('href', 'tel:0470005678');
  await call.getByRole('button', { name: /^つながりませんでした/ }).click();
  await expect(call).toContainText('つぎの連絡先にもお伝えします');
  expect(families.textTo(NEXT.email)).toBe('');

  await house.manager.sends(setDemoClock, { days: 2, at: '10:00' });
  await families.wake();
  await expect.poll(() => families.textTo(NEXT.email)).toContain('山口 次郎様');
  await expect(call).toBeVisible();
  await call.getByRole('button', { name: /^伝えました/ }).click();
  await expect(call).toBeHidden();
  const { tasks } = await house.manager.asks(listReminders);
  expect(tasks).toEqual([]);
});

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
