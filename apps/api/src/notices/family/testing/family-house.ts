import { changeFacility, changeNoticeSettings, listReminders } from '@azukari/contract';
import type { AnswerOf, addContact, registerResident, takeIn } from '@azukari/contract';
import { addDays, tokyoTime } from '@azukari/domain';
import { openHouse } from '../../../testing/house.ts';
import type { Home, House } from '../../../testing/house.ts';
import { Engine } from '../../engine.ts';
import { partsOf, PostOffice } from '../../testing/post-office.ts';
import { FamilyServer } from '../family-server.ts';

/** FAMILY is how families reach their page. */
export const FAMILY = 'https://kazoku.example.jp';
/** UNKNOWN has the form of a token and is nobody's. */
export const UNKNOWN = 'A'.repeat(43);
/** MAIL is a contact who wants mails. */
export const MAIL = { name: '山田 太郎', relation: '長男', email: 'taro@example.jp', notices: 'mail' } as const;

/** Page is what the port of the families answered. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Opened is a card whose certificate ends soon, somebody who wants mails, and the link that the mail brought her. */
export interface Opened {
  readonly resident: AnswerOf<typeof registerResident>;
  readonly item: AnswerOf<typeof takeIn>['item'];
  readonly contact: AnswerOf<typeof addContact>;
  readonly token: string;
}

/** nonceOf is the hidden field of a page. */
export function nonceOf({ text }: Page): string {
  return /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** FamilyHouse is a house with a mail server and the port of the families. */
export class FamilyHouse {
  readonly house: House;
  readonly office: PostOffice;
  /** url is where its port of the families listens. */
  readonly url: string;

  private constructor(house: House, office: PostOffice) {
    this.house = house;
    this.office = office;
    this.url = house.app.get(FamilyServer, { strict: false }).url ?? '';
  }

  static async open(env: Readonly<Record<string, string>> = {}): Promise<FamilyHouse> {
    const office = await PostOffice.open();
    const house = await openHouse({ env: { AZUKARI_SMTP: office.url, AZUKARI_FAMILY_URL: FAMILY, ...env } });
    const signed = { version: 1, signer: '佐藤', title: '生活相談員', hours: '平日9時〜17時', steps: [] };
    await house.manager.ok(changeNoticeSettings, signed);
    await house.second.manager.ok(changeNoticeSettings, signed);
    await house.manager.ok(changeFacility, { version: 1, phone: '03-1234-5678' });
    await house.second.manager.ok(changeFacility, { version: 1, phone: '03-9999-0000' });
    return new FamilyHouse(house, office);
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.office.close();
  }

  /** goTo puts the declared clock to a Japan time so many days after the real today. */
  goTo(days: number, time = '10:00'): void {
    const real = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    this.house.clock.setOffset(Date.parse(tokyoTime(addDays(real, days), time)) - Date.now());
  }

  wake(): Promise<void> {
    return this.house.app.get(Engine, { strict: false }).wake();
  }

  /** link is that of a mail about a card; `others` are items of which the same mail speaks. */
  async link(contact: object = {}, home: Home = this.house, others: readonly object[] = []): Promise<Opened> {
    const resident = await home.aResident({ name: '山田 ハナ', kana: 'やまだ はな' });
    for (const other of others) await home.anItem({ residentId: resident.id, ...other });
    const item = await home.anItem({
      residentId: resident.id,
      kind: 'my-number-card',
      printedExpiresOn: addDays(this.house.clock.today(), 1_200),
      certificateExpiresOn: addDays(this.house.clock.today(), 20),
    });
    // Letters alone: digits by chance can read as a 個人番号, which no address may hold.
    const email = `f${crypto.randomUUID().replaceAll(/\d/g, (n) => String.fromCodePoint(0x67 + Number(n)))}@example.jp`;
    const added = await home.aContact({ residentId: resident.id, ...MAIL, email, ...contact });
    await this.wake();
    const letter = this.office.letters.find(({ to }) => to === email);
    if (!letter) throw new Error('premise: a mail');
    const token = /kazoku\.example\.jp\/f\/([\w-]{43})/.exec(partsOf(letter).parts['text/plain'] ?? '')?.[1] ?? '';
    return { resident, item, contact: added, token };
  }

  async ask(path: string, init: RequestInit = {}): Promise<Page> {
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  open(token: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.ask(`/f/${token}`, { headers });
  }

  send(token: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.ask(`/f/${token}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: FAMILY, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** answer opens the page and sends its form. */
  async answer(token: string, fields: Record<string, string>): Promise<Page> {
    return this.send(token, { nonce: nonceOf(await this.open(token)), plannedOn: '', ...fields });
  }

  /** noticesAbout are what the office sees of the notices about a resident. */
  async noticesAbout({ resident }: Pick<Opened, 'resident'>): Promise<AnswerOf<typeof listReminders>['notices']> {
    const { notices } = await this.house.manager.ok(listReminders);
    return notices.filter(({ lines }) => lines.some((line) => line.resident.id === resident.id));
  }
}
