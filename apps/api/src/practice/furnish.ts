import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addStaff, addStorage, appoint, makeAgreement, registerResident, takeIn } from '@azukari/contract';
import type { AnswerOf, DraftOf, Endpoint } from '@azukari/contract';
import type { CalendarDay, ItemKind, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { StaffRow } from '../database/rows.ts';
import { newToken } from '../session/token.ts';
import { SetUp } from '../set-up/set-up.service.ts';

/** Furnished is who practises there, by ids of the practice house alone. */
export interface Furnished {
  readonly facilityId: Uuid;
  readonly staffId: Uuid;
}

/** Nobody knows the passwords of these people: a session is opened for who practises, and no other way leads in. */
const FACILITY = 'れんしゅうの家（にせもの）';
const MANAGER = { name: '練習 所長', kana: 'れんしゅう しょちょう', loginId: 'practice-manager' };
const YOU = { name: '見習い', kana: 'みならい', loginId: 'practice-you', role: 'floor' } as const;

/** The names mean 見本, 練習, 仮, 例, 試し and 稽古: nobody is called so. */
const PEOPLE: readonly (readonly [name: string, kana: string, room: string, kinds: readonly ItemKind[]])[] = [
  ['見本 一子', 'みほん いちこ', '101', ['eligibility-certificate', 'care-insurance-card']],
  ['練習 二郎', 'れんしゅう じろう', '102', ['eligibility-certificate', 'care-insurance-card', 'my-number-card']],
  ['仮野 三江', 'かりの みつえ', '103', ['eligibility-certificate', 'care-insurance-card']],
  ['例田 四郎', 'れいだ しろう', '201', ['eligibility-certificate', 'care-insurance-card']],
  ['試山 五月', 'ためしやま さつき', '202', ['eligibility-certificate', 'patient-card']],
  ['稽古 六助', 'けいこ ろくすけ', '203', ['care-insurance-card', 'medication-notebook']],
];
const POUCHES_A_DRAWER = 3;

/** furnish gives an empty practice house its cabinet, its residents and their cards, through the API as any other house gets them. */
export async function furnish(app: NestFastifyApplication): Promise<Furnished> {
  const today = app.get(Clock, { strict: false }).today();
  const password = newToken();
  const token = await app.get(SetUp, { strict: false }).makeFacility(FACILITY, { ...MANAGER, password });
  const send = sender(app, token);
  const pouches = await cabinet(send);
  for (const [n, [name, kana, room, kinds]] of PEOPLE.entries()) {
    const { id } = await send(registerResident, { name, kana, room, birthDate: `19${String(36 + n)}-04-01` });
    await agreedItems(send, { residentId: id, name, kinds, storageId: pouches[n] ?? null, today });
  }
  const { staff } = await send(addStaff, YOU);
  await send(appoint, { staffId: staff.id, level: 'handler', from: today, to: null });
  const { facilityId } = await app
    .get(Database, { strict: false })
    .reads.rows.findOneByOrFail(StaffRow, { id: staff.id });
  return { facilityId, staffId: staff.id };
}

type Mutation = Endpoint & { readonly body: NonNullable<Endpoint['body']> };
type Send = <E extends Mutation>(endpoint: E, body: Omit<DraftOf<E>, 'commandId'>) => Promise<AnswerOf<E>>;

function sender(app: NestFastifyApplication, token: string): Send {
  return async (endpoint, body) => {
    const answer = await app.inject({
      method: endpoint.method,
      url: endpoint.path,
      headers: { 'x-azukari': '1', cookie: `azukari=${token}` },
      payload: { commandId: crypto.randomUUID(), ...body },
    });
    if (answer.statusCode !== (endpoint.status ?? 200))
      throw new Error(`${endpoint.path} in the practice house answered ${String(answer.statusCode)}`);
    return answer.json();
  };
}

async function cabinet(send: Send): Promise<readonly Uuid[]> {
  const { storages } = await send(addStorage, { parentId: null, kind: 'locker', label: 'れんしゅうの金庫' });
  const parentId = storages[0]?.id ?? null;
  const pouches: Uuid[] = [];
  for (const [n, label] of ['上の段', '下の段'].entries()) {
    const order = { parentId, kind: 'drawer', label, pouches: POUCHES_A_DRAWER } as const;
    const made = await send(addStorage, { ...order, firstNumber: 1 + n * POUCHES_A_DRAWER });
    pouches.push(...made.storages.filter(({ kind }) => kind === 'pouch').map(({ id }) => id));
  }
  return pouches;
}

async function agreedItems(
  send: Send,
  of: {
    readonly residentId: Uuid;
    readonly name: string;
    readonly kinds: readonly ItemKind[];
    readonly storageId: Uuid | null;
    readonly today: CalendarDay;
  },
): Promise<void> {
  const { residentId, name, kinds, storageId, today } = of;
  const { id: agreementId } = await send(makeAgreement, {
    residentId,
    kinds: [...kinds],
    signerName: name,
    capacity: 'resident',
    reason: 'れんしゅうのため',
    willHeard: 'spoken',
    signedOn: today,
    from: today,
    to: null,
  });
  for (const kind of kinds)
    await send(takeIn, { residentId, agreementId, kind, label: null, storageId, noDatePrinted: true });
}
