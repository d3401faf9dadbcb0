import type { Page, Request } from '@playwright/test';

/** Shift is a layout shift as browsers report it. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Moved is how much a page moved by itself since it began to load (CLS), and what moved. */
export interface Moved {
  readonly sum: number;
  readonly what: readonly string[];
}

/** layoutShift measures what moved while nobody touched the page. */
export function layoutShift(page: Page): Promise<Moved> {
  return page.evaluate(
    () =>
      new Promise<Moved>((measured) => {
        const seen: Shift[] = [];
        const observer = new PerformanceObserver((list) => seen.push(...(list.getEntries() as Shift[])));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            seen.push(...(observer.takeRecords() as Shift[]));
            observer.disconnect();
            const own = seen.filter(({ hadRecentInput }) => !hadRecentInput);
            const nodes = own.flatMap(({ sources }) => sources.map(({ node }) => node));
            const names = nodes.map((node) =>
              node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : 'text',
            );
            measured({ sum: own.reduce((all, { value }) => all + value, 0), what: names });
          }),
        );
      }),
  );
}

/** cutOff names what does not fit: the page wider than its window, text outside of it, text cut by its own box. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push(`the page is ${String(wide)} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (
        !words ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('.az-sr-only, .skip, svg')
      )
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0) continue;
      const name = `<${element.tagName.toLowerCase()} ${element.className}> ${element.textContent.trim().slice(0, 30)}`;
      const scrolls = element.closest('[role=region][tabindex="0"]') !== null;
      if (!scrolls && (left < -1 || right > window.innerWidth + 1)) found.push(`outside: ${name}`);
      const { overflowX } = getComputedStyle(element);
      if ((overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${name}`);
    }
    return found;
  });
}

/** thenQuiet does something to a page and waits until it has asked for nothing, and awaits nothing, for so many milliseconds. */
export async function thenQuiet(page: Page, ms: number, act: () => Promise<void>): Promise<void> {
  const asked = new Set<Request>();
  let since = Date.now();
  const begun = (request: Request): void => void asked.add(request);
  const ended = (request: Request): void => {
    asked.delete(request);
    since = Date.now();
  };
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  try {
    await act();
    while (asked.size > 0 || Date.now() - since < ms) await page.waitForTimeout(ms / 5);
  } finally {
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
  }
}

/** repainted waits until a change of colours has been drawn, and what glides from one to the other has arrived. */
export async function repainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
