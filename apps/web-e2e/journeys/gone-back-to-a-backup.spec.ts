import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addStaff, listGaps, readCheckpoint, registerResident } from '@azukari/contract';
import { House } from '../house/house.ts';
import { expect, journey } from '../house/journey.ts';
import { keepNotes } from '../house/notes.ts';
import { Person } from '../house/person.ts';
import { startServer } from '../house/server.ts';
import { Tablet } from '../pages/tablet.ts';

const WHY = 'ディスクがこわれたため、朝の控えからもどしました';

journey(
  'the disk broke and an older copy was put back: a manager says why, another person has read it, and signing goes on',
  async ({ context, page, watch, browser, contextOptions }) => {
    await watch.over(context);
    await keepNotes(context);
    const data = mkdtempSync(join(tmpdir(), 'azukari-gone-back-'));
    const file = join(data, 'azukari.sqlite');
    const before = await House.open({ AZUKARI_DATA: data });
    const auditor = { name: '大久保 監査', loginId: 'ookubo', password: 'midori-no-mado-8' };
    const order = { name: auditor.name, kana: 'おおくぼ かんさ', loginId: auditor.loginId, role: 'auditor' } as const;
    const { code } = await before.manager.does(addStaff, order);
    await new Person(before.url, auditor.name, auditor.loginId, auditor.password).enter(code);
    await before.close();
    copyFileSync(file, `${file}.morning`);

    const lost = await startServer({ AZUKARI_DATA: data });
    const { name, loginId, password } = before.manager;
    const manager = await new Person(lost.url, name, loginId, password).signIn();
    await manager.does(registerResident, { name: '消えた 一', kana: 'きえた はじめ', room: '999', birthDate: null });
    const { size } = await manager.asks(readCheckpoint);
    await lost.stop();

    copyFileSync(`${file}.morning`, file);
    const now = await startServer({ AZUKARI_DATA: data });
    try {
      const tablet = new Tablet(page, now.url);
      await tablet.signIn(before.manager);
      await page.getByRole('link', { name: '「記録の途切れ」を開く' }).click();
      const main = page.getByRole('main');
      await expect(main).toContainText(`前に締めた記録は ${String(size)}件でした`);
      await main.getByRole('radio', { name: 'バックアップからもどした' }).check();
      await main.getByRole('button', { name: '説明を記録して、署名を始める' }).click();
      await expect(main.getByRole('textbox', { name: 'くわしく' })).toHaveAccessibleDescription(
        /書かないでください。 入力してください。$/,
      );
      await main.getByRole('textbox', { name: 'くわしく' }).fill(WHY);
      await main.getByRole('button', { name: '説明を記録して、署名を始める' }).click();
      await tablet.says('記録しました');
      await expect(main).toContainText('途切れはありません');
      await expect(main).toContainText('書いた方とは別の方');

      const other = await browser.newContext(contextOptions);
      await watch.over(other);
      await keepNotes(other);
      const desk = new Tablet(await other.newPage(), now.url);
      await desk.signIn(new Person(now.url, auditor.name, auditor.loginId, auditor.password), '/gaps');
      await expect(desk.page.getByRole('main')).toContainText(WHY);
      await desk.page.getByRole('button', { name: '読みました。確かめる' }).click();
      await desk.says('記録しました');
      await expect(desk.page.getByRole('main')).toContainText(`${auditor.name}さんが`);
      await other.close();

      const again = await new Person(now.url, name, loginId, password).signIn();
      const { open, blocked } = await again.asks(listGaps);
      expect([open, blocked]).toEqual([[], null]);
      expect((await again.asks(readCheckpoint)).size).toBeGreaterThan(0);
    } finally {
      await now.stop();
      rmSync(data, { recursive: true, force: true });
    }
  },
);
