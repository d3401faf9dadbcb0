import type { Locator, Page } from '@playwright/test';

/** unfolded is a group of 期限, opened where the house has so many dates that it stands folded. */
export async function unfolded(page: Page, name: string): Promise<Locator> {
  const group = page.getByRole('region', { name, exact: true });
  const heading = group.getByRole('heading').getByRole('button');
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  return group;
}
