import type { Page } from '@playwright/test';
import { expect, journeyIn } from '../house/journey.ts';
import { tapsSoFar } from '../house/taps.ts';

const LINES = 10;
/** What a person types at three keys a second in a minute. */
const MOST_KEYS = 180;

/** Keys are pressed one by one, as by a person, and counted. */
class Keys {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.pressed += text.length;
  }

  async enter(): Promise<void> {
    await this.page.keyboard.press('Enter');
    this.pressed += 1;
  }
}

/** What lies in this safe, nobody else moves: the times of a sheet are earlier than theirs would be. */
const journey = journeyIn();

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;

journey('the morning after: ten lines of a paper sheet, by keyboard, once', async ({ house, tablet }) => {
  const yoshida = await house.staff('吉田 灯', 'よしだ あかり', 'deputy');
  const people = house.settled.filter(({ name }) => name !== '中島 正一');
  const { page } = tablet;
  await tablet.signIn(yoshida, '/late-entry/sheet');
  const number = page.getByRole('textbox', { name: '紙の控えの番号' });
  await number.focus();
  const lines = page.getByRole('list', { name: '入れた行' }).getByRole('listitem');
  const who = page.getByRole('searchbox', { name: 'だれの' });
  const keys = new Keys(page);
  const [taps, began] = [await tapsSoFar(page), Date.now()];
  await keys.type('77');
  await keys.enter();
  await keys.enter();
  for (let n = 0; n < LINES; n++) {
    const resident = people[n % people.length];
    if (!resident) throw new Error('nobody lives here');
    await expect(who).toBeFocused();
    await keys.type(resident.kana.slice(0, 2));
    await keys.enter();
    // The only thing that is kept for her is chosen; Enter goes on from it.
    await expect(page.getByRole('checkbox', { name: '介護保険証' })).toBeChecked();
    await keys.enter();
    await keys.type(clock(120 + n * 20));
    await keys.enter();
    await keys.type(clock(130 + n * 20));
    for (let step = 0; step < 4; step++) await keys.enter();
    await expect(lines).toHaveCount(n + 1);
  }
  await keys.enter();
  await expect(page.getByRole('button', { name: `${String(LINES)}行をまとめて記録する` })).toBeFocused();
  const seconds = (Date.now() - began) / 1000;
  console.log(`ten lines: ${String(keys.pressed)} keys, ${seconds.toFixed(1)} s`);
  expect(keys.pressed).toBeLessThanOrEqual(MOST_KEYS);
  expect(await tapsSoFar(page)).toBe(taps);

  // A reload loses nothing but words.
  await page.reload();
  await expect(lines).toHaveCount(LINES);
  await expect(number).toHaveValue('77');
  await page.getByRole('button', { name: `${String(LINES)}行をまとめて記録する` }).click();
  await tablet.says('記録しました');
  const id = people[0]?.items[0]?.id ?? '';
  const out = (await house.movements(id)).filter(({ type }) => type === 'item.checked-out');
  expect(out.map(({ facts }) => facts['sheet'])).toContain('F3-000077');
  expect(out.some(({ occurredAt }) => occurredAt === new Date(`${house.today()}T02:00:00+09:00`).toISOString())).toBe(
    true,
  );

  await tablet.open('/late-entry/sheet');
  await number.fill('F3-000077');
  await expect(page.getByText('F3-000077 は、10行がもう記録にあります。')).toBeVisible();
  await expect(page.getByText('吉田 灯さんが')).toBeVisible();
  await expect(page.getByRole('group', { name: '11行目' })).toBeVisible();
});
