import { listEntries } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';

journey('somebody registers a passkey, signs in by it alone, and gives it up', async ({ house, tablet }) => {
  const person = await house.staff('鈴木 指紋', 'すずき しもん');
  const { page } = tablet;
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // A passkey is bound to a name; a number has none.
  const named = house.url.replace('127.0.0.1', 'localhost');
  await page.goto(`${named}/ways`);
  await tablet.fillsIn(person);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: 'サインインの方法' })).toBeVisible();
  await page.getByRole('button', { name: 'パスキーを登録する' }).click();
  await page.getByRole('textbox', { name: 'この鍵の名前' }).fill('わたしの電話');
  await page.getByRole('button', { name: '登録にすすむ' }).click();
  await expect(main.getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: 'しまいました' }).click();
  await expect(main.getByText('まだ使っていません')).toBeVisible();

  await page.goto(`${named}/more`);
  await main.getByRole('button', { name: 'サインアウト' }).click();
  await page.getByRole('button', { name: 'パスキーを使う' }).click();
  await expect(tablet.banner.getByText(person.name)).toBeVisible();

  await page.goto(`${named}/ways`);
  await expect(main.getByText(/^さいごに使ったのは/)).toBeVisible();
  await page.getByRole('button', { name: '「わたしの電話」をはずす' }).click();
  await page.getByRole('button', { name: 'はずす', exact: true }).click();
  await expect(main.getByText('「わたしの電話」')).toHaveCount(0);
  await page.goto(`${named}/more`);
  await main.getByRole('button', { name: 'サインアウト' }).click();
  await page.getByRole('button', { name: 'パスキーを使う' }).click();
  await expect(page.getByRole('alert')).toContainText('このパスキーでは開けませんでした。');
  const { entries } = await house.manager.asks(listEntries, { actorId: person.id, type: 'staff.' });
  expect(entries.map(({ type }) => type).sort()).toEqual([
    'staff.factor-removed',
    'staff.factor-set',
    'staff.password-set',
  ]);
});
