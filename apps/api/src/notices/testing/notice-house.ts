import { changeFacility, changeNoticeSettings, listReminders } from '@azukari/contract';
import type { AnswerOf, addContact, takeIn } from '@azukari/contract';
import { addDays, tokyoTime } from '@azukari/domain';
import { openHouse } from '../../testing/house.ts';
import type { Home, House } from '../../testing/house.ts';
import { Engine } from '../engine.ts';
import { PostOffice } from './post-office.ts';

/** SON wants mails, at an address as carriers in Japan once gave them out. */
export const SON = { name: '山田 太郎', relation: '長男', email: 'a..b@docomo.ne.jp', notices: 'mail' } as const;
/** CALLED is the same where he wants to be called. */
export const CALLED = { ...SON, phone: '03-1234-5678', notices: 'phone' } as const;

const LATER = 1_200;

/** ToldOf is a card whose certificate ends, and who is to be told of it. */
export interface ToldOf {
  readonly resident: { readonly id: string };
  readonly item: AnswerOf<typeof takeIn>['item'];
  readonly contact: AnswerOf<typeof addContact>;
}

/** NoticeHouse is a house that can write to families, its mail server, and its machinery, which wakes when the suite says so. */
export class NoticeHouse {
  readonly house: House;
  readonly office: PostOffice;
  private readonly began = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

  private constructor(house: House, office: PostOffice) {
    this.house = house;
    this.office = office;
  }

  static async open(env: Readonly<Record<string, string>> = {}): Promise<NoticeHouse> {
    const office = await PostOffice.open();
    const house = await openHouse({
      env: { AZUKARI_SMTP: office.url, AZUKARI_FAMILY_URL: 'https://kazoku.example.jp', ...env },
    });
    const opened = new NoticeHouse(house, office);
    await opened.settle(house);
    opened.goTo(0, '10:00');
    return opened;
  }

  /** settle gives a facility all that its notices need to say. */
  async settle({ manager }: Home): Promise<void> {
    const words = { signer: '佐藤', title: '生活相談員', hours: '平日9〜17時' };
    await manager.ok(changeNoticeSettings, { version: 1, ...words, steps: [] });
    await manager.ok(changeFacility, { version: 1, phone: '03-1234-5678' });
  }

  /** goTo puts the declared clock to a Japan time so many days after the day on which the suite began. */
  goTo(days: number, at: string): void {
    this.house.clock.setOffset(Date.parse(tokyoTime(addDays(this.began, days), at)) - Date.now());
  }

  wake(): Promise<void> {
    return this.house.app.get(Engine, { strict: false }).wake();
  }

  reminders(): Promise<AnswerOf<typeof listReminders>> {
    return this.house.manager.ok(listReminders);
  }

  /** aCard is one whose certificate ends in so many days. */
  async aCard(contact: object = SON, days = 20, home: Home = this.house): Promise<ToldOf> {
    const resident = await home.aResident({ name: '山田 ハナ', kana: 'やまだ はな' });
    const item = await home.anItem({
      residentId: resident.id,
      kind: 'my-number-card',
      printedExpiresOn: addDays(this.house.clock.today(), LATER),
      certificateExpiresOn: addDays(this.house.clock.today(), days),
    });
    return { resident, item, contact: await home.aContact({ residentId: resident.id, ...contact }) };
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.office.close();
  }
}
