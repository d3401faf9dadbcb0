import type { BrowserContext, Page } from '@playwright/test';

interface Noting {
  azNotes: string[];
}

/** keepNotes makes every page of a context keep what its quiet confirmations say: they are on the screen for seconds only. */
export async function keepNotes(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noting = window as unknown as Noting;
    noting.azNotes = [];
    new MutationObserver(() => {
      const text = document.querySelector('az-receipt-note')?.textContent.trim() ?? '';
      if (text !== '' && text !== noting.azNotes.at(-1)) noting.azNotes.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** takeNotes answers what was said since the last time. */
export function takeNotes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as Noting).azNotes.splice(0));
}
