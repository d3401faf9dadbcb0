import { listItems } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { HandOver } from '../pages/hand-over.ts';
import { printed } from '../pages/papers.ts';

journey(
  'the wrong one is marked as dead and it is taken back; then a death closes with nothing left',
  async ({ house, tablet }) => {
    const leader = await house.staff('出口 逝子', 'でぐち せいこ', 'responsible');
    const resident = await house.resident({
      name: '末永 ツル',
      kana: 'すえなが つる',
      kinds: ['care-insurance-card', 'my-number-card'],
    });
    const [care = { id: '' }, card = { id: '' }] = resident.items;
    const { page } = tablet;
    const main = page.getByRole('main');
    const leaving = `/residents/${resident.id}/leaving`;
    const dies = async (): Promise<void> => {
      await main.getByRole('radio', { name: 'ご逝去' }).check();
      await expect(main.getByText('相続などの手続きで使われることがあります')).toBeVisible();
      await main.getByRole('button', { name: '退所を記録する' }).click();
      await expect(main.getByText('行き先の決まっていないものが2点あります。')).toBeVisible();
    };
    await tablet.signIn(leader, leaving);
    await dies();
    await main.getByRole('button', { name: '退所の記録を取り消す' }).click();
    await main.getByRole('textbox', { name: 'くわしく' }).fill('同じ名字の別の方でした');
    await main.getByRole('button', { name: '取り消す', exact: true }).click();
    await expect(main.getByRole('button', { name: '退所を記録する' })).toBeVisible();

    await tablet.open(`/residents/${resident.id}`);
    await expect(main.getByText('この方のお知らせは止まっています')).toBeVisible();
    await main.getByRole('button', { name: 'お知らせを再開する' }).click();
    await expect(main.getByText('この方のお知らせは止まっています')).toBeHidden();

    await tablet.open(leaving);
    await dies();
    await main.getByRole('button', { name: 'お話し合い中にする' }).click();
    await main.getByRole('textbox', { name: 'うかがったこと' }).fill('長男と次女で話し合い中');
    await main.getByRole('button', { name: '記録する', exact: true }).click();
    await expect(main.getByText('お話し合い中（')).toBeVisible();

    const handOver = new HandOver(tablet);
    await handOver.of(resident, care.id, '返納する');
    await handOver.record('返納する');
    await expect(handOver.done).toHaveText('返納しました');

    await handOver.of(resident, card.id, 'お返しする');
    await main.getByRole('radio', { name: /^ほかの方/ }).check();
    await main.getByRole('textbox', { name: '受け取る方・窓口の名前' }).fill('末永 一郎');
    await handOver.record('お返しする');
    await expect(main.getByText('お話し合いがつくまで、施設でお預かりします')).toBeVisible();

    await tablet.open(leaving);
    await main.getByRole('button', { name: 'お話がまとまった' }).click();
    await main.getByRole('textbox', { name: 'うかがったこと' }).fill('長男が受け取る');
    await main.getByRole('button', { name: '記録する', exact: true }).click();
    await expect(main.getByText('お話し合い中（')).toBeHidden();
    await main.getByRole('link', { name: /行き先を記録する/ }).click();
    await handOver.ends('お返しする');
    await main.getByRole('radio', { name: /^ほかの方/ }).check();
    await main.getByRole('textbox', { name: '受け取る方・窓口の名前' }).fill('末永 一郎');
    await handOver.record('お返しする');
    await expect(handOver.done).toHaveText('お返ししました');

    await tablet.open(leaving);
    await expect(main.getByText('すべての行き先が決まりました。')).toBeVisible();
    const receipt = await printed(page, 'F9', main.getByRole('button', { name: '返却書・受領書を印刷' }));
    expect(receipt.replaceAll(/\s/g, '')).toContain('■ご逝去');
    const { items } = await house.manager.asks(listItems, { residentId: resident.id });
    expect(items.map(({ custody }) => custody.at)).toEqual(['ended', 'ended']);
  },
);
