import { join } from 'node:path';
import { hostilePacks } from '@azukari/tools/hostile-packs';
import { expect, journey } from '../house/journey.ts';
import { Verifier } from '../pages/verifier.ts';

const PAGE = join(import.meta.dirname, '../../../tools/dist/verify.html');
const VERDICTS = {
  holds: ['○ 改ざんは見つかりません', 'HOLDS: nothing was altered'],
  broken: ['× 記録は元のままではありません', 'BROKEN: the record is not as it was'],
  'cannot-judge': ['？ 判定できません', 'CANNOT JUDGE'],
} as const;
const JAPANESE = /[ぁ-ん]/;

journey(
  'whatever was made to deceive the page from the stick, or to bring it down, gets its verdict and the reason in both languages',
  async ({ browser, watch, contextOptions }) => {
    const stick = await browser.newContext(contextOptions);
    await watch.over(stick);
    await stick.setOffline(true);
    const verifier = new Verifier(await stick.newPage());
    await verifier.open(PAGE);
    for (const { what, bytes, verdict } of hostilePacks())
      await journey.step(what, async () => {
        await verifier.judge({ name: 'pack.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
        const [ja, en] = VERDICTS[verdict];
        await expect(verifier.verdict(ja)).toBeVisible();
        expect((await verifier.reasons.allTextContents()).join()).toMatch(JAPANESE);
        await verifier.page.getByRole('button', { name: 'English' }).click();
        await expect(verifier.verdict(en)).toBeVisible();
        const reasons = (await verifier.reasons.allTextContents()).join();
        expect(reasons).toMatch(/[a-z]{3,} [a-z]{2,}/);
        expect(reasons).not.toMatch(/[ぁ-ん]|Error|\bat .+:\d+|This browser could not/);
        await verifier.page.getByRole('button', { name: '日本語' }).click();
      });
    await stick.close();
  },
);
