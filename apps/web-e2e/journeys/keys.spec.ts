import { addStorage, handOverKey, readBoard, readKeys, setKeys } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import type { House } from '../house/house.ts';

/** A locker of its own, in a house that records its keys. */
async function locker(house: House, label: string): Promise<string> {
  const { storages } = await house.manager.does(addStorage, { parentId: null, kind: 'locker', label });
  await begin(house);
  return storages[0]?.id ?? '';
}

/** One house sees several journeys, and only the first begins. */
async function begin({ manager }: House): Promise<void> {
  if (!(await manager.asks(readKeys)).kept) await manager.does(setKeys, { kept: true });
}

journey('a house begins to record keys, and ends it', async ({ house, tablet }) => {
  const { page } = tablet;
  await begin(house);
  await house.manager.does(setKeys, { kept: false });
  await tablet.signIn(house.manager, '/keys');
  await expect(page.getByText('鍵の受け渡しを記録していません')).toBeVisible();
  await page.getByRole('button', { name: '鍵の受け渡しを記録する' }).click();
  await expect(page.getByText('金庫', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '記録するのをやめる' }).click();
  await expect(page.getByText('鍵の受け渡しを記録していません')).toBeVisible();
});

journey('a key is taken from the box, handed on in two taps, and stands on 今日', async ({ house, tablet }) => {
  const { page } = tablet;
  await locker(house, '北棟のロッカー');
  const [taro, eri] = [
    await house.staff('原 太郎', 'はら たろう', 'emergency-only'),
    await house.staff('原 恵理', 'はら えり'),
  ];
  await tablet.signIn(taro, '/keys');
  const key = page.getByRole('listitem').filter({ hasText: '北棟のロッカー' });
  await expect(key.getByText('キーボックスにあります')).toBeVisible();
  await key.getByRole('button', { name: '北棟のロッカー 受け渡す' }).click();
  await key.getByRole('button', { name: `自分（${taro.name}）` }).click();
  await tablet.says('鍵を受け渡しました');
  await expect(key.getByText('自分が持っています')).toBeVisible();

  await key.getByRole('button', { name: '北棟のロッカー 受け渡す' }).click();
  await key.getByRole('button', { name: eri.name }).click();
  await expect(key.getByText(`${eri.name}さんが持っています`)).toBeVisible();

  await tablet.open('/today');
  const keys = page.getByRole('region', { name: 'ロッカーの鍵' });
  await expect(keys.getByRole('listitem').filter({ hasText: '北棟のロッカー' })).toContainText(`${eri.name}さん`);
  await keys.getByRole('link', { name: '受け渡す' }).click();
  await key.getByRole('button', { name: '北棟のロッカー 受け渡す' }).click();
  await key.getByRole('button', { name: 'キーボックスへもどす' }).click();
  await expect(key.getByText('キーボックスにあります')).toBeVisible();
});

journey('two tablets take one key: the second is told who has it', async ({ house, another }) => {
  const lockerId = await locker(house, '南棟のロッカー');
  const [akira, mio] = [await house.staff('森 明', 'もり あきら'), await house.staff('森 美緒', 'もり みお')];
  const second = await another();
  // The second tablet has not heard of anything yet when it is tapped.
  const before = await mio.asks(readBoard);
  await second.page.route('**/api/board*', (route) => route.fulfill({ json: before }));
  await second.signIn(mio, '/keys');
  const key = second.page.getByRole('listitem').filter({ hasText: '南棟のロッカー' });
  await key.getByRole('button', { name: '南棟のロッカー 受け渡す' }).click();
  const me = key.getByRole('button', { name: `自分（${mio.name}）` });
  await expect(me).toBeVisible();
  await akira.does(handOverKey, { from: null, to: akira.id }, { id: lockerId });
  await me.click();
  await expect(key.getByText(new RegExp(`この鍵は、いま${akira.name}さんが持っています`))).toBeVisible();
  await expect(key.getByText(`${akira.name}さんが持っています`, { exact: true })).toBeVisible();
});
