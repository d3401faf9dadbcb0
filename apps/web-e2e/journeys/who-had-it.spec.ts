import { checkIn } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';

journey(
  '「その時、だれが持っていたか」: a manager asks for a time, and hears who had it and since when',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 十五', 'すずき じゅうご');
    const resident = await house.resident({ name: '尋 ねる', kana: 'たず ねる', kinds: ['care-insurance-card'] });
    const itemIds = resident.items.map(({ id }) => id);
    await house.taken(suzuki, itemIds);
    await tablet.signIn(house.manager, '/ledger');
    const { page } = tablet;
    await page.getByRole('button', { name: 'その時だれが' }).click();
    const panel = page.getByRole('region', { name: 'その時、だれが持っていたか' });
    // The last minute of today has not come: it is answered as now.
    await panel.getByLabel('時刻').fill('23:59');
    const row = panel.getByRole('listitem').filter({ hasText: resident.name });
    await expect(row).toContainText('介護保険証');
    await expect(row).toContainText('さくら内科・鈴木 十五さん');
    await suzuki.does(checkIn, { itemIds });
    await panel.getByLabel('時刻').fill('23:58');
    await expect(row).toHaveCount(0);
  },
);
