import { readBoard } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';

journey('two slow taps on one もどす put back one card, not the next resident’s as well', async ({ house, tablet }) => {
  const nurse = await house.staff('二度 押子', 'にど おしこ');
  const residents = [
    await house.resident({ name: '上 一子', kana: 'うえ いちこ', kinds: ['care-insurance-card'] }),
    await house.resident({ name: '下 二子', kana: 'した ふたこ', kinds: ['care-insurance-card'] }),
  ];
  for (const { items } of residents)
    await house.taken(
      nurse,
      items.map(({ id }) => id),
    );
  // Whoever else is out in this house stands in the list as well.
  const isOut = async (): Promise<number> => (await house.manager.asks(readBoard)).totals.out;
  const before = await isOut();
  await tablet.signIn(nurse);
  await tablet.goTo('もどす');
  // 今日 has buttons of the same name, at other places.
  await expect(tablet.page.getByRole('heading', { level: 1, name: 'もどす' })).toBeVisible();
  const first = tablet.page.getByRole('button', { name: 'もどす', exact: true }).first();
  await expect(first).toBeEnabled();
  const place = await first.boundingBox();
  if (!place) throw new Error('no button');
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  for (const wait of [0, 500, 800]) {
    await tablet.page.waitForTimeout(wait);
    await tablet.page.mouse.click(x, y);
  }
  // A second one would have been recorded by then.
  await tablet.page.waitForTimeout(500);
  expect(await isOut()).toBe(before - 1);
});
