import { Injectable } from '@nestjs/common';
import {
  addDays,
  checkIn,
  confirmPassedOn,
  dayInTokyo,
  holdTemporarily,
  may,
  passOn,
  tokyoTime,
} from '@azukari/domain';
import type { Draft, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { In } from 'typeorm';
import { Clock } from '../clock.ts';
import { CustodyService } from '../custody/custody.service.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { FacilityRow, ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { accepted, Refused } from '../http/refused.ts';
import { insertItem } from '../items/item-cache.ts';
import { gather, itemsNamed, ownStorage } from '../items/situations.ts';
import { withNames } from '../items/with-names.ts';
import { Commands } from '../ledger/commands.ts';
import type { Receipt } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author, Entry } from '../ledger/ledger.ts';
import { MOVED_IN, privateWords } from '../residents/residents.service.ts';
import type { SignedIn } from '../session/signed-in.ts';
import {
  answerLine,
  grown,
  insertTransfer,
  isOpen,
  linesOf,
  transferAt,
  transfersOf,
  withdraw,
} from './transfer-rows.ts';
import type { Transfer, TransferLine } from './transfer-rows.ts';

type Answered = BodyOf<typeof contract.answerTransfer>;
type Answer = AnswerOf<typeof contract.readTransfers>;

/** What was confirmed stays visible at the home that sent it for so many days. */
const TOLD_DAYS = 14;
/** Nobody is asked where it is put down in the other home's record. */
const SYSTEM = { actor: 'system', name: null, auth: 'none', authAge: null } as const;

/** Arrival is what a home says of one transfer that came, or did not. */
interface Arrival {
  readonly tx: Tx;
  readonly by: SignedIn;
  readonly author: Author;
  readonly transfer: Transfer;
  readonly arrived: readonly TransferLine[];
  readonly missing: readonly TransferLine[];
}

