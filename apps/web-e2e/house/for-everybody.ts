import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** forEverybody is what axe finds wrong with a page, in words; of the given rules, or of all that it has. */
export async function forEverybody(page: Page, rules: readonly string[] | null = null): Promise<readonly string[]> {
  // Nothing of ours is in a frame: the way without frames opens no second page for each question.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({ resultTypes: ['violations'], ...(rules === null ? {} : { runOnly: [...rules] }) });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}
