import { createServer } from 'node:net';
import { addContact, changeFacility, changeNoticeSettings, testReminders } from '@azukari/contract';
import { House } from './house.ts';
import { LetterBox } from './letter-box.ts';

const SIGNED = { signer: '佐藤', title: '生活相談員', hours: '平日9時〜17時' } as const;
/** Told is a contact as far as it matters whom to tell. */
interface Told {
  readonly name: string;
  readonly notices: 'mail' | 'phone' | 'letter';
  readonly email?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly language?: 'ja' | 'ja-easy' | 'en';
}

const LINK = /http:\S+\/f\/[\w-]{43}/;

/** Families is a house that writes mails to families, and the letter box that they come to. */
export class Families {
  private people = 0;

  private constructor(
    readonly house: House,
    private readonly box: LetterBox,
  ) {}

  /** open starts a house whose families reach their pages on this machine. */
  static async open(): Promise<Families> {
    const box = await LetterBox.open();
    const port = String(await freePort());
    const house = await House.open({
      AZUKARI_SMTP: box.url,
      AZUKARI_MAIL_FROM: 'oshirase@example.jp',
      AZUKARI_FAMILY_URL: `http://127.0.0.1:${port}`,
      AZUKARI_FAMILY_PORT: port,
    });
    await house.manager.does(changeFacility, { version: 1, phone: '0470-00-1234' });
    await house.manager.does(changeNoticeSettings, { version: 1, ...SIGNED, steps: [] });
    return new Families(house, box);
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.box.close();
  }

  /** told is a son whose mother's card ends in 20 days; he has got his mail. It answers the mail's text. */
  async told(language: 'ja' | 'ja-easy' | 'en'): Promise<{ readonly residentId: string; text(): string }> {
    this.people += 1;
    const address = `kazoku${String(this.people)}@example.jp`;
    const residentId = await this.withContacts({ name: '山口 健', email: address, language, notices: 'mail' });
    return { residentId, text: () => this.textTo(address) };
  }

  /** withContacts is a mother whose card ends in 20 days, and who is to be told of it, in order; the machinery has looked. */
  async withContacts(...contacts: readonly Told[]): Promise<string> {
    const { id } = await this.house.resident({
      name: '山口 フミ',
      kana: 'やまぐち ふみ',
      kinds: ['my-number-card'],
      printed: new Date(Date.parse(this.house.today()) + 20 * 86_400_000).toISOString().slice(0, 10),
    });
    for (const [n, contact] of contacts.entries())
      await this.house.manager.does(addContact, {
        residentId: id,
        order: n + 1,
        kana: 'やまぐち けん',
        relation: '長男',
        capacity: 'family',
        phone: '',
        email: '',
        address: '',
        language: 'ja',
        handOver: 'allowed',
        mayKnow: true,
        ...contact,
      });
    await this.wake();
    return id;
  }

  /** wake has the machinery look now: a mail to oneself does. */
  async wake(): Promise<void> {
    await this.house.manager.does(testReminders, { to: 'jimusho@example.jp' });
  }

  /** lettersTo are the mails to an address as they came. */
  lettersTo(address: string): readonly string[] {
    return this.box.lettersTo(address);
  }

  /** textTo is the text of the newest mail to an address, or its HTML; empty while none has come. */
  textTo(address: string, as?: 'html'): string {
    return this.box.textTo(address, as);
  }
}

/** linkIn is the link of a mail, or nothing. */
export function linkIn(text: string): string {
  return LINK.exec(text)?.[0] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
