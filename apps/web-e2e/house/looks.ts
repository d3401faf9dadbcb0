import type { Page } from '@playwright/test';

/** layoutShift is how much the page moved by itself since it began to load (CLS). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((measured) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList): void => {
          for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            observer.disconnect();
            measured(sum);
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
      const scrolls = element.closest('[data-scrolls], .scrolls') !== null;
      if (!scrolls && (left < -1 || right > window.innerWidth + 1)) found.push(`outside: ${name}`);
      const { overflowX } = getComputedStyle(element);
      if ((overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${name}`);
    }
    return found;
  });
}
