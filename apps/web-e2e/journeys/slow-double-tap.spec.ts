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
  await tablet.signIn(nurse);
  await tablet.goTo('もどす');
  const first = tablet.page.getByRole('button', { name: 'もどす', exact: true }).first();
  const place = await first.boundingBox();
  if (!place) throw new Error('no button');
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  for (const wait of [0, 500, 800]) {
    await tablet.page.waitForTimeout(wait);
    await tablet.page.mouse.click(x, y);
  }
  await tablet.says('もどしました');
  const types = await Promise.all(residents.flatMap(({ items }) => items.map(({ id }) => house.types(id))));
  expect(types.flat().filter((type) => type === 'item.checked-in')).toHaveLength(1);
});
