import { addDemoFacility, listItems, listResidents } from '@azukari/contract';
import { expect, journey, Person } from '../house/journey.ts';

const PASSWORD = 'momiji-no-tobira-8';

journey(
  'somebody moves to another home: sent from here, confirmed there thing by thing',
  async ({ house, tablet, another }) => {
    const name = { name: '移谷 幸', kana: 'うつりや さち', loginId: 'utsuriya' };
    const { facility } = await house.manager.sends(addDemoFacility, {
      name: 'もみじの里（架空）',
      manager: { ...name, password: PASSWORD },
    });
    const there = await new Person(house.url, name.name, name.loginId, PASSWORD).signIn();
    const leader = await house.staff('送田 渡', 'おくりた わたる', 'responsible');
    const resident = await house.resident({
      name: '髙﨑 𠮷右衛門',
      kana: 'たかさき きちえもん',
      kinds: ['care-insurance-card', 'my-number-card'],
    });
    const main = tablet.page.getByRole('main');
    await tablet.signIn(leader, `/residents/${resident.id}/leaving`);
    await main.getByRole('radio', { name: '転居' }).check();
    await main.getByRole('button', { name: '退所を記録する' }).click();
    await expect(main.getByRole('combobox', { name: '送り先' })).toHaveValue(facility.id);
    await main.getByRole('button', { name: '2点を送る' }).click();
    await expect(main.getByText('引き継ぎの途中です。')).toHaveCount(2);

    const second = await another();
    await second.signIn(there, '/today');
    const other = second.page.getByRole('main');
    await expect(other.getByText('こちらへ向かっている預り品が2点あります')).toBeVisible();
    await other.getByRole('link', { name: '確認する' }).click();
    const [card, more] = [
      other.getByRole('radio', { name: '着いた', exact: true }),
      other.getByRole('radio', { name: '着いていない' }),
    ];
    await card.first().check();
    await more.last().check();
    await other.getByRole('button', { name: '2点を記録する' }).click();
    await expect(other.getByText('着いていないとのお返事です')).toBeVisible();
    const [here] = (await there.asks(listResidents, { q: resident.kana })).residents;
    const { items } = await there.asks(listItems, { residentId: here?.id ?? '' });
    expect(items.map(({ custody }) => custody)).toMatchObject([{ at: 'stored', hold: { reason: 'no-agreement' } }]);

    await tablet.open('/today');
    await expect(main.getByText('送った1点が、着いていないとのお返事です')).toBeVisible();
    await main.getByRole('link', { name: '確認する' }).click();
    await main.getByRole('button', { name: '送るのをやめて、金庫にもどした' }).click();
    await expect(main.getByText('送るのをやめました')).toBeVisible();
    const mine = await house.manager.asks(listItems, { residentId: resident.id });
    expect(mine.items.map(({ custody }) => custody.at).sort()).toEqual(['ended', 'stored']);
    await second.open('/transfers');
    await expect(other.getByText('向かっているものはありません')).toBeVisible();
  },
);
