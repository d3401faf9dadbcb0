import { expect, journey } from '../house/journey.ts';
import { Today } from '../pages/today.ts';

journey(
  'she comes back without the card: it stayed at the clinic, and somebody has to call there',
  async ({ house, tablet }) => {
    const suzuki = await house.staff('鈴木 千草', 'すずき ちぐさ');
    const kinds = ['eligibility-certificate', 'medication-notebook'] as const;
    const resident = await house.resident({ name: '三浦 トメ', kana: 'みうら とめ', kinds });
    const [card, notebook] = resident.items.map(({ id }) => id);
    await house.taken(suzuki, [card ?? '', notebook ?? ''], 'あおば歯科');
    await tablet.signIn(suzuki, '/check-in');
    const group = tablet.page.getByRole('main').getByRole('listitem').filter({ hasText: resident.name });
    await group.getByRole('button', { name: '受診先に置いてきた' }).click();
    await group.getByRole('checkbox', { name: 'お薬手帳' }).uncheck();
    await expect(group.getByRole('textbox', { name: '置いてきた所' })).toHaveValue('あおば歯科');
    await group.getByRole('button', { name: '置いてきたと記録する' }).click();
    await tablet.says('替えました');
    await expect(group.getByText('あおば歯科にあります。電話して、取りに行く日を決めてください。')).toBeVisible();

    await tablet.goTo('今日');
    const today = new Today(tablet);
    const row = today.rowOf(resident.name).filter({ hasText: '資格確認書' });
    await expect(row).toContainText('受診先にあります。電話して、取りに行く日を決めてください。');
    await expect(today.rowOf(resident.name).filter({ hasText: 'お薬手帳' })).not.toContainText('電話して');

    const changed = (await house.movements(card ?? '')).at(-1);
    expect(changed?.type).toBe('item.changed');
    expect(changed?.facts['holder']).toBe('other:clinic');
    expect(changed?.private['holderName']).toBe('あおば歯科');
    expect(await house.types(notebook ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
  },
);
