import { type DraftOf, holdTemporarily } from '@azukari/contract';
import type { Locator, Page } from '@playwright/test';
import type { Resident } from '../house/house.ts';
import { forEverybody } from '../house/for-everybody.ts';
import { expect, journey } from '../house/journey.ts';
import { unfolded } from '../pages/deadlines.ts';
import { HandOver } from '../pages/hand-over.ts';
import { printed } from '../pages/papers.ts';

type Held = DraftOf<typeof holdTemporarily>;

const lineOf = (page: Page, list: string, name: string): Locator =>
  page.getByRole('region', { name: list, exact: true }).getByRole('listitem').filter({ hasText: name });

journey(
  'an address that stays, and a renewal that nobody makes: each line goes by being done',
  async ({ house, tablet }) => {
    const { page } = tablet;
    const resident = await house.resident({
      name: '久保 千鶴',
      kana: 'くぼ ちづる',
      kinds: ['my-number-card', 'care-insurance-card'],
      printed: house.inHours(24 * 40).slice(0, 10),
      admittedOn: house.today(),
    });
    await tablet.signIn(house.manager);
    await tablet.goTo('期限');
    await page.getByRole('link', { name: 'いま、すること' }).click();

    const moving = lineOf(page, '入所後の住所変更', resident.name);
    await expect(moving).toContainText('あと14日');
    await expect(moving).toContainText('あと90日');
    await moving.getByRole('button', { name: /^書き入れる/ }).click();
    await moving.getByRole('radio', { name: '移しません' }).check();
    expect(await forEverybody(page)).toEqual([]);
    await moving.getByRole('button', { name: '記録する' }).click();
    await tablet.says('記録しました');
    await expect(moving).toHaveCount(0);

    const renewal = lineOf(page, '更新を始める', resident.name).filter({ hasText: '要介護認定の期限' });
    await renewal.getByRole('button', { name: /^なぜこの日？/ }).click();
    await renewal.getByRole('button', { name: 'お知らせを終える' }).click();
    await renewal.getByRole('radio', { name: '更新しない' }).check();
    await renewal.getByRole('button', { name: '終えることを記録する' }).click();
    await tablet.says('記録しました');
    await expect(renewal).toHaveCount(0);

    await page.getByRole('link', { name: 'すべての期限' }).click();
    const closed = await unfolded(page, 'お知らせを終えたもの');
    await expect(closed.getByRole('listitem').filter({ hasText: resident.name })).toContainText('更新しない');
  },
);

journey('somebody is put on the list of applications, and her sheet is printed', async ({ house, tablet }) => {
  const { page } = tablet;
  const resident = await house.resident({ name: '桑田 𠮷乃', kana: 'くわた よしの' });
  await tablet.signIn(house.manager, '/deadlines/work');
  const list = page.getByRole('region', { name: '資格確認書を申請する方', exact: true });
  await list.getByRole('button', { name: 'この一覧に加える' }).click();
  await list.getByRole('searchbox').fill('くわた');
  await list.getByRole('button', { name: new RegExp(resident.name) }).click();
  await list.getByRole('radio', { name: '施設に入所している' }).check();
  await list.getByRole('radio', { name: '施設の職員' }).check();
  await list.getByRole('radiogroup', { name: '委任状' }).getByRole('radio', { name: 'あり' }).check();
  await list.getByRole('button', { name: '記録する' }).click();
  await tablet.says('記録しました');

  const line = lineOf(page, '資格確認書を申請する方', resident.name);
  await expect(line).toContainText('これから申請');
  const paper = await printed(page, 'F12', line.getByRole('button', { name: '支援票を印刷する' }));
  expect(paper).toContain('申請支援票');
  expect(paper).toContain(resident.name);
  expect(paper).toContain('■ 施設に入所している');
  expect(paper).toContain('委任状');
  expect(await forEverybody(page)).toEqual([]);
});

