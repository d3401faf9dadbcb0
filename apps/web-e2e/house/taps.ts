import type { BrowserContext, Page } from '@playwright/test';

interface Counting {
  azTaps: number;
}

/** countTaps makes every page of a context count how often a finger or the mouse goes down. */
export async function countTaps(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const counting = window as unknown as Counting;
    counting.azTaps = 0;
    window.addEventListener('pointerdown', ({ isTrusted }) => (counting.azTaps += Number(isTrusted)), {
      capture: true,
    });
  });
}

/** tapsSoFar is the count since the page was loaded. */
export function tapsSoFar(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Counting).azTaps);
}

/** tapsOf counts the taps of one part of a journey. */
export async function tapsOf(page: Page, part: () => Promise<void>): Promise<number> {
  const before = await tapsSoFar(page);
  await part();
  return (await tapsSoFar(page)) - before;
}
