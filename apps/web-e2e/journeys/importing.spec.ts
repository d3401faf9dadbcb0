import { listContacts, listItems, listResidents, listStorages } from '@azukari/contract';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, journeyIn } from '../house/journey.ts';

const SAMPLE = resolve(import.meta.dirname, '../../web/public/sample/azukari-list.xlsx');
/** So many people, each with three items: what the figure in docs/benchmarks.md is about. */
const PEOPLE = 500;
const LIMIT_MS = 20_000;

const journey = journeyIn();
journey.describe.configure({ mode: 'default' });

journey(
  'the list that a facility has is looked at, corrected, taken over, and never twice',
  async ({ house, tablet }) => {
    const { page } = tablet;
    await tablet.signIn(house.manager, '/residents/import');
    const choose = (file: string) => page.getByLabel('ファイルを選ぶ').setInputFiles(file);

    const [sample] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '見本をダウンロード' }).click(),
    ]);
    await choose(await sample.path().then(async (path) => (await sample.saveAs(`${path}.xlsx`), `${path}.xlsx`)));
    await expect(page.getByRole('heading', { name: '列のたしかめ（22行）' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: '「預かり品」の列' })).toHaveValue('kind');
    await page.getByRole('combobox', { name: '「電話」の列' }).selectOption('');
    await page.getByRole('button', { name: 'たしかめる' }).click();
    await expect(page.getByText('お預かり品 22点')).toBeVisible();
    await page.getByRole('button', { name: '8人・22点を登録する' }).click();
    await expect(page.getByText('登録しました。利用者8人・連絡先8件・お預かり品22点')).toBeVisible();

    const { residents } = await house.manager.asks(listResidents, { q: 'たかさき きちえもん' });
    const residentId = residents.find(({ room }) => room === '102')?.id ?? '';
    const { contacts } = await house.manager.asks(listContacts, { residentId });
    expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([['髙﨑 梅', '']]);
    const { items } = await house.manager.asks(listItems, { residentId });
    expect(items.map(({ custody }) => custody.at === 'stored' && custody.hold?.reason)).toEqual(
      Array(3).fill('no-agreement'),
    );
    const { storages } = await house.manager.asks(listStorages);
    expect(storages.map(({ path }) => path)).toContain('金庫 1段目 8番');

    await choose(SAMPLE);
    await page.getByRole('button', { name: 'たしかめる' }).click();
    await expect(page.getByText('ほかに登録済み 22（とばします）')).toBeVisible();
    await expect(page.getByRole('button', { name: '0人・0点を登録する' })).toBeDisabled();
  },
);

journey('what is in the way comes back as a file with reasons', async ({ house, tablet }, info) => {
  const { page } = tablet;
  await tablet.signIn(house.manager, '/residents/import');
  const file = info.outputPath('list.csv');
  await writeFile(
    file,
    '氏名,ふりがな,生年月日,マイナンバー,備考\r\n帳面 一,ちょうめん はじめ,S65.1.1,123456789018,暗証番号は4649\r\n',
  );
  await page.getByLabel('ファイルを選ぶ').setInputFiles(file);
  await expect(page.getByText('この列は読みませんでした：マイナンバー')).toBeVisible();
  await page.getByRole('button', { name: 'たしかめる' }).click();
  await expect(page.getByText('たしかめる所がある 1行')).toBeVisible();
  await expect(page.getByRole('cell', { name: '日付として読めないか、使えない日です。' })).toBeVisible();
  const [handed] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '理由つきの一覧をダウンロード' }).click(),
  ]);
  expect(handed.suggestedFilename()).toBe('list_直す所.csv');
  await writeFile(file, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  await page.getByLabel('ファイルを選ぶ').setInputFiles(file);
  await expect(page.getByRole('alert')).toContainText('古い形のExcel（.xls）です。');
});

journey(
  'five hundred people with fifteen hundred items are in within the time, and it says how far it is',
  async ({ house, tablet }, info) => {
    const { page } = tablet;
    await tablet.signIn(house.manager, '/residents/import');
    const kinds = ['介護保険証', '資格確認書', 'お薬手帳'];
    const rows = Array.from({ length: PEOPLE }, (_, n) =>
      kinds.map(
        (kind) => `多数 ${String(n)},たすう,S10.4.3,${kind},多数の金庫,${String(1 + (n % 5))},${String(n + 1)}`,
      ),
    ).flat();
    const file = info.outputPath('many.csv');
    await writeFile(file, ['氏名,ふりがな,生年月日,種別,ロッカー,段,袋番号', ...rows].join('\r\n'));
    await page.getByLabel('ファイルを選ぶ').setInputFiles(file);
    await page.getByRole('button', { name: 'たしかめる' }).click();
    await page.getByRole('button', { name: '500人・1500点を登録する' }).click({ timeout: LIMIT_MS });
    const began = Date.now();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText('登録しました。利用者500人')).toBeVisible({ timeout: LIMIT_MS });
    info.annotations.push({
      type: 'import of 500 residents and 1,500 items',
      description: `${String(Date.now() - began)} ms`,
    });
  },
);
