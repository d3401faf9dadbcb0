import { ITEM_KINDS } from '@azukari/domain';
import type { AuthMode, Condition, CustodyState, InsurerType, ItemKind, Leaf, Uuid } from '@azukari/domain';
import { placesOf } from '../database/people.ts';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { marksOf } from '../items/envelope-marks.ts';
import { wordsOf } from '../ledger/told-entries.ts';
import type { Words } from '../ledger/told-entries.ts';
import { tellingEntries } from './entries.ts';
import type { Ending, EnvelopeOnPaper, ItemOnPaper } from './paper/sheet.ts';

/** KnownItem is an item as the cache knows it. */
export interface KnownItem {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly residentId: Uuid | null;
  readonly storageId: Uuid | null;
  readonly printedExpiresOn: string | null;
  readonly certificateExpiresOn: string | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
  readonly noDatePrinted: boolean;
  readonly takenInAt: string;
  readonly state: CustodyState;
}

/** Named names residents and items, or nobody: then all are meant. */
export interface Named {
  readonly residentIds: readonly Uuid[] | null;
  readonly itemIds: readonly Uuid[];
}

const CHUNK = 400;

/** knownItems are the items of these residents and these ids, in the order in which forms name their kinds. */
export async function knownItems(
  sql: Statements,
  facilityId: Uuid,
  { residentIds, itemIds }: Named,
): Promise<readonly KnownItem[]> {
  const of = residentIds && `AND resident_id IN (${places(residentIds.length)})`;
  const named = itemIds.length > 0 && `AND id IN (${places(itemIds.length)})`;
  const rows = await sql.all<
    Omit<KnownItem, 'state' | 'label' | 'noDatePrinted'> & {
      readonly state: string;
      readonly label: string | null;
      readonly noDatePrinted: number;
    }
  >(
    `SELECT id, kind, label, resident_id AS "residentId", storage_id AS "storageId", printed_expires_on AS "printedExpiresOn",
       certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType", auth_mode AS "authMode", no_date_printed AS "noDatePrinted",
       taken_in_at AS "takenInAt", state FROM item ${of && !named ? by(sql, 'item_resident') : ''}
     WHERE facility_id = ? ${of ?? ''} ${named || ''}`,
    [facilityId, ...(residentIds ?? []), ...itemIds],
  );
  const known = rows.map((row) => ({
    ...row,
    noDatePrinted: row.noDatePrinted === 1,
    label: sql.sealed.open('item.label', row.id, row.label),
    state: JSON.parse(row.state) as CustodyState,
  }));
  const order = ({ kind, takenInAt, id }: KnownItem): string =>
    `${String(ITEM_KINDS.indexOf(kind)).padStart(2, '0')} ${takenInAt} ${id}`;
  return known.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** paperItems completes items with what only their entries know: condition, who took them in, how they ended. */
export async function paperItems(
  sql: Statements,
  facilityId: Uuid,
  items: readonly KnownItem[],
): Promise<ReadonlyMap<Uuid, ItemOnPaper>> {
  const log = await logOf(sql, facilityId);
  const lockers = await lockerNames(sql, facilityId);
  const printed = new Map<Uuid, ItemOnPaper>();
  for (let at = 0; at < items.length; at += CHUNK) {
    const some = items.slice(at, at + CHUNK);
    const ends = some.flatMap(({ state }) => (state.custody.at === 'ended' ? [state.newestCustodySeq] : []));
    const entries = await tellingEntries(
      sql,
      log,
      some.map(({ id }) => id),
      ends,
    );
    const words = await wordsOf(sql, log, entries);
    const envelopes = await envelopesOf(sql, log, some);
    const byItem = Map.groupBy(entries, ({ item }) => item);
    for (const item of some)
      printed.set(item.id, {
        ...onPaper(item, byItem.get(item.id) ?? [], words, lockers),
        envelope: envelopes.get(item.id) ?? null,
      });
  }
  return printed;
}

/** An envelope counts as opened once it has ended; taking that back makes it a sealed one again. */
async function envelopesOf(
  sql: Statements,
  log: number,
  items: readonly KnownItem[],
): Promise<ReadonlyMap<Uuid, EnvelopeOnPaper>> {
  const sealedOnes = items.filter(({ kind }) => kind === 'sealed-envelope');
  if (sealedOnes.length === 0) return new Map();
  const ids = sealedOnes.map(({ id }) => id);
  const marks = await marksOf(sql, ids);
  const openings = await sql.all<{ item: Uuid }>(
    `SELECT item FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item IN (${places(ids.length)}) AND type = 'envelope.opened'`,
    [log, ...ids],
  );
  const opened = new Set(openings.map(({ item }) => item));
  return new Map(
    sealedOnes.flatMap(({ id, state }) => {
      const seen = marks.get(id);
      return seen ? [[id, { ...seen, opened: state.custody.at === 'ended' && opened.has(id) }] as const] : [];
    }),
  );
}

async function logOf(sql: Statements, facilityId: Uuid): Promise<number> {
  const row = await sql.get<{ id: number }>("SELECT id FROM log WHERE facility_id = ? AND kind = 'custody'", [
    facilityId,
  ]);
  if (!row) throw new Error(`facility ${facilityId} has no custody log`);
  return row.id;
}

function onPaper(
  item: KnownItem,
  entries: readonly Leaf[],
  words: Words,
  lockers: ReadonlyMap<Uuid, string>,
): Omit<ItemOnPaper, 'envelope'> {
  const { id: _, residentId: __, storageId, state, ...plain } = item;
  const [first] = entries;
  const said = first && words.get(first.seq);
  const { custody } = state;
  return {
    ...plain,
    condition: entries.reduce<Condition>(
      (before, { facts }) => ('condition' in facts ? facts.condition : before),
      'good',
    ),
    storage: (storageId !== null && lockers.get(storageId)) || null,
    takenInBy: said?.['actorName'] ?? null,
    handedInBy: said?.['holderName'] ?? null,
    missing: custody.at === 'missing',
    out: custody.at === 'out' ? { since: custody.since, purpose: custody.purpose } : null,
    hold:
      custody.at === 'ended'
        ? null
        : custody.hold && { reason: custody.hold.reason, resolveBy: custody.hold.resolveBy },
    ended: endingOf(entries.at(-1), words),
  };
}

function endingOf(entry: Leaf | undefined, words: Words): Ending | null {
  if (entry?.type !== 'item.handed-over') return null;
  const said = words.get(entry.seq) ?? {};
  const { disposition, receiver } = entry.facts;
  return {
    disposition,
    at: entry.occurredAt ?? entry.recordedAt,
    receiver: said['receiverName'] ?? null,
    relation: receiver.startsWith('other:') ? receiver.slice('other:'.length) : null,
    witness: said['witnessName'] ?? null,
    by: said['actorName'] ?? null,
  };
}

/** The name of the locker in which each place lies: papers that leave the house never say which drawer or pouch. */
async function lockerNames(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await placesOf(sql, facilityId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    rows.map((row) => {
      let top = row;
      for (let up = row.parent; up !== null; up = top.parent) {
        const parent = byId.get(up);
        if (!parent) break;
        top = parent;
      }
      return [row.id, top.label];
    }),
  );
}
