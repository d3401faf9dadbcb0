import { reportMissing } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { printed } from '../pages/papers.ts';

journey(
  'a lost card: the guide asks what it needs, each step has a name, the paper tells it, and it ends',
  async ({ house, tablet }) => {
    const resident = await house.resident({ name: '紛失 トメ', kana: 'ふんしつ とめ', kinds: ['my-number-card'] });
    await house.manager.does(reportMissing, { itemIds: resident.items.map(({ id }) => id), note: '一日さがした' });
    const { page } = tablet;
    await tablet.signIn(house.manager);
    const missing = page
      .getByRole('region', { name: 'さがしています' })
      .locator('az-item-tile', { hasText: resident.name });
    await expect(missing).toContainText(/紛失の手順 0 \/ 8/);
    await missing.getByRole('link', { name: '手順をひらく' }).click();

    const card = page.locator('az-missing-item', { hasText: resident.name });
    const guide = card.locator('az-loss-guide');
    const dialog = page.getByRole('dialog');
    await expect(guide).toContainText('0120-95-0178');
    await guide.getByRole('button', { name: 'なくしたときのことを記録' }).click();
    await dialog.getByRole('radio', { name: '施設の外' }).check();
    await dialog.getByRole('radio', { name: 'はい', exact: true }).check();
    await dialog.getByRole('textbox', { name: '気づいた人' }).fill('鈴木 一郎');
    await dialog.getByRole('button', { name: '記録する' }).click();
    await expect(dialog).toBeHidden();

    // Who cannot leave the bed has the certificate before the new card.
    await expect(guide.locator('ol > li').nth(5)).toContainText('資格確認書の申請');
    const police = guide.getByRole('listitem').filter({ hasText: '警察に遺失届' });
    await police.getByRole('button', { name: /^した/ }).click();
    await dialog.getByRole('textbox', { name: /相手・受付の番号/ }).fill('桜警察署 受理 第12号');
    await dialog.getByRole('button', { name: '記録する' }).click();
    await expect(dialog).toBeHidden();
    await expect(police).toContainText('桜警察署 受理 第12号');
    await expect(police).toContainText('佐藤 花子');
    const issuer = guide.getByRole('listitem').filter({ hasText: '市区町村に事故報告' });
    await issuer.getByRole('button', { name: /^いらない/ }).click();
    await expect(guide).toContainText('2 / 8 済み');

    const report = await printed(page, 'F11', guide.getByRole('button', { name: '紛失・事故報告書' }));
    for (const part of ['紛失 トメ', '■ 施設の外', '桜警察署 受理 第12号', '鈴木 一郎']) expect(report).toContain(part);

    await card.getByRole('button', { name: '見つかりました' }).click();
    const past = page.getByRole('region', { name: '終わった紛失' });
    await past.locator('summary', { hasText: resident.name }).click();
    await past.getByRole('button', { name: '原因と手だてを記録' }).click();
    await dialog.getByRole('textbox', { name: /^原因/ }).fill('上着に入れたまま');
    await dialog.getByRole('button', { name: '記録する' }).click();
    await expect(past.locator('az-loss-guide')).toContainText('上着に入れたまま');
  },
);
