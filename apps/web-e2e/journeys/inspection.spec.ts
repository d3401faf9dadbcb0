import { cancelEntry, readCheckpoint } from '@azukari/contract';
import { pdfText } from '@azukari/tools/pdf-text';
import { codeOn } from '../house/code-on.ts';
import { filesIn } from '../house/files-in.ts';
import { expect, journey } from '../house/journey.ts';

journey(
  'a manager hands an inspector the record of a period, under the names that the house has for its forms',
  async ({ house, tablet }, info) => {
    const otsuka = await house.staff('大塚 楓', 'おおつか かえで');
    const resident = await house.resident({ name: '髙﨑 𠮷右衛門', kana: 'たかさき きちえもん' });
    const itemId = resident.items[0]?.id ?? '';
    await house.taken(otsuka, [itemId], 'あおば眼科');
    const [, out] = await house.movements(itemId);
    await house.manager.does(cancelEntry, {
      seq: out?.seq ?? -1,
      reason: 'did-not-happen',
      explanation: '受診が延期に',
    });

    const { page } = tablet;
    await tablet.signIn(house.manager, '/inspection');
    await page.getByText('施設で使っている様式の名前').click();
    await page.getByLabel('出し入れ記録簿', { exact: true }).fill('様式第4号 出納簿');
    await page.getByRole('button', { name: '保存する', exact: true }).click();
    await expect(page.getByText('保存しました。')).toBeVisible();

    await page.getByRole('radio', { name: '日をえらぶ' }).check();
    await page.getByLabel('終わりの日').fill('2000-01-01');
    await expect(page.getByText('終わりの日が、はじめの日より前です。')).toBeVisible();
    await page.getByRole('radio', { name: '今年度（4月から今日）' }).check();

    // As if she had signed in a while ago: the server says no once.
    await page.route('**/api/inspections', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 403, json: { refusal: { kind: 'sign-in-not-fresh', minutes: 5 } } })
        : route.fallback(),
    );
    await page.getByRole('button', { name: '一式を作って保存する' }).click();
    await expect(page.getByRole('heading', { name: 'ご本人の確認' })).toBeVisible();
    await page.unroute('**/api/inspections');
    await page.getByLabel('パスワード').fill(house.manager.password);
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: '確かめて、作る' }).click();
    const arrived = await arriving;
    await expect(page.getByText('できました')).toBeVisible();
    const given = info.outputPath('inspection.zip');
    await arrived.saveAs(given);

    const files = await filesIn(given);
    const file = (end: string): Buffer => [...files].find(([name]) => name.endsWith(end))?.[1] ?? Buffer.alloc(0);
    const { pages, marks } = pdfText(file('.pdf'));
    expect(marks.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['表紙・目次', '様式第4号 出納簿', '未了の事項']),
    );
    for (const { title, page: n } of marks)
      expect([title, pages[n - 1] ?? '']).toEqual([title, expect.stringContaining(`${String(n)} ページ`)]);
    // On each page stands the state of the record, in letters and as a camera reads it.
    const { note, code } = await house.manager.asks(readCheckpoint);
    expect(pages.at(-1)).toContain(code);
    expect(codeOn(file('.pdf'), pages.length) ?? note).toBe(note);
    const at = marks.findIndex(({ title }) => title === '様式第4号 出納簿');
    const book = pages.slice((marks[at]?.page ?? 0) - 1, (marks[at + 1]?.page ?? 0) - 1);
    expect(book.join('')).toContain('あおば眼科');
    expect(file('様式第4号 出納簿.csv').toString()).toContain('髙﨑 𠮷右衛門');
    expect(file('訂正・取消.csv').toString()).toContain('受診が延期に');
    const sheets = (await filesIn(file('.xlsx'))).get('xl/workbook.xml')?.toString() ?? '';
    expect(sheets).toContain('様式第4号 出納簿');

    const made = page.getByRole('region', { name: 'これまでに作ったもの' });
    await expect(made.getByRole('listitem')).toHaveCount(1);
    await expect(made).toContainText('取消1件');
  },
);
