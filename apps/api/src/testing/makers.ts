import { addContact, addStaff, addStorage, appoint, makeAgreement, registerResident, takeIn } from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import type { Level, Role } from '@azukari/domain';
import { Person } from './person.ts';
import type { Sent } from './person.ts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Item = AnswerOf<typeof takeIn>['item'];

/** Makers make one of each through the API; what matters to a test is named, the rest is dull. */
export interface Makers {
  aResident(given?: Partial<Sent<typeof registerResident>>): Promise<AnswerOf<typeof registerResident>>;
  aContact(
    given: Partial<Sent<typeof addContact>> & { readonly residentId: string },
  ): Promise<AnswerOf<typeof addContact>>;
  anAgreement(given?: Partial<Sent<typeof makeAgreement>>): Promise<AnswerOf<typeof makeAgreement>>;
  /** anItem is in the safe; resident, agreement and pouch are made unless given. */
  anItem(given?: Partial<Sent<typeof takeIn>>): Promise<Item>;
  aPouch(): Promise<AnswerOf<typeof addStorage>['storages'][number]>;
  /** aStaff is signed in; without a level nobody has appointed them. */
  aStaff(given?: { readonly role?: Role; readonly level?: Level; readonly name?: string }): Promise<Person>;
}

let made = 0;

/** makersFor makes things in the facility of this manager. */
export function makersFor(app: NestFastifyApplication, manager: Person, today: () => string): Makers {
  let locker: Promise<string> | undefined;
  const lockerId = (): Promise<string> =>
    (locker ??= manager
      .ok(addStorage, { parentId: null, kind: 'locker', label: '金庫' })
      .then(({ storages }) => first(storages).id));

  const makers: Makers = {
    aResident: (given) =>
      manager.ok(registerResident, {
        name: '山田 ハナ',
        kana: 'やまだ はな',
        room: '101',
        birthDate: '1940-04-01',
        ...given,
      }),
    aContact: (given) =>
      manager.ok(addContact, {
        order: 1,
        name: '山田 太郎',
        kana: 'やまだ たろう',
        relation: '長男',
        capacity: 'family',
        phone: '',
        email: '',
        address: '',
        language: 'ja',
        handOver: 'allowed',
        mayKnow: true,
        ...given,
      }),
    anAgreement: async (given) =>
      manager.ok(makeAgreement, {
        residentId: given?.residentId ?? (await makers.aResident()).id,
        kinds: ['care-insurance-card', 'eligibility-certificate', 'my-number-card'],
        signerName: '山田 ハナ',
        capacity: 'resident',
        reason: '受診のたびに必要なため',
        willHeard: 'spoken',
        signedOn: today(),
        from: today(),
        to: null,
        ...given,
      }),
    anItem: async (given) => {
      const residentId = given?.residentId ?? (await makers.aResident()).id;
      const kind = given?.kind ?? 'care-insurance-card';
      const agreementId = given?.agreementId ?? (await makers.anAgreement({ residentId, kinds: [kind] })).id;
      const storageId = given?.storageId === undefined ? (await makers.aPouch()).id : given.storageId;
      const { item } = await manager.ok(takeIn, { ...given, residentId, agreementId, kind, storageId });
      return item;
    },
    aPouch: async () => {
      const { storages } = await manager.ok(addStorage, {
        parentId: await lockerId(),
        kind: 'pouch',
        label: `${String(++made)}番`,
      });
      return first(storages);
    },
    aStaff: async ({ role = 'floor', level, name } = {}) => {
      const loginId = `staff-${String(++made)}`;
      const { staff, code } = await manager.ok(addStaff, {
        name: name ?? `鈴木 一郎 ${String(made)}`,
        kana: 'すずき いちろう',
        loginId,
        role,
      });
      if (level) await manager.ok(appoint, { staffId: staff.id, level, from: today(), to: null });
      return new Person(app, loginId).enter(code);
    },
  };
  return makers;
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('nothing was made');
  return one;
}