/**
 * TransfersService brings what is a resident's from one home of the installation to another. A thing is *out* in the record of the home
 * that sent it until the other has confirmed it; both records are written in one transaction, so it always has a place.
 */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly custody: CustodyService,
  ) {
    commands.afterEach((tx, _, drafts) => withdraw(tx, this.clock.now(), drafts));
  }

  /** read answers what comes to this home and what went from it; of another home nothing but what it sent here. */
  async read(by: SignedIn): Promise<Answer> {
    const { rows, sql } = this.database.reads;
    const since = tokyoTime(addDays(this.clock.today(), -TOLD_DAYS), '00:00');
    const coming = await transfersOf(sql, 'to_facility_id', by.facilityId, null);
    const sent = await transfersOf(sql, 'facility_id', by.facilityId, since);
    const all = [...coming, ...sent];
    const lines = Map.groupBy(
      await linesOf(
        sql,
        all.map(({ id }) => id),
      ),
      ({ transferId }) => transferId,
    );
    const residents = await rows.findBy(ResidentRow, { id: In(all.map(({ residentId }) => residentId)) });
    const houses = new Map((await rows.find(FacilityRow, {})).map(({ id, name }) => [id, name]));
    const told = ({ id, version, residentId, sentAt }: Transfer, homeId: Uuid, mine: boolean) => ({
      id,
      version,
      home: houses.get(homeId) ?? '',
      resident: named(residents.find((one) => one.id === residentId)),
      sentAt,
      lines: (lines.get(id) ?? []).flatMap(({ transferId, itemId, ...line }) =>
        mine || line.answer !== 'withdrawn' ? [line] : [],
      ),
    });
    return {
      homes: may(by, 'hand-over')
        ? [...houses].filter(([id]) => id !== by.facilityId).map(([id, name]) => ({ id, name }))
        : [],
      coming: coming.map((one) => ({ ...told(one, one.fromId, false), hereId: one.hereId })),
      sent: sent.map((one) => ({ ...told(one, one.toId, true), residentId: one.residentId })),
    };
  }

  /** send takes things out to another home; one of the installation then has them on its list. */
  send(by: SignedIn, residentId: Uuid, body: BodyOf<typeof contract.sendItems>): Promise<Receipt> {
    return this.commands.once(
      { by, route: 'sendItems', body: withId(residentId, body) },
      async (tx, author) => {
        const { itemIds, dueBackAt, note, to } = body;
        const resident = await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
        const home = 'name' in to ? null : await otherHome(tx, by, to.facilityId);
        const now = this.clock.now();
        const situation = await gather(tx.sql, by, now, itemIds);
        if (situation.items.some((item) => item.residentId !== residentId)) throw new Refused({ kind: 'not-found' });
        const holderName = 'name' in to ? to.name : (home?.name ?? '');
        const drafts = withNames(accepted(passOn({ itemIds, dueBackAt, note, holderName }, situation)), situation);
        const id = crypto.randomUUID();
        const entries = await this.ledger.append(tx, author, [
          ...(home === null ? [] : [this.sentEntry({ id, to: home, resident, items: itemIds.length })]),
          ...drafts,
        ]);
        await this.custody.keep(tx, by, entries, situation);
        if (home !== null)
          await insertTransfer(tx.sql, { id, fromId: by.facilityId, toId: home.id, residentId, sentAt: now }, itemIds);
        return { entries };
      },
      (_, receipt) => receipt,
    );
  }

  /** answer writes into both records what came; what did not stays out in the other, where it is asked for. */
  answer(by: SignedIn, id: Uuid, body: Answered): Promise<Receipt> {
    return this.commands.once(
      { by, route: 'answerTransfer', body: withId(id, body) },
      async (tx, author) => {
        const { version, storageId, residentId } = body;
        const transfer = await transferAt(tx.sql, 'to_facility_id', { id, facilityId: by.facilityId, version });
        await ownStorage(tx, by, storageId);
        if (residentId !== null) await ownRow(tx.rows, ResidentRow, { id: residentId, facilityId: by.facilityId });
        const lines = await linesOf(tx.sql, [id]);
        const said = (as: string): readonly TransferLine[] =>
          body.lines.filter((one) => one.as === as).map(({ line }) => openLine(lines, line));
        const arrival = { tx, by, author, transfer, arrived: said('arrived'), missing: said('not-arrived') };
        const entries = await this.takeIn(arrival, { storageId, residentId: transfer.hereId ?? residentId });
        for (const line of arrival.arrived) await answerLine(tx.sql, line, 'arrived', this.clock.now());
        for (const line of arrival.missing) await answerLine(tx.sql, line, 'not-arrived', this.clock.now());
        await this.confirm(arrival);
        return { entries };
      },
      (_, receipt) => receipt,
    );
  }

  /** cancel puts back what nobody has confirmed. */
  cancel(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.cancelTransfer>): Promise<Receipt> {
    return this.commands.once(
      { by, route: 'cancelTransfer', body: withId(id, body) },
      async (tx, author) => {
        const { version } = body;
        const transfer = await transferAt(tx.sql, 'facility_id', { id, facilityId: by.facilityId, version });
        const open = (await linesOf(tx.sql, [id])).filter(isOpen).map(({ itemId }) => itemId);
        const all = await gather(tx.sql, by, this.clock.now(), open);
        const situation = { ...all, items: all.items.filter(({ custody }) => custody.at === 'out') };
        if (situation.items.length === 0) throw new Refused({ kind: 'nothing-to-change' });
        const itemIds = situation.items.map((item) => item.id);
        const back = {
          itemIds,
          storageId: null,
          condition: 'good',
          occurredAt: null,
          sheet: null,
          note: null,
        } as const;
        const home = await tx.rows.findOneByOrFail(FacilityRow, { id: transfer.toId });
        const [first] = situation.items;
        const entries = await this.ledger.append(tx, author, [
          houseEntry(
            'transfer.cancelled',
            { transfer: id, to: transfer.toId },
            { resident: transfer.residentId, private: { residentName: first?.residentName ?? '', name: home.name } },
          ),
          ...withNames(accepted(checkIn(back, situation)), situation),
        ]);
        await this.custody.keep(tx, by, entries, situation);
        return { entries };
      },
      (_, receipt) => receipt,
    );
  }

  private sentEntry(of: {
    readonly id: Uuid;
    readonly to: FacilityRow;
    readonly resident: ResidentRow;
    readonly items: number;
  }): Draft {
    const { id, to, resident, items } = of;
    return houseEntry(
      'transfer.sent',
      { transfer: id, to: to.id, items },
      { resident: resident.id, private: { residentName: resident.name, name: to.name } },
    );
  }

  /** What came is held in this home's record, for whom it is here; who is not known here yet is registered by the name she comes with. */
  private async takeIn(
    { tx, by, author, transfer, arrived, missing }: Arrival,
    at: { readonly storageId: Uuid | null; readonly residentId: Uuid | null },
  ): Promise<readonly Entry[]> {
    const from = await tx.rows.findOneByOrFail(FacilityRow, { id: transfer.fromId });
    const { name, kana } = await tx.rows.findOneByOrFail(ResidentRow, { id: transfer.residentId });
    const comes = arrived.length > 0;
    const fresh = comes && at.residentId === null ? newcomer(by.facilityId, name, kana) : null;
    if (fresh) await tx.rows.insert(ResidentRow, fresh);
    const residentId = fresh?.id ?? at.residentId;
    const here = fresh ?? (residentId === null ? null : await tx.rows.findOneBy(ResidentRow, { id: residentId }));
    const words = { residentName: here?.name ?? name, holderName: from.name };
    const held = arrived.flatMap(({ kind, label }) => {
      const item = { id: crypto.randomUUID(), kind, residentId, residentLeftOn: null, agreements: [] };
      const situation = { now: this.clock.now(), today: this.clock.today(), actor: by, item };
      return accepted(holdTemporarily({ ...HELD, storageId: at.storageId }, situation)).map((draft) => ({
        ...draft,
        private: { ...draft.private, ...words, ...(label !== null && { label }) },
      }));
    });
    const entries = await this.ledger.append(tx, author, [
      houseEntry(
        'transfer.answered',
        { transfer: transfer.id, from: transfer.fromId, arrived: arrived.length, missing: missing.length },
        {
          ...(comes && residentId !== null && { resident: residentId }),
          private: { residentName: words.residentName, name: from.name },
        },
      ),
      ...(fresh ? [houseEntry('resident.registered', {}, { resident: fresh.id, private: privateWords(fresh) })] : []),
      ...held,
    ]);
    for (const entry of entries)
      if (entry.draft.type === 'item.held-temporarily')
        await insertItem(tx.sql, entry, {
          facilityId: by.facilityId,
          label: entry.draft.private.label ?? null,
        });
    await grown(tx.sql, transfer, comes ? residentId : transfer.hereId);
    return entries;
  }

  /** The record of the home that sent it says what the other has, and who there said so. */
  private async confirm({ tx, by, author, transfer, arrived, missing }: Arrival): Promise<void> {
    const there = { ...by, facilityId: transfer.fromId };
    const items = await itemsNamed(
      tx.sql,
      there,
      arrived.map(({ itemId }) => itemId),
    );
    const { name } = await tx.rows.findOneByOrFail(FacilityRow, { id: transfer.toId });
    const resident = await tx.rows.findOneByOrFail(ResidentRow, { id: transfer.residentId });
    const now = this.clock.now();
    const situation = { now, today: dayInTokyo(now), actor: by, items, contact: null };
    const drafts = [
      houseEntry(
        'transfer.confirmed',
        { transfer: transfer.id, to: transfer.toId, arrived: arrived.length, missing: missing.length },
        { resident: resident.id, private: { residentName: resident.name, name, receiverName: by.name } },
      ),
      ...withNames(confirmPassedOn(items, `${name} ${by.name}`), situation),
    ];
    const told: Author = { facilityId: transfer.fromId, ...SYSTEM, command: author.command };
    const entries = await this.ledger.append(tx, told, drafts);
    await this.custody.keep(tx, there, entries, situation);
    await this.commands.follow(tx, transfer.fromId, drafts);
  }
}

