import type { Locator, Page } from '@playwright/test';
import type { Resident } from '../house/house.ts';

/** findByKana presses the row and then the name: nobody types. */
export async function findByKana(
  page: Page,
  { row, name }: Pick<Resident, 'row' | 'name'>,
  within = page.getByRole('main'),
): Promise<void> {
  await within.getByRole('group', { name: 'ふりがなの行' }).getByRole('button', { name: row, exact: true }).click();
  await residentTile(page, name, within).click();
}

/** residentTile is the tile of one resident. */
export function residentTile(page: Page, name: string, within = page.getByRole('main')): Locator {
  return within.getByRole('button').filter({ hasText: name });
}
