import { amendEntry, checkIn, checkOut, noteMovingIn, readResident, takeIn } from '@azukari/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { insertNotice } from '../notices/notice-rows.ts';
import type { Makers } from './makers.ts';
import type { Person } from './person.ts';

/** Teller is a house in which something is said of people, by whom. */
export interface Teller {
  readonly app: NestFastifyApplication;
  readonly make: Makers;
  readonly manager: Person;
  /** She puts back what was out, and had something once. */
  readonly colleague: Person;
}

/** Family is somebody of whom much was said, with what was hers, and her neighbour. */
export interface Family {
  readonly residentId: string;
  readonly itemId: string;
  readonly contactId: string;
  readonly neighbourId: string;
}

/** muchIsSaid has a house hear and write of a family what it does in some years: every word of hers has 消印 in it, the colleague's name 去印. */
export async function muchIsSaid(teller: Teller): Promise<Family> {
  const { make, manager, colleague } = teller;
  const resident = await make.aResident({
    name: '消印 ハナ',
    kana: 'けしいん はな',
    room: '消印の間',
    note: '消印に住んでいた',
    admittedOn: '2018-04-01',
  });
  const residentId = resident.id;
  const { id: neighbourId } = await make.aResident({ name: '隣 花', kana: 'となり はな' });
  const contact = await make.aContact({
    residentId,
    name: '消印 太郎',
    kana: 'けしいん たろう',
    relation: '消印の長男',
    phone: '03-1234-5678',
    email: 'taro@keshiin.example.jp',
    address: '消印市1-1',
    note: '消印は留守',
  });
  const contactId = contact.id;
  const agreement = await make.anAgreement({
    residentId,
    kinds: ['other'],
    signerName: '消印 ハナ',
    reason: '消印のため',
    willNote: '消印と言った',
    paperPlace: '消印の棚',
  });
  const { storage } = await make.anItem({ residentId: neighbourId });
  const { item } = await manager.ok(takeIn, {
    residentId,
    agreementId: agreement.id,
    kind: 'other',
    label: '消印の証',
    storageId: storage?.id ?? null,
    handedInBy: '消印 太郎',
    note: '消印から',
  });
  const itemId = item.id;
  await manager.ok(
    noteMovingIn,
    { version: 0, address: 'moves', movedOn: null, noticeGivenOn: null, cardContinuedOn: null },
    { id: residentId },
  );
  const { receipt } = await manager.ok(checkOut, {
    itemIds: [itemId],
    purpose: 'emergency',
    destination: '消印病院',
    holder: { kind: 'other', name: '消印 太郎', relation: 'family', contactId },
    dueBackAt: null,
    note: '消印と一緒に',
  });
  const seq = receipt.entries[0]?.seq ?? -1;
  await manager.ok(amendEntry, { seq, reason: 'mistyped', explanation: '消印の間違い', destination: '消印医院' });
  await colleague.ok(checkIn, { itemIds: [itemId], note: '消印がもどした' });
  await manager.ok(readResident, undefined, { id: residentId });
  const family = { residentId, itemId, contactId, neighbourId };
  await byHand(teller, family);
  return family;
}

/** What other machinery writes: a mail, and what a 照合 saw. */
async function byHand({ app, manager }: Teller, family: Family): Promise<void> {
  const { residentId, itemId, contactId, neighbourId } = family;
  const now = app.get(Clock, { strict: false }).now();
  const { facilityId } = manager;
  const id = crypto.randomUUID();
  const deadline = { itemId, residentId, kind: 'care-certification-renewal', date: '2030-03-31' } as const;
  await app.get(Database, { strict: false }).writes.run(async ({ sql }) => {
    await insertNotice(sql, {
      id,
      facilityId,
      contactId,
      to: { person: 'person:消印 太郎', channel: 'letter', language: 'ja' },
      on: '2020-01-01',
      lines: [{ deadline, contactId, threshold: '2020-01-01' }],
      progress: { state: 'open' },
      replyCode: null,
      madeAt: now,
      settledAt: null,
    });
    await sql.run('UPDATE notice SET address = ?, bytes = ?, heard = ? WHERE id = ?', [
      sql.sealed.close('notice.address', id, 'taro@keshiin.example.jp'),
      sql.sealed.close('notice.bytes', id, '消印 太郎 様'),
      sql.sealed.close('notice.heard', id, 'no keshiin here'),
      id,
    ]);
    const month = crypto.randomUUID();
    await sql.run(
      `INSERT INTO reconciliation (id, facility_id, month, stage, started_by, started_at) VALUES (?, ?, '1900-01', 'counting', ?, ?)`,
      [month, facilityId, manager.staffId, now],
    );
    for (const [item, name] of [
      [itemId, '消印 太郎'],
      [
        (await sql.get<{ id: string }>('SELECT id FROM item WHERE resident_id = ?', [neighbourId]))?.id ?? '',
        '去印 職員',
      ],
    ] as const)
      await sql.run(
        `INSERT INTO reconciled_item (reconciliation_id, item_id, place, held, storage, seen, since, holder_name)
         VALUES (?, ?, 'out', 0, '', 'out', ?, ?)`,
        [month, item, now, sql.sealed.close('reconciled_item.holder_name', [month, item], name)],
      );
  });
}
