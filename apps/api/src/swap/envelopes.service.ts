import { Injectable } from '@nestjs/common';
import { covers, dayInTokyo, deadlinesOf, envelopeObstacle, envelopeWill } from '@azukari/domain';
import { markEnvelope, NOTHING_PRINTED, openEnvelope, receiveEnvelope } from '@azukari/domain';
import type { Draft, NewItem, NewPaper, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { In } from 'typeorm';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ResidentRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { accepted, Refused } from '../http/refused.ts';
import { marksOf } from '../items/envelope-marks.ts';
import { insurersOf } from '../items/insurers.ts';
import type { Insurers } from '../items/insurers.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemView } from '../items/item-views.ts';
import { agreementsAt, agreementsOf, gather, usableStorage } from '../items/situations.ts';
import { Commands } from '../ledger/commands.ts';
import type { Receipt } from '../ledger/commands.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { appendBatch, namesOf } from './batch.ts';

type Listed = AnswerOf<typeof contract.listEnvelopes>;

const DAY_MS = 86_400_000;

/** EnvelopesService keeps sealed envelopes: they arrive, age, and are handed on unopened or opened in front of the resident. */
@Injectable()
export class EnvelopesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /** list answers those that came first before the others. */
  async list(by: SignedIn): Promise<Listed> {
    const { sql } = this.database.reads;
    const asOf = this.clock.today();
    const items = await readItems(
      { sql, by, today: asOf },
      "item.kind = 'sealed-envelope' AND item.place <> 'ended' ORDER BY taken_in_at, item.id",
      [],
    );
    const marks = await marksOf(
      sql,
      items.map(({ id }) => id),
    );
    const agreements = Map.groupBy(await agreementsAt(sql, by.facilityId), ({ residentId }) => residentId);
    const insurers = await insurersOf(sql, by.facilityId);
    const envelopes = items.map((item) => {
      const { from = null, expected = [] } = marks.get(item.id) ?? {};
      const will = envelopeWill(agreements.get(item.resident?.id ?? '') ?? [], asOf);
      return { ...view(item, insurers, asOf), from, expected: [...expected], obstacle: envelopeObstacle(will, from) };
    });
    return { asOf, envelopes };
  }

  receive(by: SignedIn, body: BodyOf<typeof contract.receiveEnvelopes>): Promise<{ readonly receipt: Receipt }> {
    return this.commands.once(
      { by, route: 'receiveEnvelopes', body },
      async (tx, author) => {
        const newcomers = await this.newEnvelopes(tx, by, body);
        const drafts: Draft[] = [];
        const names = new Map<Uuid, string>();
        for (const { item, order, residentName } of newcomers) {
          drafts.push(...accepted(receiveEnvelope(order, { ...this.moment(by), item })));
          names.set(item.residentId ?? '', residentName);
        }
        return { entries: await appendBatch(tx, this.ledger, author, { drafts, items: [], names }) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  mark(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.markEnvelope>): Promise<{ readonly receipt: Receipt }> {
    return this.commands.once(
      { by, route: 'markEnvelope', body: withId(id, body) },
      async (tx, author) => {
        const situation = await gather(tx.sql, by, this.clock.now(), [id]);
        const [envelope] = situation.items;
        if (!envelope) throw new Refused({ kind: 'not-found' });
        const drafts = accepted(markEnvelope(body, { ...situation, items: [envelope] }));
        const { items } = situation;
        return { entries: await appendBatch(tx, this.ledger, author, { drafts, items, names: namesOf(items) }) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  open(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.openEnvelope>): Promise<{ readonly receipt: Receipt }> {
    return this.commands.once(
      { by, route: 'openEnvelope', body: withId(id, body) },
      async (tx, author) => {
        const situation = await gather(tx.sql, by, this.clock.now(), [id]);
        const { items, today } = situation;
        const [envelope] = items;
        if (!envelope) throw new Refused({ kind: 'not-found' });
        const papers: NewPaper[] = [];
        for (const { kind, insurerType, printedExpiresOn, storageId } of body.papers) {
          await usableStorage(tx, by, storageId);
          const agreement = envelope.agreements.find((one) => covers(one, kind, today));
          papers.push({
            item: { ...envelope, id: crypto.randomUUID(), kind },
            order: {
              agreementId: agreement?.id ?? '',
              storageId,
              description: { ...NOTHING_PRINTED, insurerType, printedExpiresOn },
              condition: 'good',
              occurredAt: null,
              note: null,
            },
          });
        }
        const from = (await marksOf(tx.sql, [id])).get(id)?.from ?? null;
        const order = { envelope: { ...envelope, from }, papers, note: body.note };
        const drafts = accepted(openEnvelope(order, situation));
        return { entries: await appendBatch(tx, this.ledger, author, { drafts, items, names: namesOf(items) }) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  private async newEnvelopes(tx: Tx, by: SignedIn, body: BodyOf<typeof contract.receiveEnvelopes>) {
    const { facilityId } = by;
    const ids = [...new Set(body.envelopes.map(({ residentId }) => residentId))];
    const residents = await tx.rows.findBy(ResidentRow, { facilityId, id: In(ids) });
    if (residents.length !== ids.length) throw new Refused({ kind: 'not-found' });
    for (const storageId of new Set(body.envelopes.map((one) => one.storageId))) await usableStorage(tx, by, storageId);
    const byId = new Map(residents.map((resident) => [resident.id, resident]));
    const agreements = Map.groupBy(await agreementsOf(tx.sql, ids), ({ residentId }) => residentId);
    return body.envelopes.map(({ residentId, ...order }) => {
      const item: NewItem = {
        id: crypto.randomUUID(),
        kind: 'sealed-envelope',
        residentId,
        residentLeftOn: byId.get(residentId)?.leftOn ?? null,
        agreements: agreements.get(residentId) ?? [],
      };
      return { item, order: { ...order, note: body.note }, residentName: byId.get(residentId)?.name ?? '' };
    });
  }

  private moment(by: SignedIn) {
    return { now: this.clock.now(), today: this.clock.today(), actor: by };
  }
}

function view({ id, resident, custody, storage, takenInAt }: ItemView, insurers: Insurers, asOf: string) {
  const arrivedOn = dayInTokyo(takenInAt);
  const insurer = insurers.of(id)?.id ?? null;
  const facts = { kind: 'sealed-envelope', ...NOTHING_PRINTED, insurer, receivedOn: arrivedOn } as const;
  const [{ date } = { date: null }] = deadlinesOf(facts, null, insurers.settings, asOf);
  return {
    id,
    resident: resident && { id: resident.id, name: resident.name, kana: resident.kana, room: resident.room },
    at: custody.at === 'ended' ? ('stored' as const) : custody.at,
    storage,
    arrivedOn,
    days: Math.round((Date.parse(asOf) - Date.parse(arrivedOn)) / DAY_MS),
    overdue: date !== null && date < asOf,
    held: custody.at !== 'ended' && custody.hold !== null,
  };
}
