import { addStorage, takeIn } from '@azukari/contract';
import type { Page } from '@playwright/test';
import { expect, journey } from '../house/journey.ts';

/** A reader types faster than anybody, into whatever has the focus, and ends with Enter. */
function reads(page: Page, text: string): Promise<void> {
  return page.evaluate((typed) => {
    for (const key of [...typed, 'Enter'])
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  }, text);
}

journey(
  'a reader takes a pouch through 出す, もどす and 点検, and says what is no label of this house',
  async ({ house, tablet }) => {
    const { page } = tablet;
    const label = 'ラベルのロッカー';
    const { storages } = await house.manager.does(addStorage, { parentId: null, kind: 'locker', label, pouches: 1 });
    const pouchId = storages.find(({ kind }) => kind === 'pouch')?.id ?? '';
    const { id: residentId, agreementId } = await house.resident({ name: '名札 フミ', kana: 'なふだ ふみ', kinds: [] });
    const { item } = await house.manager.does(takeIn, {
      residentId,
      agreementId: agreementId ?? '',
      kind: 'care-insurance-card',
      storageId: pouchId,
      printedExpiresOn: '2031-07-31',
    });
    const code = `TEL 03-0000-0000 azukari:${pouchId}`;

    await tablet.signIn(await house.staff('読取 一葉', 'よみとり かずは'), '/check-out');
    const shown = await page.request.get(`${house.url}/check-out`);
    expect(shown.headers()['permissions-policy']).toContain('camera=(self)');
    await expect(page.getByRole('button', { name: 'ラベルをカメラで読む' })).toBeVisible();
    await reads(page, '4901234567894');
    await expect(page.getByRole('alert')).toContainText('これは、ポーチのラベルではありません。');
    await reads(page, `azukari:${crypto.randomUUID()}`);
    await expect(page.getByRole('alert')).toContainText('このラベルは、この施設のポーチのものではありません。');
    await reads(page, code);
    await expect(page.getByText(`${label} 1番を読みました`)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: '介護保険証' })).toBeChecked();
    await page.getByRole('button', { name: /^1点を出す/ }).click();
    await tablet.says('出しました');

    await tablet.goTo('もどす');
    await expect(page.getByRole('heading', { level: 1, name: 'もどす' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'ラベルをカメラで読む' })).toBeVisible();
    await reads(page, code);
    await tablet.says('もどしました');
    expect(await house.types(item.id)).toEqual(['item.taken-in', 'item.checked-out', 'item.checked-in']);

    await tablet.goTo('利用者');
    await expect(page.getByRole('heading', { level: 1, name: '利用者' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.getByRole('searchbox').focus();
    await reads(page, code);
    await expect(page.getByRole('heading', { name: /^名札 フミ/ })).toBeVisible();

    await tablet.goTo('点検');
    await expect(page.getByRole('heading', { level: 1, name: '点検' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'ラベルをカメラで読む' })).toBeVisible();
    await reads(page, code);
    await expect(page.getByRole('heading', { name: '1番にあるもの' })).toBeVisible();
  },
);
