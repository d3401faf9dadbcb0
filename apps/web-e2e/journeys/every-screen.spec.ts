import {
  addContact,
  addStorage,
  handOverKey,
  readKeys,
  readReconciliations,
  setKeys,
  startCount,
  startReconciliation,
} from '@azukari/contract';
import { expect, journeyIn } from '../house/journey.ts';
import { forEverybody } from '../house/for-everybody.ts';
import type { House } from '../house/house.ts';
import { cutOff, layoutShift, repainted, thenQuiet } from '../house/looks.ts';
import { ADDRESSES, routesOf, type Seen } from '../pages/screens.ts';
import type { Tablet } from '../pages/tablet.ts';

const DESK = { width: 1024, height: 768 };
/** ZOOMED is the tablet at 200 %. */
const ZOOMED = { width: 512, height: 384 };
const MOST_SHIFT = 0.02;
/** What the dark could spoil; names, roles and order are the same in it. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** In this house a month is over. */
const journey = journeyIn({ AZUKARI_DEMO_DAYS: '40' });

async function lived(house: House, staff: string): Promise<Seen> {
  const by = await house.staff(staff, 'すずき');
  const kinds = ['eligibility-certificate', 'care-insurance-card', 'my-number-card', 'medication-notebook'] as const;
  const resident = await house.resident({
    name: '長谷川 𠮷右衛門之助',
    kana: 'はせがわ きちえもんのすけ',
    kinds,
    printed: '2026-01-31',
  });
  const outIds = resident.items.slice(0, 2).map(({ id }) => id);
  await house.taken(by, outIds, '医療法人社団さくら会 さくら内科クリニック');
  const contact = await house.manager.does(addContact, {
    residentId: resident.id,
    order: 1,
    name: '長谷川 吉之進',
    kana: 'はせがわ きちのしん',
    relation: '長男',
    capacity: 'family',
    phone: '',
    email: '',
    address: '',
    language: 'ja',
    handOver: 'ask-manager',
    mayKnow: true,
  });
  // Several walks share a house: two places of one name would be two landmarks of one name.
  const locker = { parentId: null, kind: 'locker', label: `夜勤室の小さなロッカー ${staff}`, pouches: 3 } as const;
  const { storages } = await house.manager.does(addStorage, locker);
  if (!(await house.manager.asks(readKeys)).kept) await house.manager.does(setKeys, { kept: true });
  await by.does(handOverKey, { from: null, to: by.id }, { id: storages[0]?.id ?? '' });
  const { count } = await house.manager.does(startCount, { drawerId: storages[0]?.id ?? null });
  return { resident, outIds, contactId: contact.id, countId: count.id, monthId: await monthBegun(house) };
}

/** One house may see both walks, and a month has one 照合. */
async function monthBegun(house: House): Promise<string> {
  const { months } = await house.manager.asks(readReconciliations);
  const begun = months.flatMap(({ reconciliation }) => reconciliation ?? []);
  if (begun[0]) return begun[0].id;
  const month = months[0]?.month ?? '';
  return (await house.manager.does(startReconciliation, { month })).reconciliation.id;
}

/** What a screen asks for by itself has come when nothing was asked for so long. */
const QUIET_MS = 150;

async function signsOut({ banner, page }: Tablet, name: string): Promise<void> {
  await banner.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'サインアウト' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

journey('the walk below leaves no screen out', () => {
  const walked = Object.keys(ADDRESSES);
  expect(routesOf().length).toBeGreaterThan(20);
  expect(routesOf().filter((route) => !walked.some((path) => path === route || path.endsWith(`/${route}`)))).toEqual(
    [],
  );
});

/** What stands before a sign-in, or beside one, has nothing around it; there a sign-in is ended by その他 or by not going on. */
const FRAMELESS = /^\/(setup|ways|enrol|promise|sign-in)/;

/** 最初の準備 leads to the step that is next, and the overview is for who looks from outside: a manager of a house is led on. */
const LED_ON = /^\/(setup|overview)/;

/** One walk over all screens would be as long as all other journeys of a worker: each half is one of its own. */
const HALVES = 2;

for (const { half, colleague, translator } of [
  { half: 0, colleague: '鈴木 一郎', translator: '鈴木 次郎' },
  { half: 1, colleague: '鈴木 七郎', translator: '鈴木 八郎' },
] as const) {
  const walk = (seen: Seen): readonly string[] => {
    const paths = Object.values(ADDRESSES).map((address) => address(seen));
    return [...paths.filter((path, n) => n % HALVES === half && path !== '/sign-in'), '/sign-in'];
  };
  const open = async (tablet: Tablet, path: string, way: 'open' | 'goes'): Promise<void> => {
    if (path === '/sign-in') await tablet.page.context().clearCookies();
    await tablet.page.setViewportSize(DESK);
    await thenQuiet(tablet.page, QUIET_MS, async () => {
      await tablet[path === '/sign-in' ? 'open' : way](path);
      await expect(tablet.page.getByRole('main')).toBeVisible();
      await expect(tablet.page.locator('az-skeleton')).toHaveCount(0);
    });
    await tablet.page.evaluate(() => document.fonts.ready);
  };
  const fits = async ({ page }: Tablet, path: string): Promise<void> => {
    await page.setViewportSize(ZOOMED);
    expect.soft(await cutOff(page), `${path} at 200 %`).toEqual([]);
  };

  journey.describe(`every screen, half ${String(half + 1)}`, () => {
    journey.use({ contextOptions: { reducedMotion: 'reduce' } });
    journey.setTimeout(240_000);

    journey('reads for everybody by day and by night, keeps still, and fits at 200 %', async ({ house, tablet }) => {
      const { page } = tablet;
      // One house may see several walks, and no two colleagues have one name.
      const seen = await lived(house, colleague);
      await tablet.signIn(house.manager);
      for (const path of walk(seen)) {
        await page.emulateMedia({ colorScheme: 'light' });
        if (path === '/sign-in') await signsOut(tablet, house.manager.name);
        await open(tablet, path, 'open');
        const { sum, what } = await layoutShift(page);
        expect.soft(sum, `${path} moves while it loads: ${what.join(', ')}`).toBeLessThan(MOST_SHIFT);
        expect.soft(await forEverybody(page), `${path} for everybody`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await repainted(page);
        expect.soft(await forEverybody(page, COLOURS), `${path} in the dark`).toEqual([]);
        await fits(tablet, path);
      }
    });

    journey(
      'fits in English at 200 %, says that it is English, and has the way out in sight',
      async ({ house, tablet }) => {
        const seen = await lived(house, translator);
        await tablet.signIn(house.manager);
        await tablet.speaks('English');
        const way = tablet.banner.getByRole('button', { name: house.manager.name });
        for (const path of walk(seen)) {
          await open(tablet, path, 'goes');
          if (!LED_ON.test(path)) expect.soft(new URL(tablet.page.url()).pathname, path).toBe(path.split('?')[0]);
          await expect.soft(tablet.page.locator('html'), path).toHaveAttribute('lang', 'en', { timeout: 5_000 });
          if (!FRAMELESS.test(path))
            await expect.soft(way, `${path} shows who is signed in, and her way out`).toBeVisible();
          await fits(tablet, path);
        }
      },
    );
  });
}
