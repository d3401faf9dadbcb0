import { expect, journey } from '../house/journey.ts';
import { cutOff, layoutShift, thenQuiet } from '../house/looks.ts';
import { ADDRESSES, type Seen } from '../pages/screens.ts';

const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };
const MOST_SHIFT = 0.02;
const QUIET_MS = 150;

/** FLOOR are the screens that somebody meets in an evening. */
const FLOOR = [
  'check-out',
  'check-in',
  'residents',
  'residents/:id',
  'emergency',
  'searching',
  'counts',
  'envelopes',
  'intake',
  'late-entry/sheet',
] as const;

journey(
  'a colleague reads few kanji: every word of ours has its reading, fits, keeps still and is read aloud once',
  async ({ house, tablet }) => {
    const { page } = tablet;
    const colleague = await house.staff('グエン ホア', 'ぐえん ほあ');
    const kinds = ['eligibility-certificate', 'care-insurance-card', 'my-number-card'] as const;
    const resident = await house.resident({ name: '髙﨑 𠮷右衛門', kana: 'たかさき きちえもん', kinds });
    await house.taken(colleague, [resident.items[0]?.id ?? ''], 'さくら内科');
    const seen: Seen = { resident, contactId: '', outIds: [], countId: '', monthId: '' };
    await tablet.signIn(colleague);
    await page.setViewportSize(TABLET);
    await tablet.speaks('やさしい日本語');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await thenQuiet(page, QUIET_MS, () => tablet.open('/today'));
    await expect(page.locator('rt', { hasText: 'たかさき' }).first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect((await layoutShift(page)).sum).toBeLessThan(MOST_SHIFT);

    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const links = nodes.filter(({ role }) => role?.value === 'link').map(({ name }) => String(name?.value));
    expect(links).toEqual(expect.arrayContaining(['今日', '出す', '利用者', '点検']));

    for (const screen of FLOOR) {
      const path = ADDRESSES[screen]?.(seen) ?? '';
      await thenQuiet(page, QUIET_MS, () => tablet.goes(path));
      await expect(page.getByRole('main').locator('ruby').first(), path).toBeVisible();
      for (const size of [PHONE, TABLET]) {
        await page.setViewportSize(size);
        expect.soft(await cutOff(page), `${path} at ${String(size.width)}`).toEqual([]);
      }
    }
  },
);
