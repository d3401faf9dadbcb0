import { writeFileSync } from 'node:fs';
import { readCheckpoint } from '@azukari/contract';
import { expect, journey } from '../house/journey.ts';
import { PackInHand } from '../house/pack-in-hand.ts';
import { Ledger } from '../pages/ledger.ts';
import type { Tablet } from '../pages/tablet.ts';
import { Verifier } from '../pages/verifier.ts';

const HOLDS = '○ 改ざんは見つかりません';
const BROKEN = '× 記録は元のままではありません';

/** The receipt of the outing of that day, as the manager hands it over. */
async function receiptOf(tablet: Tablet, name: string, path: string): Promise<string> {
  const { page } = tablet;
  await page.getByRole('dialog').getByRole('button', { name: 'とじる' }).click();
  const entry = new Ledger(tablet).entries.filter({ hasText: name }).filter({ hasText: 'みどり整形外科' });
  await entry.getByRole('button', { name: /^くわしく見る/ }).click();
  const arriving = page.waitForEvent('download');
  await entry.getByRole('button', { name: '受領証（PDF）' }).click();
  await (await arriving).saveAs(path);
  return path;
}

journey(
  'a stranger with the pack, a code from an old mail and no network sees that the record is whole, and where it is not',
  async ({ house, tablet, browser, watch, contextOptions }, info) => {
    const kato = await house.staff('加藤 楓', 'かとう かえで');
    const resident = await house.resident({ name: '石井 和子', kana: 'いしい かずこ' });
    await house.taken(kato, [resident.items[0]?.id ?? ''], 'みどり整形外科');
    const { code } = await house.manager.asks(readCheckpoint);
    const [, out] = await house.movements(resident.items[0]?.id ?? '');
    const seq = out?.seq ?? -1;

    const { page } = tablet;
    await tablet.signIn(house.manager, '/ledger');
    await page.getByRole('button', { name: '検証できる形で渡す' }).click();
    const dialog = page.getByRole('dialog');
    const arriving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '作って保存する' }).click();
    const arrived = await arriving;
    await expect(dialog.getByText('できました')).toBeVisible();
    const given = info.outputPath('pack.zip');
    await arrived.saveAs(given);

    const pack = await PackInHand.open(given);
    const itsPage = info.outputPath('verify.html');
    writeFileSync(itsPage, pack.text('verify.html'));
    const stick = await browser.newContext(contextOptions);
    await watch.over(stick);
    await stick.setOffline(true);
    const verifier = new Verifier(await stick.newPage());
    await verifier.open(itsPage);
    await verifier.judge(given, code.toLowerCase());
    await expect(verifier.verdict(HOLDS)).toBeVisible();
    await expect(verifier.reasons.filter({ hasText: 'お持ちの番号と、記録' })).toHaveCount(1);

    const renamed = await pack.forged(info.outputPath('renamed.zip'), 'custody/private.jsonl', (text) =>
      text.replace('みどり整形外科', 'みどり内科医院'),
    );
    await verifier.judge(renamed, code);
    await expect(verifier.verdict(BROKEN)).toBeVisible();
    await expect(verifier.reasons.filter({ hasText: `記録 ${String(seq)}: 名前などのことば` })).toHaveCount(1);

    const another = await pack.forged(info.outputPath('another.zip'), 'custody/leaves.jsonl', (text) =>
      text.replace(
        new RegExp(`^(.*)"purpose":"outpatient"(.*"seq":${String(seq)},.*)$`, 'm'),
        '$1"purpose":"pharmacy"$2',
      ),
    );
    await verifier.judge(another, code);
    await expect(verifier.verdict(BROKEN)).toBeVisible();
    await expect(verifier.reasons.filter({ hasText: `${String(seq)} のどこか: 署名された時点と` })).toHaveCount(1);

    await verifier.judge(given, '0000-0000-0000-0000');
    await expect(verifier.verdict(BROKEN)).toBeVisible();
    await expect(
      verifier.reasons.filter({ hasText: 'お持ちの番号は、この記録のどの時点のものでもありません' }),
    ).toHaveCount(1);
    const receipt = await receiptOf(tablet, resident.name, info.outputPath('receipt.pdf'));
    await verifier.judge(receipt, (await house.manager.asks(readCheckpoint)).code);
    await expect(verifier.verdict(HOLDS)).toBeVisible();
    await expect(verifier.reasons.filter({ hasText: 'destination: みどり整形外科' })).toHaveCount(1);
    await verifier.judge(receipt, code);
    await expect(verifier.verdict('？ 判定できません')).toBeVisible();
    await stick.close();
  },
);
