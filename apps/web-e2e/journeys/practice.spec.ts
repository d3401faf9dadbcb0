import { listAppointments } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { findByKana } from '../pages/finder.ts';

journey(
  'れんしゅう: somebody new does each of five things once in a made-up house, and her day of training stands in the real one',
  async ({ house, tablet }) => {
    const kikyo = await house.staff('桔梗 習子', 'ききょう ならこ');
    const { page } = tablet;
    const main = page.getByRole('main');
    const course = page.getByRole('region', { name: 'れんしゅう' });
    const press = (name: string | RegExp) => main.getByRole('button', { name }).first().click();
    await tablet.signIn(kikyo, '/more');
    await main.getByRole('link', { name: 'れんしゅう' }).click();
    await press(/^れんしゅうを/);
    await expect(course).toContainText('1／5');
    await expect(tablet.banner).toContainText('れんしゅうの家');
    await expect(tablet.banner).not.toContainText(kikyo.name);

    await tablet.goTo('出す');
    await findByKana(page, { row: 'ま', name: '見本 一子' });
    await press(/点を出す$/);
    await expect(course).toContainText('2／5');
    await tablet.goTo('もどす');
    await press(/もどす$/);
    await expect(course).toContainText('3／5');
    await tablet.goTo('救急');
    await findByKana(page, { row: 'ら', name: '練習 二郎' });
    await press(/点を出す$/);
    await expect(course).toContainText('4／5');

    await tablet.goTo('その他');
    await main.getByRole('link', { name: 'さがしています' }).click();
    await press('さがし始める');
    await findByKana(page, { row: 'か', name: '仮野 三江' });
    await main.getByRole('checkbox', { name: '介護保険証' }).check();
    await press('さがし始める');
    await press('見つかりました');
    await expect(course).toContainText('5／5');

    await tablet.goTo('点検');
    await press('れんしゅうの金庫 下の段 数える');
    for (const [pouch, kinds] of [
      ['4番', ['資格確認書', '介護保険証']],
      ['5番', ['資格確認書']],
      ['6番', ['介護保険証']],
    ] as const) {
      await main.getByRole('button', { name: pouch }).click();
      for (const kind of kinds) await main.getByRole('checkbox', { name: kind, exact: true }).check();
    }
    await press('数え終わりました');
    await expect(main).toContainText('ちがいはありません');

    await course.getByRole('link', { name: /おわり/ }).click();
    await expect(main).toContainText(`${kikyo.name}さんの`);
    await press(/に\s*もどる$/);
    await expect(tablet.banner).toContainText(kikyo.name);
    await expect(course).toHaveCount(0);
    const { appointments } = await house.manager.asks(listAppointments);
    const line = appointments.find(({ staff }) => staff.name === kikyo.name);
    expect(line?.trainedOn).toMatch(/^\d{4}-/);
    await tablet.open('/staff');
    await expect(
      main.getByRole('region', { name: '取扱者' }).getByRole('listitem').filter({ hasText: kikyo.name }),
    ).toContainText(/研修 \d{4}年/);
  },
);
