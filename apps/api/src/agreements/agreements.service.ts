import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { agree, ITEM_KINDS, ONLY_GIVEN_BACK } from '@azukari/domain';
import type { CalendarDay, Draft, ItemKind, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { AgreementRow, AgreementTextRow, ContactRow, ResidentRow } from '../database/rows.ts';
import { places } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { accepted, Refused } from '../http/refused.ts';
import { keepCustody } from '../items/item-cache.ts';
import { gather } from '../items/situations.ts';
import type { CachedItem } from '../items/situations.ts';
import { inWalkingOrder } from '../items/walking-order.ts';
import { withNames } from '../items/with-names.ts';
import { AccessLog } from '../ledger/access-log.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger, lockHead } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.makeAgreement>;

interface Dated {
  readonly commandId: Uuid;
  readonly version: number;
  readonly on: CalendarDay;
}

/** AgreementsService keeps the 預かり依頼書: what was signed, reviewed and ended. A signed one is never edited. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly accessLog: AccessLog,
  ) {}

  /** list answers the newest first. */
  async list(by: SignedIn, residentId?: Uuid): Promise<AnswerOf<typeof contract.listAgreements>> {
    const { rows } = this.database.reads;
    const { facilityId } = by;
    if (residentId !== undefined) await ownRow(rows, ResidentRow, { id: residentId, facilityId });
    const agreements = await rows.find(AgreementRow, {
      where: { facilityId, ...(residentId !== undefined && { residentId }) },
      order: { number: 'DESC' },
    });
    await this.accessLog.note(
      by,
      [...new Set([...agreements.map((row) => row.residentId), ...(residentId === undefined ? [] : [residentId])])],
      'agreement',
    );
    return { agreements: agreements.map(answerOf) };
  }

  make(by: SignedIn, body: BodyOf<typeof contract.makeAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'makeAgreement', body },
      async (tx, author) => {
        const { commandId, ...given } = body;
        const { id, drafts } = await this.write(tx, by, given);
        return { entries: await this.ledger.append(tx, author, drafts), subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  /** makeAll writes down papers that came in together, and lifts what each covers. */
  makeAll(
    by: SignedIn,
    body: BodyOf<typeof contract.makeAgreements>,
  ): Promise<AnswerOf<typeof contract.makeAgreements>> {
    return this.commands.once(
      { by, route: 'makeAgreements', body },
      async (tx, author) => {
        const { commandId, signed, ...common } = body;
        const drafts: Draft[] = [];
        const items: CachedItem[] = [];
        for (const one of signed) {
          const { id, drafts: made } = await this.write(tx, by, {
            ...common,
            ...one,
            willNote: null,
            to: null,
            envelopes: null,
          });
          const held = await heldBy(tx, by, one);
          const situation = await gather(tx.sql, by, this.clock.now(), held);
          const lifted =
            held.length === 0 ? [] : accepted(agree({ itemIds: held, agreementId: id, storageId: null }, situation));
          drafts.push(...made, ...withNames(lifted, situation));
          items.push(...situation.items);
        }
        const entries = await this.ledger.append(tx, author, drafts);
        if (items.length > 0)
          await keepCustody(tx.sql, (await lockHead(tx, by.facilityId, 'custody')).id, entries, items);
        return { entries };
      },
      (_, receipt) => {
        const lifted = receipt.entries.filter(({ itemId }) => itemId !== null).length;
        return { receipt, agreements: receipt.entries.length - lifted, lifted };
      },
    );
  }

  /** unsigned are those of whom something lies here until somebody has signed. */
  async unsigned(by: SignedIn): Promise<AnswerOf<typeof contract.listUnsigned>> {
    const { rows, sql } = this.database.reads;
    const { facilityId } = by;
    const held = await sql.all<{ residentId: Uuid; kind: ItemKind }>(
      `SELECT resident_id AS "residentId", kind FROM item WHERE facility_id = ? AND held = 1 AND resident_id IS NOT NULL AND place <> 'ended' AND kind NOT IN (${places(ONLY_GIVEN_BACK.length)})`,
      [facilityId, ...ONLY_GIVEN_BACK],
    );
    const ofWhom = Map.groupBy(held, ({ residentId }) => residentId);
    const residents = (await rows.findBy(ResidentRow, { facilityId, leftOn: IsNull() })).filter(({ id }) =>
      ofWhom.has(id),
    );
    const contacts = await rows.find(ContactRow, {
      where: { facilityId, removedAt: IsNull() },
      order: { order: 'ASC' },
    });
    await this.accessLog.note(
      by,
      residents.map(({ id }) => id),
      'agreement',
    );
    return {
      residents: residents.sort(inWalkingOrder).map(({ id, name, kana, room }) => {
        const here = ofWhom.get(id) ?? [];
        return {
          id,
          name,
          kana,
          room,
          kinds: ITEM_KINDS.filter((kind) => here.some((one) => one.kind === kind)),
          items: here.length,
          contacts: contacts.flatMap((one) =>
            one.residentId === id ? [{ id: one.id, name: one.name, capacity: one.capacity }] : [],
          ),
        };
      }),
    };
  }

  private async write(
    tx: Tx,
    by: SignedIn,
    { residentId, ...given }: Omit<BodyOf<typeof contract.makeAgreement>, 'commandId'>,
  ): Promise<{ readonly id: Uuid; readonly drafts: readonly Draft[] }> {
    const { facilityId } = by;
    const resident = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId });
    this.refuseMaking(resident, given);
    const kinds = ITEM_KINDS.filter((kind) => given.kinds.includes(kind));
    const textVersion = (await tx.rows.maximum(AgreementTextRow, 'version', { facilityId })) ?? 0;
    const row: AgreementRow = {
      ...given,
      id: crypto.randomUUID(),
      facilityId,
      residentId,
      number: ((await tx.rows.maximum(AgreementRow, 'number', { facilityId })) ?? 0) + 1,
      kinds,
      textVersion,
      endedOn: null,
      reviewedOn: null,
      version: 1,
    };
    await tx.rows.insert(AgreementRow, row);
    const { id, capacity, signedOn, from, to } = row;
    const { signerName, reason, willHeard, willNote, paperPlace } = given;
    const words = {
      residentName: resident.name,
      signerName,
      reason,
      ...(willNote !== null && { note: willNote }),
      ...(paperPlace !== null && { paperPlace }),
    };
    const facts = { agreement: id, kinds, textVersion, capacity, willHeard, signedOn, from, to };
    const about = { resident: residentId, private: { residentName: resident.name } };
    const drafts = [
      houseEntry('agreement.made', facts, { resident: residentId, private: words }),
      ...(given.envelopes === null
        ? []
        : [houseEntry('agreement.envelopes-settled', { agreement: id, rule: given.envelopes }, about)]),
    ];
    return { id, drafts };
  }

  /** end makes `on` the last day; items that are still here become 一時保管 in the eyes of the rules the day after. */
  end(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.endAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'endAgreement', body: withId(id, body) },
      async (tx, author) => {
        const { row, residentName } = await this.open(tx, by, id, body);
        if (row.to !== null && body.on > row.to) throw new Refused({ kind: 'dates-out-of-order' });
        await tx.rows.update(AgreementRow, { id }, { endedOn: body.on, version: row.version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'agreement.ended',
            { agreement: id, on: body.on },
            { resident: row.residentId, private: { residentName } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  review(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.reviewAgreement>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'reviewAgreement', body: withId(id, body) },
      async (tx, author) => {
        const { row, residentName } = await this.open(tx, by, id, body);
        if (body.on > this.clock.today()) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
        if (row.reviewedOn !== null && body.on < row.reviewedOn) throw new Refused({ kind: 'dates-out-of-order' });
        await tx.rows.update(AgreementRow, { id }, { reviewedOn: body.on, version: row.version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'agreement.reviewed',
            { agreement: id, on: body.on },
            { resident: row.residentId, private: { residentName } },
          ),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  /** settleEnvelopes adds an answer that was not asked for, or takes the newest; what was signed stays as it was. */
  settleEnvelopes(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.settleEnvelopes>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'settleEnvelopes', body: withId(id, body) },
      async (tx, author) => {
        const { version, rule } = body;
        const row = await ownRow(tx.rows, AgreementRow, { id, facilityId: by.facilityId, version });
        if (row.endedOn !== null) throw new Refused({ kind: 'agreement-ended', on: row.endedOn });
        if (row.envelopes === rule) throw new Refused({ kind: 'nothing-to-change' });
        const { residentId } = row;
        const { name } = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
        await tx.rows.update(AgreementRow, { id }, { envelopes: rule, version: version + 1 });
        const about = { resident: residentId, private: { residentName: name } };
        const entry = houseEntry('agreement.envelopes-settled', { agreement: id, rule }, about);
        return { entries: await this.ledger.append(tx, author, [entry]), subject: id };
      },
      (tx, _, subject) => answerFrom(tx, by, subject),
    );
  }

  private refuseMaking(
    resident: ResidentRow,
    { signedOn, from, to }: Pick<AgreementRow, 'signedOn' | 'from' | 'to'>,
  ): void {
    const today = this.clock.today();
    if (resident.leftOn !== null && resident.leftOn < today)
      throw new Refused({ kind: 'resident-left', residentId: resident.id, on: resident.leftOn });
    if (signedOn > today) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
    if (to !== null && to < from) throw new Refused({ kind: 'dates-out-of-order' });
  }

  private async open(
    tx: Tx,
    by: SignedIn,
    id: Uuid,
    { version, on }: Dated,
  ): Promise<{ readonly row: AgreementRow; readonly residentName: string }> {
    const row = await ownRow(tx.rows, AgreementRow, { id, facilityId: by.facilityId, version });
    if (row.endedOn !== null) throw new Refused({ kind: 'agreement-ended', on: row.endedOn });
    if (on < row.from) throw new Refused({ kind: 'dates-out-of-order' });
    const resident = await ownRow(tx.rows, ResidentRow, { id: row.residentId, facilityId: by.facilityId });
    return { row, residentName: resident.name };
  }
}

/** Of what a paper names, what lies here until somebody has signed. */
async function heldBy(
  { sql }: Tx,
  { facilityId }: SignedIn,
  { residentId, kinds }: { readonly residentId: Uuid; readonly kinds: readonly ItemKind[] },
): Promise<readonly Uuid[]> {
  const rows = await sql.all<{ id: Uuid }>(
    `SELECT id FROM item WHERE facility_id = ? AND resident_id = ? AND held = 1 AND place <> 'ended' AND kind IN (${places(kinds.length)})
     ORDER BY id`,
    [facilityId, residentId, ...kinds],
  );
  return rows.map(({ id }) => id);
}

async function answerFrom(tx: Tx, by: SignedIn, subject: Uuid | null): Promise<Answer> {
  return answerOf(await ownRow(tx.rows, AgreementRow, { id: subject ?? '', facilityId: by.facilityId }));
}

function answerOf({ facilityId, willHeard, ...row }: AgreementRow): Answer {
  return { ...row, willHeard: willHeard as Answer['willHeard'] };
}
