import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';

/** Verifier is the page verify.html, opened from a file as a stranger does. */
export class Verifier {
  constructor(readonly page: Page) {}

  async open(file: string): Promise<void> {
    await this.page.goto(pathToFileURL(file).href);
  }

  /** judge gives it a file from the facility, and what the reader has kept herself. */
  async judge(file: Parameters<Locator['setInputFiles']>[0], kept = ''): Promise<void> {
    await this.page.getByLabel('施設から受け取ったファイル').setInputFiles(file);
    await this.page.getByLabel('お手元の控え（任意）').fill(kept);
    await this.page.getByRole('button', { name: '検証する' }).click();
  }

  verdict(words: string): Locator {
    return this.page.getByRole('heading', { name: words });
  }

  get reasons(): Locator {
    return this.page.getByRole('listitem');
  }
}
