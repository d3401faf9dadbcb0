import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Today } from '../pages/today.ts';

journey(
  'two people want the same card: the second is told who has it, since when, and two ways on',
  async ({ house, tablet, another }) => {
    const suzuki = await house.staff('鈴木 二郎', 'すずき じろう');
    const chiba = await house.staff('千葉 さくら', 'ちば さくら');
    const resident = await house.resident({
      name: '加藤 フミ',
      kana: 'かとう ふみ',
      kinds: ['eligibility-certificate'],
    });
    const [card] = resident.items;
    const second = await another();
    await Promise.all([tablet.signIn(suzuki, '/check-out'), second.signIn(chiba, '/check-out')]);
    const mine = new CheckOut(tablet);
    const hers = new CheckOut(second);
    await mine.choose(resident);
    await hers.choose(resident);
    await expect(hers.submit(1)).toBeEnabled();

    await mine.submit(1).click();
    await tablet.says('出しました');
    await hers.submit(1).click();

    await expect(hers.refusal).toContainText('まだ記録していません。');
    await expect(hers.refusal).toContainText(
      /資格確認書は、鈴木 二郎さんが持っています（.*\d{1,2}:\d{2}から・外来受診）。/,
    );
    await expect(hers.refusal.getByRole('button', { name: 'いま金庫にあります' })).toBeVisible();
    await hers.refusal.getByRole('button', { name: '持つ人を替える' }).click();
    await expect(second.page.getByRole('heading', { name: '持つ人・予定を替える' })).toBeVisible();
    expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
  },
);

journey('what one tablet records stands on the other within five seconds', async ({ house, tablet, another }, info) => {
  const suzuki = await house.staff('鈴木 三郎', 'すずき さぶろう');
  const resident = await house.resident({ name: '菊地 トシ', kana: 'きくち とし', kinds: ['care-insurance-card'] });
  const onTheWall = await another();
  await onTheWall.signIn(house.manager);
  const wall = new Today(onTheWall);
  await expect(onTheWall.page.getByRole('heading', { name: '外に出ているもの' })).toBeVisible();
  await expect(wall.rowOf(resident.name)).toHaveCount(0);

  await tablet.signIn(suzuki, '/check-out');
  const checkOut = new CheckOut(tablet);
  await checkOut.choose(resident);
  await checkOut.item('介護保険証').check();
  const answered = tablet.page.waitForResponse((response) => response.url().endsWith('/custody/check-outs'));
  await checkOut.submit(1).click();
  await answered;
  const recorded = Date.now();

  await expect(wall.rowOf(resident.name)).toBeVisible();
  info.annotations.push({
    type: 'seconds',
    description: `${String((Date.now() - recorded) / 1_000)} s until the other tablet`,
  });
  await new Today(tablet).putBack(resident.name, 1);
  await tablet.says('もどしました');
  await expect(wall.rowOf(resident.name)).toHaveCount(0);
});
