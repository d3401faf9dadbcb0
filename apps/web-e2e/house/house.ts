import {
  addStaff,
  addStorage,
  type AnswerOf,
  appoint,
  checkOut,
  listEntries,
  makeAgreement,
  registerResident,
  setDemoClock,
  setUp,
  takeIn,
} from '@azukari/contract';
import { Person } from './person.ts';
import { type Server, startServer } from './server.ts';

type Kind = AnswerOf<typeof takeIn>['item']['kind'];

/** Level of an appointment, or none. */
type Level = 'responsible' | 'deputy' | 'handler' | 'emergency-only' | null;

export const FACILITY = '特別養護老人ホームさくらの里（架空）';
export const PASSWORD = 'sakura-no-kagi-8';
const STAFF_PASSWORD = 'midori-no-tobira-8';

/** Resident is somebody of this house with what lies in the safe for her. */
export interface Resident {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  /** row is the row of kana she is found in. */
  readonly row: string;
  readonly agreementId: string | null;
  readonly items: readonly { readonly id: string; readonly kind: Kind }[];
}

interface Coming {
  readonly name: string;
  readonly kana: string;
  readonly kinds?: readonly Kind[];
  readonly room?: string;
  /** printed is the date printed on each item. */
  readonly printed?: string | null;
  /** agreed is false for somebody whose 預かり依頼書 is still missing. */
  readonly agreed?: boolean;
  /** The day on which she moved in, where it matters. */
  readonly admittedOn?: string;
  readonly birthDate?: string;
}

/** Entry is one entry of the record as the API tells it. */
export type Entry = AnswerOf<typeof listEntries>['entries'][number];

const ROWS = [
  'あいうえお',
  'かきくけこがぎぐげご',
  'さしすせそざじずぜぞ',
  'たちつてとだぢづでど',
  'なにぬねの',
  'はひふへほばびぶべぼ',
  'まみむめも',
  'やゆよ',
  'らりるれろ',
  'わ',
];

/** House is a running server with a facility, four people and a few residents; journeys add their own residents to it. */
export class House {
  private rooms = 300;
  private aheadMs = 0;
  /** settled are those whose items have been in the safe since yesterday. */
  readonly settled: Resident[] = [];

