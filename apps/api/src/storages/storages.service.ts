import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { openCount } from '../counts/counts.rows.ts';
import { Database } from '../database/database.ts';
import type { Reads } from '../database/database.ts';
import { ownRow } from '../database/own-row.ts';
import { StorageRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof contract.changeStorage>;

/** Where a place may stand: a locker on its own, a drawer in a locker, a pouch in a drawer or a locker. */
const MAY_STAND_IN: Readonly<Record<StorageRow['kind'], readonly (StorageRow['kind'] | null)[]>> = {
  locker: [null],
  drawer: ['locker'],
  pouch: ['drawer', 'locker'],
};

/** StoragesService keeps the 保管場所: lockers, their drawers, and numbered pouches. */
@Injectable()
export class StoragesService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /** list answers each place before what is inside it. */
  async list(by: SignedIn): Promise<AnswerOf<typeof contract.listStorages>> {
    return { storages: await read(this.database.reads, by.facilityId) };
  }

  /** add makes a place, and at once the numbered pouches inside it. */
  add(by: SignedIn, body: BodyOf<typeof contract.addStorage>): Promise<AnswerOf<typeof contract.addStorage>> {
    return this.commands.once(
      { by, route: 'addStorage', body },
      async (tx, author) => {
        await refuseParent(tx, by, body);
        let position = (await tx.rows.maximum(StorageRow, 'position', { facilityId: by.facilityId })) ?? 0;
        const place = (kind: StorageRow['kind'], parentId: Uuid | null, label: string): StorageRow => ({
          id: crypto.randomUUID(),
          facilityId: by.facilityId,
          parentId,
          kind,
          label,
          position: ++position,
          retired: 0,
          version: 1,
        });
        const outer = place(body.kind, body.parentId, body.label);
        const pouches = Array.from({ length: body.pouches }, (_, n) =>
          place('pouch', outer.id, `${String(body.firstNumber + n)}番`),
        );
        const rows = [outer, ...pouches];
        await tx.rows.insert(StorageRow, rows);
        const entries = await this.ledger.append(
          tx,
          author,
          rows.map(({ id, parentId, kind, label }) =>
            houseEntry('storage.added', { storage: id, parent: parentId, kind }, { private: { label } }),
          ),
        );
        return { entries, subject: outer.id };
      },
      async (tx, _, subject) => {
        const all = await read(tx, by.facilityId);
        const pouches =
          body.pouches === 0 ? [] : all.filter(({ parentId }) => parentId === subject).slice(0, body.pouches);
        return { storages: [...all.filter(({ id }) => id === subject), ...pouches] };
      },
    );
  }

  change(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.changeStorage>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'changeStorage', body: withId(id, body) },
      async (tx, author) => {
        const { version, label } = body;
        const row = await ownRow(tx.rows, StorageRow, { id, facilityId: by.facilityId, version });
        if (row.label === label) throw new Refused({ kind: 'nothing-to-change' });
        await tx.rows.update(StorageRow, { id }, { label, version: version + 1 });
        const entries = await this.ledger.append(tx, author, [
          houseEntry('storage.changed', { storage: id }, { private: { label } }),
        ]);
        return { entries, subject: id };
      },
      (tx, _, subject) => readOne(tx, by, subject),
    );
  }

  /** retire takes a place and all that is inside it out of use; refused while items are there or belong there, or somebody counts there. */
  retire(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.retireStorage>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'retireStorage', body: withId(id, body) },
      async (tx, author) => {
        const row = await ownRow(tx.rows, StorageRow, { id, facilityId: by.facilityId, version: body.version });
        if (row.retired === 1) throw new Refused({ kind: 'storage-retired', storageId: id });
        const inside = within(await read(tx, by.facilityId), id);
        const items = inside.reduce((sum, place) => sum + place.items, 0);
        if (items > 0) throw new Refused({ kind: 'storage-in-use', storageId: id, items });
        for (const place of inside) await refuseCounted(tx, by.facilityId, place.id);
        const retiring = inside.filter(({ retired }) => !retired);
        for (const place of retiring)
          await tx.rows.update(StorageRow, { id: place.id }, { retired: 1, version: place.version + 1 });
        const entries = await this.ledger.append(
          tx,
          author,
          retiring.map((place) =>
            houseEntry('storage.retired', { storage: place.id }, { private: { label: place.label } }),
          ),
        );
        return { entries, subject: id };
      },
      (tx, _, subject) => readOne(tx, by, subject),
    );
  }
}

/** A count of a place that nobody shows any more would never be ended, nor its differences answered. */
async function refuseCounted({ sql }: Tx, facilityId: Uuid, drawer: Uuid): Promise<void> {
  const open = await openCount(sql, facilityId, drawer);
  if (open === null) return;
  const { id: countId, ownerId: staffId, ownerName: name, startedAt: since } = open;
  throw new Refused({ kind: 'count-open', countId, staffId, name, since });
}

async function refuseParent(
  tx: Tx,
  by: SignedIn,
  { kind, parentId, pouches }: BodyOf<typeof contract.addStorage>,
): Promise<void> {
  const parent =
    parentId === null ? null : await ownRow(tx.rows, StorageRow, { id: parentId, facilityId: by.facilityId });
  if (parent?.retired === 1) throw new Refused({ kind: 'storage-retired', storageId: parent.id });
  if (!MAY_STAND_IN[kind].includes(parent?.kind ?? null) || (kind === 'pouch' && pouches > 0))
    throw new Refused({ kind: 'storage-misplaced' });
}

async function readOne(tx: Tx, by: SignedIn, id: Uuid | null): Promise<Answer> {
  const found = (await read(tx, by.facilityId)).find((place) => place.id === id);
  if (!found) throw new Refused({ kind: 'not-found' });
  return found;
}

/** Items count where they lie and, while they are out, where they belong. */
async function read({ rows, sql }: Reads, facilityId: Uuid): Promise<Answer[]> {
  const all = await rows.find(StorageRow, { where: { facilityId }, order: { position: 'ASC' } });
  const paths = await storagePaths(sql, facilityId);
  const counts = await sql.all<{ id: Uuid; items: number }>(
    `SELECT storage_id AS id, COUNT(*) AS items FROM item
     WHERE facility_id = ? AND place <> 'ended' AND storage_id IS NOT NULL GROUP BY storage_id`,
    [facilityId],
  );
  const items = new Map(counts.map((row) => [row.id, row.items]));
  const answers = all.map(({ id, parentId, kind, label, retired, version }) => ({
    id,
    parentId,
    kind,
    label,
    path: paths.get(id) ?? label,
    items: items.get(id) ?? 0,
    retired: retired === 1,
    version,
  }));
  return answers.filter(({ parentId }) => parentId === null).flatMap(({ id }) => within(answers, id));
}

/** within is a place and everything inside it, each before what it holds. */
function within(all: readonly Answer[], id: Uuid): Answer[] {
  const inside = all.filter(({ parentId }) => parentId === id).flatMap((place) => within(all, place.id));
  return [...all.filter((place) => place.id === id), ...inside];
}
