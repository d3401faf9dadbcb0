import { Injectable } from '@nestjs/common';
import { holdTemporarily, matchesName, takeIn } from '@azukari/domain';
import type { Description, Draft, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { BodyOf, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { InsurerRow, ResidentRow } from '../database/rows.ts';
import { places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { accepted, Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import type { Done, Receipt } from '../ledger/commands.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Author } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { insurerNamed, keepNamed } from './insurers.ts';
import { insertItem, keepLater } from './item-cache.ts';
import { readItems } from './item-views.ts';
import type { ItemView } from './item-views.ts';
import { newItem, ownStorage, usableStorage } from './situations.ts';

interface Taken {
  readonly item: ItemView;
  readonly receipt: Receipt;
}

/** ItemsService brings items into the record and reads them. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /** list pages by key: an item's id; a search by name runs in memory, because names are sealed. */
  async list(
    by: SignedIn,
    query: QueryOf<typeof contract.listItems>,
  ): Promise<{ items: ItemView[]; nextCursor: string | null }> {
    const where: string[] = [];
    const values: Value[] = [];
    const add = (sql: string, ...given: readonly Value[]): void => {
      where.push(sql);
      values.push(...given);
    };
    if (query.place !== 'all') add('item.place = ?', query.place);
    if (query.residentId) add('item.resident_id = ?', query.residentId);
    if (query.storageId) add('item.storage_id = ?', query.storageId);
    if (query.q) {
      const ids = await this.residentsNamed(by, query.q);
      add(ids.length === 0 ? '1 = 0' : `item.resident_id IN (${places(ids.length)})`, ...ids);
    }
    if (query.cursor) add('item.id > ?', query.cursor);
    const items = await readItems(
      { sql: this.database.reads.sql, by, today: this.clock.today() },
      `${where.length === 0 ? '1 = 1' : where.join(' AND ')} ORDER BY item.id LIMIT ?`,
      [...values, query.limit + 1],
    );
    const page = items.slice(0, query.limit);
    return { items: page, nextCursor: items.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  read(by: SignedIn, id: Uuid): Promise<ItemView> {
    return this.readFrom(this.database.reads.sql, by, id);
  }

  async readFrom(sql: Statements, by: SignedIn, id: Uuid): Promise<ItemView> {
    const [item] = await readItems({ sql, by, today: this.clock.today() }, 'item.id = ?', [id]);
    if (!item) throw new Refused({ kind: 'not-found' });
    return item;
  }

  takeIn(by: SignedIn, body: BodyOf<typeof contract.takeIn>): Promise<Taken> {
    return this.begin(by, 'takeIn', body, async (tx) => {
      await usableStorage(tx, by, body.storageId);
      const item = await newItem(tx, by, body.residentId, body.kind);
      const situation = { now: this.clock.now(), today: this.clock.today(), actor: by, item };
      const verdict = takeIn({ ...body, description: descriptionOf(body), occurredAt: null }, situation);
      return { drafts: accepted(verdict), residentName: item.residentName };
    });
  }

  holdTemporarily(by: SignedIn, body: BodyOf<typeof contract.holdTemporarily>): Promise<Taken> {
    return this.begin(by, 'holdTemporarily', body, async (tx) => {
      await ownStorage(tx, by, body.storageId);
      const item = await newItem(tx, by, body.residentId, body.kind);
      const situation = { now: this.clock.now(), today: this.clock.today(), actor: by, item };
      const verdict = holdTemporarily(
        { ...body, description: descriptionOf(body), resolveBy: null, occurredAt: null },
        situation,
      );
      return { drafts: accepted(verdict), residentName: item.residentName };
    });
  }

  private begin(
    by: SignedIn,
    route: string,
    body: {
      readonly commandId: Uuid;
      readonly storageId: Uuid | null;
      readonly label: string | null;
      readonly handedInBy: string | null;
      readonly insurerId: Uuid | null;
    },
    decide: (tx: Tx) => Promise<{ readonly drafts: readonly Draft[]; readonly residentName: string | null }>,
  ): Promise<Taken> {
    const work = async (tx: Tx, author: Author): Promise<Done> => {
      const { drafts, residentName } = await decide(tx);
      const words = {
        ...(residentName !== null && { residentName }),
        ...(body.handedInBy !== null && { holderName: body.handedInBy }),
        ...(body.label !== null && { label: body.label }),
      };
      const entries = await this.ledger.append(tx, author, [
        ...drafts.map((draft) => ({ ...draft, private: { ...draft.private, ...words } })),
        ...(await this.namings(tx, by, body.insurerId, drafts)),
      ]);
      const [beginning, ...later] = entries;
      if (!beginning) throw new Error('an intake without an entry');
      await insertItem(tx.sql, beginning, { facilityId: by.facilityId, label: body.label });
      for (const entry of later) await keepLater(tx.sql, entry);
      await keepNamed(tx.sql, by.facilityId, later);
      return { entries, subject: beginning.draft.item };
    };
    return this.commands.once({ by, route, body }, work, async (tx, receipt, subject) => ({
      item: await this.readFrom(tx.sql, by, subject ?? ''),
      receipt,
    }));
  }

  /** Whose paper it is stands in an entry of its own: it can be said otherwise later. */
  private async namings(tx: Tx, { facilityId }: SignedIn, insurerId: Uuid | null, [beginning]: readonly Draft[]) {
    if (insurerId === null || !beginning?.item) return [];
    const insurer = await ownRow(tx.rows, InsurerRow, { id: insurerId, facilityId });
    return [insurerNamed({ of: beginning.item, insurer, residentId: beginning.resident })];
  }

  private async residentsNamed(by: SignedIn, q: string): Promise<readonly Uuid[]> {
    const residents = await this.database.reads.rows.findBy(ResidentRow, { facilityId: by.facilityId });
    return residents.filter((resident) => matchesName(q, resident)).map(({ id }) => id);
  }
}

/** Only what describes the item: an entry's facts have exactly their keys. */
function descriptionOf({ printedExpiresOn, certificateExpiresOn, insurerType, authMode }: Description): Description {
  return { printedExpiresOn, certificateExpiresOn, insurerType, authMode };
}
