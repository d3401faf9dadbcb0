import { addInsurer, listDeadlines, listItems } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { findByKana } from '../pages/finder.ts';

journey(
  'a card is handed in under the agreement, with the date as it is printed; the next one is of the same insurer',
  async ({ house, tablet }) => {
    const resident = await house.resident({ name: '村上 清', kana: 'むらかみ きよし', kinds: [] });
    const { page } = tablet;
    const yearEnds = [{ kind: 'eligibility-certificate', ends: '09-30' } as const];
    const way = { type: 'national', endsAtSeventy: false, automaticFrom: 'book' } as const;
    const { id: insurerId } = await house.manager.does(addInsurer, { name: '架空市の国保', yearEnds, ...way });
    await tablet.signIn(house.manager, '/intake');
    await findByKana(page, resident);
    await page.getByRole('radio', { name: '資格確認書' }).check();
    await page.getByRole('combobox', { name: '保険者' }).selectOption('架空市の国保');
    await page
      .getByRole('combobox', { name: /年号|元号/ })
      .first()
      .selectOption({ label: '令和' });
    await page.getByRole('textbox', { name: '年', exact: true }).fill('9');
    await page.getByRole('textbox', { name: '月', exact: true }).fill('7');
    await page.getByRole('textbox', { name: '日', exact: true }).fill('31');
    await expect(page.getByText('2027年7月31日(土)')).toBeVisible();
    await page.getByRole('button', { name: 'お預かりする' }).click();
    await expect(page.getByRole('heading', { name: 'お預かりしました' })).toBeVisible();

    const { items } = await house.manager.asks(listItems, { residentId: resident.id });
    expect(items).toMatchObject([
      {
        kind: 'eligibility-certificate',
        printedExpiresOn: '2027-07-31',
        agreed: true,
        custody: { at: 'stored', hold: null },
      },
    ]);
    expect(await house.types(items[0]?.id ?? '')).toEqual(['item.taken-in']);
    const { deadlines } = await house.manager.asks(listDeadlines);
    expect(deadlines.find(({ item }) => item.id === items[0]?.id)?.item.insurer?.name).toBe('架空市の国保');

    await tablet.open(`/intake?resident=${resident.id}&kind=eligibility-certificate`);
    const insurer = page.getByRole('combobox', { name: '保険者' });
    await expect(insurer.locator('option:checked')).toHaveText('架空市の国保');
    await expect(page.getByText('これまでの証と同じ保険者です。')).toBeVisible();
    await page.getByRole('checkbox', { name: 'いまはわからない' }).check();
    await page.getByRole('button', { name: 'お預かりする' }).click();
    await expect(page.getByRole('heading', { name: 'お預かりしました' })).toBeVisible();
    const both = await house.manager.asks(listItems, { residentId: resident.id });
    expect(both.items.map(({ insurerId }) => insurerId)).toEqual([insurerId, insurerId]);
  },
);

journey(
  'the agreement is still missing: the card lies in the safe all the same, and 今日 says so',
  async ({ house, tablet }) => {
    const resident = await house.resident({ name: '横山 ハル', kana: 'よこやま はる', agreed: false });
    const { page } = tablet;
    await tablet.signIn(house.manager, '/intake');
    await findByKana(page, resident);
    await page.getByRole('radio', { name: '介護保険証' }).check();
    const gate = page
      .getByRole('alert')
      .filter({ hasText: '介護保険証の預かり依頼書がまだありません。一時保管にしますか' });
    await gate.getByRole('button', { name: '一時保管にする' }).click();
    await page.getByRole('checkbox', { name: 'いまはわからない' }).check();
    await page.getByRole('button', { name: '一時保管する' }).click();
    await expect(page.getByRole('heading', { name: '一時保管しました' })).toBeVisible();
    await tablet.goTo('今日');
    const held = page.getByRole('region', { name: '一時保管' });
    await expect(held.getByRole('listitem').filter({ hasText: resident.name })).toContainText('介護保険証');

    const { items } = await house.manager.asks(listItems, { residentId: resident.id });
    expect(items).toMatchObject([
      { kind: 'care-insurance-card', agreed: false, custody: { at: 'stored', hold: { reason: 'no-agreement' } } },
    ]);
    expect(await house.types(items[0]?.id ?? '')).toEqual(['item.held-temporarily']);
  },
);
