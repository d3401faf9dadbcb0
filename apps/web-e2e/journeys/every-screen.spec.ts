import { AxeBuilder } from '@axe-core/playwright';
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
import { expect, journey as anyJourney } from '../house/journey.ts';
import { House } from '../house/house.ts';
import { cutOff, layoutShift } from '../house/looks.ts';
import { ADDRESSES, routesOf, type Seen } from '../pages/screens.ts';
import type { Tablet } from '../pages/tablet.ts';

const DESK = { width: 1024, height: 768 };
/** ZOOMED is the tablet at 200 %. */
const ZOOMED = { width: 512, height: 384 };
const MOST_SHIFT = 0.02;

/** In this house a month is over. */
const journey = anyJourney.extend<object, { readonly house: House }>({
  house: [
    async ({}, use) => {
      const house = await House.open({ AZUKARI_DEMO_DAYS: '40' });
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

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
  const locker = { parentId: null, kind: 'locker', label: '夜勤室の小さなロッカー', pouches: 3 } as const;
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

async function settled({ page }: Tablet): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('az-skeleton')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

journey('the walk below leaves no screen out', () => {
  const walked = Object.keys(ADDRESSES);
  expect(routesOf().length).toBeGreaterThan(20);
  expect(routesOf().filter((route) => !walked.some((path) => path === route || path.endsWith(`/${route}`)))).toEqual(
    [],
  );
});

/** What another language and the dark could spoil; names, roles and order are the same in both. */
const COLOURS_AND_WORDS = ['color-contrast', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'link-in-text-block'];

/** One walk over all screens would be as long as all other journeys of a worker: each half is one of its own. */
const HALVES = 2;

for (const { lang, scheme, rules, half, colleague } of [
  { lang: 'ja', scheme: 'light', rules: null, half: 0, colleague: '鈴木 一郎' },
  { lang: 'ja', scheme: 'light', rules: null, half: 1, colleague: '鈴木 七郎' },
  { lang: 'en', scheme: 'dark', rules: COLOURS_AND_WORDS, half: 0, colleague: '鈴木 次郎' },
  { lang: 'en', scheme: 'dark', rules: COLOURS_AND_WORDS, half: 1, colleague: '鈴木 八郎' },
] as const) {
  const says = `${lang === 'ja' ? '日本語' : 'English'}, ${scheme}, half ${String(half + 1)}`;

  journey.describe(`every screen, ${says}`, () => {
    journey.use({ colorScheme: scheme, contextOptions: { reducedMotion: 'reduce' } });

    journey('reads for everybody, keeps still, and fits at 200 %', async ({ house, tablet }) => {
      journey.setTimeout(240_000);
      const { page } = tablet;
      // One house may see several walks, and no two colleagues have one name.
      const seen = await lived(house, colleague);
      await tablet.signIn(house.manager);
      if (lang === 'en') await tablet.speaks('English');
      const paths = Object.values(ADDRESSES).map((address) => address(seen));
      const mine = paths.filter((path, n) => n % HALVES === half && path !== '/sign-in');
      for (const path of [...mine, '/sign-in']) {
        if (path === '/sign-in') await page.context().clearCookies();
        await page.setViewportSize(DESK);
        await tablet.open(path);
        await settled(tablet);
        const { sum, what } = await layoutShift(page);
        expect.soft(sum, `${path} moves while it loads: ${what.join(', ')}`).toBeLessThan(MOST_SHIFT);
        const axe = new AxeBuilder({ page });
        axe.options({ resultTypes: ['violations'], ...(rules === null ? {} : { runOnly: [...rules] }) });
        const { violations } = await axe.analyze();
        const told = violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
        );
        expect.soft(told, `${path} for everybody`).toEqual([]);
        await page.setViewportSize(ZOOMED);
        expect.soft(await cutOff(page), `${path} at 200 %`).toEqual([]);
      }
    });
  });
}
