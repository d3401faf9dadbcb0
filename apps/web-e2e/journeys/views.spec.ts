import { readResident, setDemoClock } from '@azukari/contract';
import { House } from '../house/house.ts';
import { expect, journey } from '../house/journey.ts';
import { Tablet } from '../pages/tablet.ts';

const DAYS_OF_TWO_QUARTERS = 190;

journey('a manager reviews who looked at whom, and signs', async ({ page, context, watch }) => {
  journey.setTimeout(120_000);
  await watch.over(context);
  // The clock of this house goes on by half a year.
  const house = await House.open();
  try {
    const tablet = new Tablet(page, house.url);
    const ito = await house.staff('伊藤 さくら', 'いとう さくら');
    const resident = await house.resident({ name: '加藤 フミ', kana: 'かとう ふみ' });
    await house.manager.sends(setDemoClock, { days: 3, at: '23:10', wake: false });
    await ito.asks(readResident, {}, { id: resident.id });
    await house.manager.sends(setDemoClock, { days: DAYS_OF_TWO_QUARTERS, at: '10:00', wake: false });

    await tablet.signIn(house.manager);
    const due = page.locator('az-views-due');
    await expect(due).toContainText('閲覧の見直し');
    await due.getByRole('link', { name: '見直す' }).click();
    const night = page.getByRole('region', { name: '夜の閲覧' });
    await expect(night.getByRole('listitem')).toContainText(`${ito.name}さん`);
    await expect(night.getByRole('listitem')).toContainText('加藤 フミ さん');

    await night.getByRole('link', { name: 'この日の閲覧を見る' }).click();
    const views = page.getByRole('region', { name: '見た記録' });
    await expect(views.getByRole('listitem')).toHaveCount(1);
    await expect(views.getByRole('listitem')).toContainText('くわしい情報');
    await page.goBack();

    await night.getByRole('radio', { name: '問題ありません' }).check();
    await page.getByRole('button', { name: '署名する' }).click();
    await expect(night.getByRole('textbox', { name: 'メモ' })).toBeFocused();
    await night.getByRole('textbox', { name: 'メモ' }).fill('急な夜勤の交代。勤務表で確かめた');
    await page.getByRole('button', { name: '署名する' }).click();

    const reviews = page.getByRole('region', { name: '四半期ごとの見直し' });
    await expect(reviews.getByText(`${house.manager.name}さんが`)).toBeVisible();
    await reviews.getByRole('link', { name: 'くわしく見る' }).click();
    await expect(page.getByText('急な夜勤の交代。勤務表で確かめた')).toBeVisible();
    await tablet.open('/today');
    await expect(page.getByRole('heading', { name: '外に出ているもの' })).toBeVisible();
    await expect(due).toHaveCount(0);
  } finally {
    await house.close();
  }
});
