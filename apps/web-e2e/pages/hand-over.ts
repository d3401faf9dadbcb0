import type { Locator } from '@playwright/test';
import type { Resident } from '../house/house.ts';
import type { Tablet } from './tablet.ts';

/** HandOver is お返しする and its sisters. */
export class HandOver {
  constructor(private readonly tablet: Tablet) {}

  private get main(): Locator {
    return this.tablet.page.getByRole('main');
  }

  /** of opens the screen for one item, says that it does not come back, and how it ends. */
  async of({ id }: Pick<Resident, 'id'>, itemId: string, how: string): Promise<void> {
    await this.tablet.open(`/hand-over?resident=${id}&items=${itemId}`);
    await this.ends(how);
  }

  /** ends says on the screen that it does not come back, and how it ends. */
  async ends(how: string): Promise<void> {
    await this.main.getByRole('radio', { name: 'いいえ' }).check();
    await this.main.getByRole('radio', { name: new RegExp(`^${how}`) }).check();
  }

  async record(how: string): Promise<void> {
    await this.main.getByRole('button', { name: `1点：${how}` }).click();
  }

  get done(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }
}
