import { parseLeaf } from '@azukari/domain';
import type { AuthMode, Condition, CustodyState, InsurerType, ItemKind, Leaf, Uuid } from '@azukari/domain';
import { sealed } from '../database/sealed.ts';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Ending, ItemOnPaper } from './paper/sheet.ts';

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
  readonly takenInAt: string;
  readonly state: CustodyState;
}

const CHUNK = 400;

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
    const entries = await tellingEntries(sql, log, some);
    const words = await wordsOf(
      sql,
      log,
      entries.map(({ seq }) => seq),
    );
    for (const item of some)
      printed.set(
        item.id,
        onPaper(
          item,
          entries.filter((entry) => entry.item === item.id),
          words,
          lockers,
        ),
      );
  }
  return printed;
}

/** logOf is the number of a facility's log of custody. */
export async function logOf(sql: Statements, facilityId: Uuid): Promise<number> {
  const row = await sql.get<{ id: number }>("SELECT id FROM log WHERE facility_id = ? AND kind = 'custody'", [
    facilityId,
  ]);
  if (!row) throw new Error(`facility ${facilityId} has no custody log`);
  return row.id;
}

/** Words are the private fields of entries that still exist, by number and name. */
export type Words = ReadonlyMap<number, Readonly<Record<string, string>>>;

/** wordsOf reads the private fields of these entries. */
export async function wordsOf(sql: Statements, log: number, seqs: readonly number[]): Promise<Words> {
  const words = new Map<number, Record<string, string>>();
  for (let at = 0; at < seqs.length; at += CHUNK) {
    const some = seqs.slice(at, at + CHUNK);
    const rows = await sql.all<{ seq: number; field: string; value: string }>(
      `SELECT seq, field, value FROM private_field WHERE log = ? AND seq IN (${places(some.length)})`,
      [log, ...some],
    );
    for (const { seq, field, value } of rows) words.set(seq, { ...words.get(seq), [field]: sealed.open(value) });
  }
  return words;
}

/** leafOf reads an entry from the text that was hashed. */
export function leafOf(body: string): Leaf {
  const parsed = parseLeaf(body);
  if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
  return parsed.leaf;
}

/** The first entry of each item, the newest return that was not cancelled, and the end. */
async function tellingEntries(sql: Statements, log: number, items: readonly KnownItem[]): Promise<readonly Leaf[]> {
  const ids = items.map(({ id }) => id);
  const ends = items.flatMap(({ state }) => (state.custody.at === 'ended' ? [state.newestCustodySeq] : []));
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf WHERE log = ? AND item IN (${places(ids.length)}) AND type IN ('item.taken-in', 'item.held-temporarily')`,
    [log, ...ids],
  );
  const returns = await sql.all<{ seq: number }>(
    `SELECT MAX(seq) AS seq FROM log_leaf back WHERE log = ? AND item IN (${places(ids.length)}) AND type = 'item.checked-in'
       AND NOT EXISTS (SELECT 1 FROM log_leaf undo WHERE undo.log = back.log AND undo.corrects = back.seq AND undo.type = 'entry.cancelled')
     GROUP BY item`,
    [log, ...ids],
  );
  const later = [...returns.map(({ seq }) => seq), ...ends];
  const more =
    later.length === 0
      ? []
      : await sql.all<{ body: string }>(
          `SELECT body FROM log_leaf WHERE log = ? AND seq IN (${places(later.length)})`,
          [log, ...later],
        );
  return [...rows, ...more].map(({ body }) => leafOf(body)).sort((a, b) => a.seq - b.seq);
}

function onPaper(
  item: KnownItem,
  entries: readonly Leaf[],
  words: Words,
  lockers: ReadonlyMap<Uuid, string>,
): ItemOnPaper {
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
  const rows = await sql.all<{ id: Uuid; parent: Uuid | null; label: string }>(
    'SELECT id, parent_id AS parent, label FROM storage WHERE facility_id = ?',
    [facilityId],
  );
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
