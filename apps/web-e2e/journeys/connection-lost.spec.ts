import { expect, journey } from '../house/journey.ts';
import { CheckOut } from '../pages/check-out.ts';
import { Today } from '../pages/today.ts';

const WORDS =
  'この操作は記録できたか確認できていません。紙の控えに書いてください。つながったら記録を見て、なければ『あとから記録』で入れます。';

journey(
  'the connection goes away before a check-out: nothing is recorded, and the page says what to do',
  async ({ house, tablet, watch, context }) => {
    watch.networkMayFail();
    const suzuki = await house.staff('鈴木 四郎', 'すずき しろう');
    const resident = await house.resident({
      name: '清水 キヨ',
      kana: 'しみず きよ',
      kinds: ['eligibility-certificate'],
    });
    const [card] = resident.items;
    await tablet.signIn(suzuki, '/check-out');
    const checkOut = new CheckOut(tablet);
    await checkOut.choose(resident);
    await expect(checkOut.submit(1)).toBeEnabled();

    await context.setOffline(true);
    await checkOut.submit(1).click();
    const alert = checkOut.refusal.filter({ hasText: 'この操作は' });
    await expect(alert).toContainText('つながりません。');
    await expect(alert).toContainText(WORDS);
    await expect(checkOut.submit(1)).toBeDisabled();
    expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in']);

    await context.setOffline(false);
    await alert.getByRole('button', { name: '同じ操作をもう一度送る' }).click();
    await tablet.says('出しました');
    await expect(new Today(tablet).rowOf(resident.name)).toBeVisible();
    expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
  },
);

journey(
  'the answer gets lost after the check-out was recorded: the same tap sent again is still one movement',
  async ({ house, tablet, watch }) => {
    watch.networkMayFail();
    const suzuki = await house.staff('鈴木 五郎', 'すずき ごろう');
    const resident = await house.resident({
      name: '杉本 節子',
      kana: 'すぎもと せつこ',
      kinds: ['eligibility-certificate'],
    });
    const [card] = resident.items;
    const commands: string[] = [];
    let losing = true;
    await tablet.page.route('**/api/custody/check-outs', async (route) => {
      commands.push((route.request().postDataJSON() as { commandId: string }).commandId);
      if (!losing) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await tablet.signIn(suzuki, '/check-out');
    const checkOut = new CheckOut(tablet);
    await checkOut.choose(resident);
    await checkOut.submit(1).click();
    await expect(checkOut.refusal.filter({ hasText: WORDS })).toBeVisible();
    expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);

    losing = false;
    await checkOut.refusal.getByRole('button', { name: '同じ操作をもう一度送る' }).click();
    await tablet.says('出しました');
    expect(commands).toHaveLength(2);
    expect(new Set(commands).size).toBe(1);
    expect(await house.types(card?.id ?? '')).toEqual(['item.taken-in', 'item.checked-out']);
  },
);
