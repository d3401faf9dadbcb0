import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../house/person.ts';

/** SetUp is はじめの設定, step by step. */
export class SetUp {
  constructor(private readonly page: Page) {}

  async make(
    code: string,
    facility: string,
    manager: Pick<Person, 'name' | 'loginId' | 'password'> & { kana: string },
  ): Promise<void> {
    await this.field('初期設定コード').fill(code);
    await this.field('施設の名前').fill(facility);
    await this.field('名前').fill(manager.name);
    await this.field('ふりがな').fill(manager.kana);
    await this.field('サインイン名').fill(manager.loginId);
    await this.field('パスワード').fill(manager.password);
    await this.page.getByRole('button', { name: '施設を作る' }).click();
  }

  async arrivesAt(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  async next(): Promise<void> {
    await this.page.getByRole('link', { name: '次へ' }).click();
  }

  private field(label: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  }
}
