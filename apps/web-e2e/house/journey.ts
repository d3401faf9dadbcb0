import { test as base, expect } from '@playwright/test';
import { House } from './house.ts';
import { keepNotes } from './notes.ts';
import { Person } from './person.ts';
import { type Server, startServer } from './server.ts';
import { countTaps } from './taps.ts';
import { Tablet } from '../pages/tablet.ts';
import { Watch } from './watch.ts';

interface Fixtures {
  readonly watch: Watch;
  /** tablet is the one by the safe; nobody is signed in on it yet. */
  readonly tablet: Tablet;
  /** another opens one more tablet, with its own browser. */
  readonly another: () => Promise<Tablet>;
  /** empty is a server on which nothing has been set up yet. */
  readonly empty: Server;
  /** fresh is a tablet in front of the empty server. */
  readonly fresh: Tablet;
}

/** journey tells one walk through the house. Whatever the browser complains about on the way fails it. */
export const journey = base.extend<Fixtures, { readonly house: House }>({
  house: [
    async ({}, use) => {
      const house = await House.open();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    expect(watch.complaints(), 'what the browser complained about').toEqual([]);
  },
  tablet: async ({ house, context, page, watch }, use) => {
    await watch.over(context);
    await keepNotes(context);
    await countTaps(context);
    await use(new Tablet(page, house.url));
  },
  another: async ({ house, browser, watch, contextOptions }, use) => {
    const contexts: (() => Promise<void>)[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      contexts.push(() => context.close());
      await watch.over(context);
      await keepNotes(context);
      return new Tablet(await context.newPage(), house.url);
    });
    for (const close of contexts) await close();
  },
  empty: async ({}, use) => {
    // A real house: nothing of a demo, and whoever keeps accounts shows two factors.
    const server = await startServer({ AZUKARI_DEMO: undefined });
    await use(server);
    await server.stop();
  },
  fresh: async ({ empty, context, page, watch }, use) => {
    await watch.over(context);
    await keepNotes(context);
    await use(new Tablet(page, empty.url));
  },
});

/** journeyIn is a journey in a house of its own: of another kind, or one that it leaves too full for others. */
export const journeyIn = (env: Readonly<Record<string, string>> = {}) =>
  journey.extend<object, { readonly house: House }>({
    house: [
      async ({}, use) => {
        const house = await House.open(env);
        await use(house);
        await house.close();
      },
      { scope: 'worker', timeout: 60_000 },
    ],
  });

export { expect, Person };