journey('every other list shows whom it is about, and its next step is one tap away', async ({ house, tablet }) => {
  const { page } = tablet;
  const inDays = (days: number): string => house.inHours(24 * days).slice(0, 10);
  const soon = inDays(40);
  const birthDate = `${String(Number(soon.slice(0, 4)) - 75)}${soon.slice(4, 7)}-15`;
  const mitsuko = await house.resident({ name: '友部 光子', kana: 'ともべ みつこ', kinds: [] });
  const fumie = await house.resident({ name: '芹沢 文江', kana: 'せりざわ ふみえ', kinds: [], birthDate });
  const isamu = await house.resident({ name: '曽我部 勇', kana: 'そがべ いさむ', kinds: [] });
  const keeps = ({ id }: Resident, kind: Held['kind'], of: Partial<Held> = {}) =>
    house.manager.does(holdTemporarily, { residentId: id, kind, reason: 'handed-in', storageId: null, ...of });
  await keeps(mitsuko, 'my-number-card', { certificateExpiresOn: inDays(-100) });
  await keeps(fumie, 'eligibility-certificate', { insurerType: 'national', printedExpiresOn: '2031-07-31' });
  await keeps(fumie, 'sealed-envelope');
  await keeps(isamu, 'my-number-card', { certificateExpiresOn: inDays(-40) });
  await keeps(isamu, 'legacy-insurance-card', { insurerType: 'national', printedExpiresOn: '2025-07-31' });
  await keeps(isamu, 'care-limit-certificate', { printedExpiresOn: inDays(30) });
  await keeps(isamu, 'disability-handbook-mental');
  const handOver = new HandOver(tablet);
  const givesBack = async (row: Locator, name: string): Promise<void> => {
    await row.getByRole('link', { name: /^お(返し|渡し)する/ }).click();
    await handOver.ends('お返しする');
    await page.getByRole('main').getByRole('radio', { name }).check();
    await handOver.record('お返しする');
    await expect(handOver.done).toHaveText('お返ししました');
    await tablet.open('/deadlines/work');
  };
  await tablet.signIn(house.manager, '/deadlines/work');

  const legacy = lineOf(page, 'お返しする旧保険証', isamu.name);
  await givesBack(legacy, isamu.name);
  const birthday = lineOf(page, '75歳の誕生日', fumie.name);
  await expect(birthday).toContainText('お返しする証');
  expect(await forEverybody(page)).toEqual([]);
  await givesBack(birthday, fumie.name);
  await expect(legacy).toHaveCount(0);
  await expect(birthday).not.toContainText('お返しする証');

  await lineOf(page, '申請が必要な証', isamu.name)
    .getByRole('link', { name: /^新しいものをお預かりする/ })
    .click();
  const main = page.getByRole('main');
  await expect(page).toHaveURL(/\/intake/);
  await expect(main).toContainText(isamu.name);
  await expect(main).toContainText('負担限度額認定証');
  await page.goBack();

  const unknown = lineOf(page, '期限が未確認', isamu.name).filter({ hasText: '精神障害者保健福祉手帳' });
  await unknown.getByRole('link', { name: /^日付を入れる/ }).click();
  await page.getByRole('checkbox', { name: '券面に日付は書いてありません' }).check();
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await tablet.says('記録しました');

  await tablet.open('/deadlines/work');
  const arrival = lineOf(page, '資格確認書が届いたか', mitsuko.name);
  await arrival.getByRole('link', { name: /^資格確認書をお預かりする/ }).click();
  await page.getByRole('checkbox', { name: '券面に日付は書いてありません' }).check();
  await page.getByRole('button', { name: 'お預かりする', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'お預かりしました' })).toBeVisible();

  await tablet.open('/deadlines/work');
  const grace = lineOf(page, '電子証明書が切れて3か月以内', isamu.name);
  await grace.getByRole('button', { name: /^なぜこの日？/ }).click();
  await grace.getByRole('button', { name: 'お知らせを終える' }).click();
  await grace.getByRole('radio', { name: '資格確認書を使う' }).check();
  await grace.getByRole('button', { name: '終えることを記録する' }).click();
  await expect(lineOf(page, '資格確認書を申請する方', isamu.name)).toContainText('先に確かめます');
  for (const gone of [grace, arrival, unknown]) await expect(gone).toHaveCount(0);

  await tablet.open('/envelopes');
  const envelope = main.getByRole('listitem').filter({ hasText: fumie.name });
  await givesBack(envelope, fumie.name);
  await tablet.open('/envelopes');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('未開封の封筒');
  await expect(envelope).toHaveCount(0);
});
