import { listStaff, listStorages, listResidents, readFacility } from '@azukari/contract';
import { expect, journey, Person } from '../house/journey.ts';
import { digitsOf } from '../house/authenticator.ts';
import { SetUp } from '../pages/setup.ts';

const MANAGER = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'sato', password: 'midori-no-kagi-5' };

journey(
  'an empty server is set up: facility, safe, text, residents from a spreadsheet, staff',
  async ({ empty, fresh }) => {
    const { page } = fresh;
    const setUp = new SetUp(page);
    await fresh.open('/');
    await setUp.arrivesAt('施設と、はじめの管理者');
    await setUp.make('0000-0000-0000', '特別養護老人ホームみどりの丘', MANAGER);
    await expect(page.getByRole('alert')).toContainText('コードが合いませんでした。');
    await setUp.make(empty.code, '特別養護老人ホームみどりの丘', MANAGER);

    await setUp.arrivesAt('サインインの方法');
    await fresh.open('/staff');
    await setUp.arrivesAt('サインインの方法');
    await fresh.open('/setup/storages');
    await page.getByRole('button', { name: '認証アプリを登録する' }).click();
    await expect(page.getByRole('img', { name: '読みとる図' })).toBeVisible();
    const secret = await page.getByText(/^[A-Z2-7]{32}$/).innerText();
    const digits = page.getByRole('textbox', { name: 'アプリに出た6けたの数字' });
    await digits.fill('12345');
    await page.getByRole('button', { name: 'この数字で登録する' }).click();
    await expect(page.getByText('数字が合いませんでした。')).toBeVisible();
    await digits.fill(digitsOf(secret));
    await page.getByRole('button', { name: 'この数字で登録する' }).click();
    const spare = page.getByRole('listitem');
    await expect(spare).toHaveCount(10);
    const onPaper = await spare.nth(3).innerText();
    await page.getByRole('button', { name: '続ける' }).click();

    await setUp.arrivesAt('カードをしまう場所');
    await page.getByRole('button', { name: 'この形で作る' }).click();
    await expect(page.getByText('1段目').first()).toBeVisible();
    await setUp.next();
    await setUp.arrivesAt('預かり依頼書の文面');
    await setUp.next();

    await setUp.arrivesAt('利用者の登録');
    const table = [
      '名前\tふりがな\t部屋\t生年月日',
      '髙﨑 ミツ\tたかさき みつ\t203\t昭和13年5月3日',
      '𠮷田 勇\tよしだ いさむ\t204\t1940/1/5',
    ].join('\n');
    await page.getByRole('textbox', { name: '表をはりつける' }).fill(table);
    await page.getByRole('button', { name: 'たしかめる' }).click();
    await page.getByRole('button', { name: '2人・0点を登録する' }).click();
    await expect(page.getByText('登録しました。利用者2人')).toBeVisible();
    await setUp.next();

    await setUp.arrivesAt('職員と、カードを扱える職員');
    await setUp.next();
    await setUp.arrivesAt('準備ができました');
    await page.getByRole('link', { name: '「今日」をひらく' }).click();
    await expect(page.getByText('まだ何もお預かりしていません')).toBeVisible();

    const sato = await new Person(empty.url, MANAGER.name, MANAGER.loginId, MANAGER.password).signIn(
      digitsOf(secret, 1),
    );
    expect((await sato.asks(readFacility)).name).toBe('特別養護老人ホームみどりの丘');
    expect((await sato.asks(listStorages)).storages.filter(({ kind }) => kind === 'pouch').length).toBeGreaterThan(10);
    const { residents } = await sato.asks(listResidents);
    expect(residents.map(({ name, birthDate }) => [name, birthDate])).toEqual([
      ['髙﨑 ミツ', '1938-05-03'],
      ['𠮷田 勇', '1940-01-05'],
    ]);
    expect((await sato.asks(listStaff)).staff).toMatchObject([
      { loginId: 'sato', role: 'manager', level: 'responsible' },
    ]);

    await fresh.open('/more');
    await page.getByRole('main').getByRole('button', { name: 'サインアウト' }).click();
    await page.getByRole('textbox', { name: 'サインイン名' }).fill(MANAGER.loginId);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(MANAGER.password);
    await page.getByRole('button', { name: 'サインインする' }).click();
    const code = page.getByRole('textbox', { name: '認証アプリの6けたの数字' });
    await code.fill('000000');
    await page.getByRole('button', { name: 'サインインする' }).click();
    await expect(page.getByRole('alert')).toContainText('数字が合いませんでした。');
    await code.fill(onPaper);
    await page.getByRole('button', { name: 'サインインする' }).click();
    await expect(fresh.banner.getByText(MANAGER.name)).toBeVisible();
    await fresh.open('/ways');
    await expect(page.getByText('使っていないコード：9個')).toBeVisible();
  },
);
