import { expect, journey } from '../house/journey.ts';
import { tapsOf } from '../house/taps.ts';
import { residentTile } from '../pages/finder.ts';
import { Today } from '../pages/today.ts';

journey(
  'an ambulance: somebody without an appointment takes everything out in two taps, a leader looks at it later',
  async ({ house, tablet, another }, info) => {
    const yoru = await house.staff('夜久 明', 'やく あきら', null);
    const kinds = ['eligibility-certificate', 'care-insurance-card', 'medication-notebook', 'patient-card'] as const;
    const resident = await house.resident({ name: '野口 勇', kana: 'のぐち いさむ', kinds });
    await tablet.signIn(yoru);
    await expect(tablet.page.getByRole('navigation').getByRole('link', { name: '出す', exact: true })).toHaveCount(0);
    await tablet.goTo('救急');
    await tablet.page
      .getByRole('group', { name: 'ふりがなの行' })
      .getByRole('button', { name: 'な', exact: true })
      .click();
    const taps = await tapsOf(tablet.page, async () => {
      await residentTile(tablet.page, resident.name).click();
      await tablet.page.getByRole('button', { name: '3点を出す' }).click();
      await tablet.says('出しました');
    });
    expect(taps, 'the person, and go').toBe(2);
    info.annotations.push({ type: 'taps', description: `${String(taps)} with the person` });
    const today = new Today(tablet);
    await expect(today.reviewOf(resident.name)).toContainText('夜久 明さんが記録');
    await expect(today.reviewOf(resident.name).getByRole('button')).toHaveCount(0);

    const office = await another();
    await office.signIn(house.manager);
    const leaders = new Today(office);
    await leaders.reviewOf(resident.name).getByRole('button', { name: '問題ありません' }).click();
    await expect(leaders.reviewOf(resident.name)).toHaveCount(0);

    for (const { id, kind } of resident.items) {
      const types = await house.types(id);
      if (kind === 'patient-card') expect(types).toEqual(['item.taken-in']);
      else expect(types).toEqual(['item.taken-in', 'item.checked-out', 'emergency.reviewed']);
    }
  },
);