  private constructor(
    private readonly server: Server,
    /** manager is 責任者. */
    readonly manager: Person,
    readonly pouches: readonly { readonly id: string; readonly path: string }[],
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** open starts a server, with further settings if wanted, and furnishes it through the API. */
  static async open(env: Readonly<Record<string, string>> = {}): Promise<House> {
    const server = await startServer(env);
    try {
      return await House.furnish(server);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  private static async furnish(server: Server): Promise<House> {
    const manager = new Person(server.url, '佐藤 花子', 'manager', PASSWORD);
    const account = { name: manager.name, kana: 'さとう はなこ', loginId: manager.loginId, password: PASSWORD };
    await manager.sends(setUp, { code: server.code, facilityName: FACILITY, manager: account });
    await manager.signIn();
    // The facility may have begun days ago (AZUKARI_DEMO_DAYS); all else begins now.
    await manager.sends(setDemoClock, { days: null });
    const [locker] = (await manager.does(addStorage, { parentId: null, kind: 'locker', label: '金庫' })).storages;
    if (!locker) throw new Error('no locker was made');
    const made = await manager.does(addStorage, { parentId: locker.id, kind: 'drawer', label: '2段目', pouches: 60 });
    const house = new House(
      server,
      manager,
      made.storages.filter(({ kind }) => kind === 'pouch'),
    );
    for (const [name, kana] of SETTLED) house.settled.push(await house.resident({ name, kana }));
    // Every journey begins at ten in the morning of the next day, whatever the clock on the wall says.
    const { now } = await manager.sends(setDemoClock, { days: 1, at: '10:00' });
    house.aheadMs = Date.parse(now) - Date.now();
    return house;
  }

  /** today is the calendar day in Japan, by the server's clock. */
  today(): string {
    return new Date(Date.now() + this.aheadMs + 9 * 3_600_000).toISOString().slice(0, 10);
  }

  /** inHours is a moment so many hours from now, by the server's clock. */
  inHours(hours: number): string {
    return new Date(Date.now() + this.aheadMs + hours * 3_600_000).toISOString();
  }

  /** staff makes an account and, if wanted, appoints it from today. */
  async staff(name: string, kana: string, level: Level = 'handler'): Promise<Person> {
    const loginId = aLoginId();
    const { staff, code } = await this.manager.does(addStaff, { name, kana, loginId, role: 'floor' });
    if (level) await this.manager.does(appoint, { staffId: staff.id, level, from: this.today(), to: null });
    return new Person(this.url, name, loginId, STAFF_PASSWORD).enter(code);
  }

  /** resident moves in, signs the 預かり依頼書 and hands over what the journey needs. */
  async resident({
    name,
    kana,
    kinds = ['care-insurance-card'],
    room,
    printed = '2031-07-31',
    agreed = true,
    admittedOn,
    birthDate = '1938-04-01',
  }: Coming): Promise<Resident> {
    const { id } = await this.manager.does(registerResident, {
      name,
      kana,
      room: room ?? String(++this.rooms),
      birthDate,
      ...(admittedOn !== undefined && { admittedOn }),
    });
    const items: { id: string; kind: Kind }[] = [];
    const row = ROWS.find((letters) => letters.includes(kana.charAt(0)))?.charAt(0) ?? '';
    if (!agreed) return { id, name, kana, row, agreementId: null, items };
    const agreement = await this.manager.does(makeAgreement, {
      residentId: id,
      kinds: [...new Set([...kinds, 'care-insurance-card' as const, 'eligibility-certificate' as const])],
      signerName: name,
      capacity: 'resident',
      reason: '受診のたびに必要なため',
      willHeard: 'spoken',
      signedOn: this.today(),
      from: this.today(),
      to: null,
    });
    for (const kind of kinds) {
      const storageId = this.pouches[this.rooms % this.pouches.length]?.id ?? null;
      const dated = kind !== 'medication-notebook' && kind !== 'patient-card';
      const { item } = await this.manager.does(takeIn, {
        residentId: id,
        agreementId: agreement.id,
        kind,
        storageId,
        printedExpiresOn: dated ? printed : null,
      });
      items.push({ id: item.id, kind });
    }
    return { id, name, kana, row, agreementId: agreement.id, items };
  }

  /** taken records that somebody else took items out a moment ago. */
  async taken(by: Person, itemIds: readonly string[], destination = 'さくら内科'): Promise<void> {
    await by.does(checkOut, {
      itemIds: [...itemIds],
      purpose: 'outpatient',
      destination,
      holder: { kind: 'staff', staffId: by.id },
      dueBackAt: this.inHours(2),
    });
  }

  /** movements are the entries of an item, oldest first. */
  async movements(itemId: string): Promise<readonly Entry[]> {
    const { entries } = await this.manager.asks(listEntries, { itemId, limit: '200' });
    return [...entries].sort((a, b) => a.seq - b.seq);
  }

  /** types are the kinds of an item's entries, oldest first. */
  async types(itemId: string): Promise<readonly string[]> {
    return (await this.movements(itemId)).map(({ type }) => type);
  }
}

const SETTLED = [
  ['青木 千代', 'あおき ちよ'],
  ['髙﨑 𠮷右衛門', 'たかさき きちえもん'],
  ['中島 正一', 'なかじま しょういち'],
  ['渡邊 ヨシ子', 'わたなべ よしこ'],
] as const;

/** Letters alone: digits by chance can read as a 個人番号, which no sign-in name may hold. */
function aLoginId(): string {
  return `s${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}${Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => String.fromCharCode(97 + (n % 26))).join('')}`;
}
