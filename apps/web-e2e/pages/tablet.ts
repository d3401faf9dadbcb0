import { expect, type Locator, type Page } from '@playwright/test';
import { takeNotes } from '../house/notes.ts';
import type { Person } from '../house/person.ts';

const PATIENCE_MS = 20_000;

/** LANGUAGES are the choices of the menu by how they begin: a reading stands within やさしい日本語. */
const LANGUAGES = { 日本語: /^\s*日本語/, やさしい日本語: /^\s*やさしい/, English: /^\s*English/ } as const;

/** Tablet is a browser in somebody's hands, and what stands around every screen. */
export class Tablet {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** goes leads to an address as Back and Forward do: the app stays, and its router takes it from there. */
  async goes(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }

  /** signIn goes through the door as a person does. */
  async signIn(person: Person, path = '/today'): Promise<void> {
    await this.open(path);
    await this.fillsIn(person);
    await expect(this.banner.getByText(person.name)).toBeVisible();
  }

  /** fillsIn is the form at the door, wherever it leads. */
  async fillsIn(person: Person): Promise<void> {
    await this.page.getByRole('textbox', { name: 'サインイン名' }).fill(person.loginId);
    await this.page.getByRole('textbox', { name: 'パスワード' }).fill(person.password);
    await this.page.getByRole('button', { name: 'サインインする' }).click();
  }

  /** enter is the first sign-in: the one-time code in the place of the password, and then the password that she chooses. */
  async enter(person: Person, code: string): Promise<void> {
    await this.open('/today');
    await this.page.getByRole('textbox', { name: 'サインイン名' }).fill(person.loginId);
    await this.page.getByRole('textbox', { name: 'パスワード' }).fill(code);
    await this.page.getByRole('button', { name: 'サインインする' }).click();
    await this.page.getByRole('textbox', { name: 'これから使うパスワード' }).fill(person.password);
    await this.page.getByRole('button', { name: 'このパスワードにする' }).click();
    await expect(this.banner.getByText(person.name)).toBeVisible();
  }

  /** carriesOnAs is 交代. */
  async carriesOnAs(person: Person): Promise<void> {
    await this.page.getByRole('button', { name: '交代' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'サインイン名' }).fill(person.loginId);
    await dialog.getByRole('textbox', { name: 'パスワード' }).fill(person.password);
    await dialog.getByRole('button', { name: '交代する' }).click();
    await expect(this.banner.getByText(person.name)).toBeVisible();
    await expect(dialog).toBeHidden();
  }

  get banner(): Locator {
    return this.page.getByRole('banner');
  }

  /** goTo presses a place of the rail. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
  }

  /** speaks chooses the language of the screen. */
  async speaks(language: keyof typeof LANGUAGES): Promise<void> {
    await this.banner.getByRole('button', { name: /ことば|Language/ }).click();
    await this.page.getByRole('menuitem').filter({ hasText: LANGUAGES[language] }).click();
  }

  /** note is the quiet confirmation, with the way back. */
  get note(): Locator {
    return this.page.locator('az-receipt-note');
  }

  /** says waits for the quiet confirmation and answers the number of the record. */
  async says(verb: string): Promise<number> {
    const words = new RegExp(`^\\d{1,2}:\\d{2} ${verb}(?:　.*?)?・記録 ([\\d,]+)`);
    let seq: string | undefined;
    await expect(async () => {
      seq = (await takeNotes(this.page)).map((note) => words.exec(note)?.[1]).find((found) => found !== undefined);
      expect(seq, `「${verb}」`).toBeDefined();
    }).toPass({ timeout: PATIENCE_MS });
    return Number(seq?.replaceAll(',', ''));
  }
}