/** What came lies in the safe without an agreement of this home; what is printed on it, somebody here reads. */
const HELD = {
  reason: 'no-agreement',
  resolveBy: null,
  description: { printedExpiresOn: null, certificateExpiresOn: null, insurerType: null, authMode: null },
  condition: 'good',
  occurredAt: null,
  note: null,
} as const;

function newcomer(facilityId: Uuid, name: string, kana: string): ResidentRow {
  const unsaid = { room: '', birthDate: null, admittedOn: null, note: null };
  return { id: crypto.randomUUID(), facilityId, name, kana, ...unsaid, ...MOVED_IN };
}

function named(resident: ResidentRow | undefined): Answer['coming'][number]['resident'] {
  return { name: resident?.name ?? '', kana: resident?.kana ?? '' };
}

function openLine(lines: readonly TransferLine[], line: number): TransferLine {
  const found = lines.find((one) => one.line === line);
  if (!found) throw new Refused({ kind: 'not-found' });
  if (!isOpen(found)) throw new Refused({ kind: 'nothing-to-change' });
  return found;
}

async function otherHome(tx: Tx, by: SignedIn, id: Uuid): Promise<FacilityRow> {
  const home = id === by.facilityId ? null : await tx.rows.findOneBy(FacilityRow, { id });
  if (!home) throw new Refused({ kind: 'not-found' });
  return home;
}
