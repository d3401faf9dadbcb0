import { pdfText } from '@azukari/tools/pdf-text';
import { expect, type Locator, type Page } from '@playwright/test';

/** printed presses a button that makes a paper and reads what came: the words of all its pages. */
export async function printed(page: Page, form: string, button: Locator): Promise<string> {
  const path = `**/api/forms/${form}`;
  let words = '';
  await page.route(path, async (route) => {
    const response = await route.fetch();
    expect(response.headers()['content-type']).toContain('application/pdf');
    words = pdfText(await response.body()).pages.join('\n');
    await route.fulfill({ response });
  });
  const beside = page.context().waitForEvent('page');
  await button.click();
  // The window beside this one shows the paper; here it is read instead.
  const window = await beside;
  await expect.poll(() => words, 'the words of the paper').not.toBe('');
  await window.close();
  await page.unroute(path);
  return words;
}
