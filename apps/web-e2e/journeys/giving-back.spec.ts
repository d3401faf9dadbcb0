import { holdTemporarily } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { findByKana } from '../pages/finder.ts';

journey(
  'a resident asks for her own card: a handler gives it back, though there is no agreement and no leader about',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 百合', 'すずき ゆり');
    const resident = await house.resident({ name: '和田 千鶴', kana: 'わだ ちづる', agreed: false });
    const { item } = await house.manager.does(holdTemporarily, {
      residentId: resident.id,
      kind: 'my-number-card',
      reason: 'no-agreement',
      storageId: null,
    });
    const { page } = tablet;
    await tablet.signIn(suzuki, '/hand-over');
    await expect(page.getByText('ご本人のカードです。ご希望があれば、お返しします。')).toBeVisible();
    await findByKana(page, resident);
    await page.getByRole('checkbox', { name: 'マイナンバーカード' }).check();
    await page.getByRole('radio', { name: 'いいえ' }).check();
    await page.getByRole('radio', { name: 'お返しする' }).check();
    await page.getByRole('radio', { name: resident.name }).check();
    await page.getByRole('button', { name: '1点：お返しする' }).click();
    await expect(page.getByRole('heading', { name: 'お返ししました' })).toBeVisible();

    const given = (await house.movements(item.id)).at(-1);
    expect(given?.type).toBe('item.handed-over');
    expect(given?.facts).toMatchObject({ disposition: 'returned', receiver: 'other:resident' });
    expect(given?.actor.name).toBe(suzuki.name);
  },
);
