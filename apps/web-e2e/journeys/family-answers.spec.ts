import { listReminders } from '@azukari/contract';
import type { Page } from '@playwright/test';
import { Families, linkIn } from '../house/families.ts';
import { forEverybody } from '../house/for-everybody.ts';
import { expect, journey as walk } from '../house/journey.ts';
import { cutOff } from '../house/looks.ts';

const PHONE = { width: 390, height: 844 };
/** ZOOMED is the telephone at 200 %. */
const ZOOMED = { width: 195, height: 422 };
const LARGEST_PAGE_BYTES = 60_000;

interface Fixtures {
  readonly phone: Page;
  /** reads says that everybody can read what the telephone shows, also at 200 %. */
  readonly reads: () => Promise<void>;
}

const journey = walk.extend<Fixtures, { readonly families: Families }>({
  families: [
    async ({}, use) => {
      const families = await Families.open();
      await use(families);
      await families.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  phone: async ({ page, context, watch }, use) => {
    await watch.over(context);
    await use(page);
  },
  // The telephone runs no script, and the examiner is one: it looks at the same page in a browser beside it.
  reads: async ({ browser, phone, colorScheme }, use) => {
    const beside = await browser.newContext({ colorScheme, viewport: PHONE, javaScriptEnabled: true });
    const copy = await beside.newPage();
    await use(async () => {
      await copy.setViewportSize(PHONE);
      await copy.setContent(await phone.content());
      expect(await forEverybody(copy)).toEqual([]);
      expect(await cutOff(copy)).toEqual([]);
      await copy.setViewportSize(ZOOMED);
      expect(await cutOff(copy)).toEqual([]);
    });
    await beside.close();
  },
});
journey.use({ javaScriptEnabled: false, viewport: PHONE });

async function opened(families: Families, language: 'ja' | 'ja-easy' | 'en', page: Page): Promise<string> {
  const { residentId, text } = await families.told(language);
  await expect.poll(() => linkIn(text())).not.toBe('');
  const answer = await page.goto(linkIn(text()));
  expect((await answer?.body())?.length).toBeLessThan(LARGEST_PAGE_BYTES);
  return residentId;
}

journey('a son answers from his mail, without an account and without a script', async ({ families, phone, reads }) => {
  const { house } = families;
  const residentId = await opened(families, 'ja', phone);
  await expect(phone.getByText('（Ｙ・Ｆ様）')).toBeVisible();
  await expect(phone.getByRole('radio')).toHaveCount(5);
  await reads();

  const day = phone.getByLabel('行かれる日');
  await expect(day).toBeHidden();
  await phone.getByText('自分で手続きに行く').click();
  await expect(day).toBeVisible();
  await phone.getByRole('button', { name: 'この内容で返事をする' }).click();
  await expect(phone.getByRole('alert')).toContainText('行かれる日を入力してください');
  await expect(phone.getByRole('radio', { name: '自分で手続きに行く' })).toBeChecked();
  await expect(day).toHaveAttribute('aria-invalid', 'true');
  await reads();

  await day.fill(house.today());
  await phone.getByRole('button', { name: 'この内容で返事をする' }).click();
  await expect(phone.getByRole('heading', { name: 'お返事をいただきました' })).toBeVisible();
  await expect(phone.getByRole('radio')).toHaveCount(0);
  await reads();
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'お返事をいただきました' })).toBeVisible();
  await expect(phone.getByRole('link', { name: '0470-00-1234' })).toHaveAttribute('href', 'tel:0470001234');

  const { tasks } = await house.manager.asks(listReminders);
  const task = tasks.find(({ lines }) => lines.some(({ resident }) => resident.id === residentId));
  expect(task?.answers).toMatchObject([{ way: 'link', task: 'prepare-pick-up', plannedOn: house.today() }]);
});

journey('a daughter presses her answer in the mail, and sends it by one tap', async ({ families, phone }) => {
  const { text } = await families.told('ja');
  await expect.poll(() => linkIn(text())).not.toBe('');
  await phone.goto(`${linkIn(text())}?answer=call-me`);
  await expect(phone.getByRole('radio', { name: '電話で話したい' })).toBeChecked();
  await phone.getByRole('button', { name: 'この内容で返事をする' }).tap();
  await expect(phone.getByRole('status')).toContainText('電話で話したい');
});

for (const [language, scheme] of [
  ['ja-easy', 'light'],
  ['en', 'dark'],
] as const)
  journey.describe(`the page in ${language}, ${scheme}`, () => {
    journey.use({ colorScheme: scheme });

    journey('reads for everybody, before and after the answer', async ({ families, phone, reads }) => {
      await opened(families, language, phone);
      await reads();
      await phone.getByRole('radio').and(phone.locator('[value=noted]')).check();
      await phone.getByRole('button').click();
      await expect(phone.getByRole('status')).toBeVisible();
      await expect(phone.getByRole('radio')).toHaveCount(4);
      await reads();
    });
  });

journey('a stranger reads that it cannot be opened, and no more', async ({ families, phone, reads }) => {
  await opened(families, 'ja', phone);
  await phone.goto(new URL(`/f/${'A'.repeat(43)}`, phone.url()).href);
  await expect(phone.getByRole('heading', { name: 'このページは開けません' })).toBeVisible();
  await expect(phone.getByRole('main')).not.toContainText('さくら');
  await reads();
});
