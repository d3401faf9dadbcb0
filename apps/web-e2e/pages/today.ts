import type { Locator } from '@playwright/test';
import type { Tablet } from './tablet.ts';

/** Today is 今日. */
export class Today {
  constructor(private readonly tablet: Tablet) {}

  private get main(): Locator {
    return this.tablet.page.getByRole('main');
  }

  /** rowOf is what is out of one resident; a row that fades away is no longer there. */
  rowOf(name: string): Locator {
    return this.main
      .getByRole('region', { name: '外に出ているもの' })
      .getByRole('listitem')
      .and(this.tablet.page.locator(':not(.az-leaving)'))
      .filter({ hasText: name, has: this.tablet.page.getByRole('button', { name: 'もどす', exact: true }) });
  }

  /** putBack is もどす on the row and then which: two taps. */
  async putBack(name: string, count: number): Promise<void> {
    await this.rowOf(name).getByRole('button', { name: 'もどす', exact: true }).click();
    await this.rowOf(name)
      .getByRole('button', { name: `${String(count)}点をもどす` })
      .click();
  }

  /** reviewOf is a resident's 救急 that nobody has looked at since. */
  reviewOf(name: string): Locator {
    const region = this.main.getByRole('region', { name: '救急のふりかえり' });
    return region.locator('az-emergency-reviews > ul > li').filter({ hasText: name });
  }
}
