import type { Locator } from '@playwright/test';
import type { Tablet } from './tablet.ts';

/** Ledger is 記録簿. */
export class Ledger {
  constructor(private readonly tablet: Tablet) {}

  get entries(): Locator {
    return this.tablet.page.getByRole('main').getByRole('list').getByRole('listitem');
  }
}
