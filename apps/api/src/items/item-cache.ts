import { advance, effectiveAt, fold, isCorrectionEntry, liveSteps, parseLeaf } from '@azukari/domain';
import type { Custody, CustodyState, Draft, HistoryEntry, Uuid } from '@azukari/domain';
import { by, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { Entry } from '../ledger/ledger.ts';
import { keepMarks } from './envelope-marks.ts';
import { keepOpenings } from './openings.ts';
import { outNames } from './out-names.ts';
import type { CachedItem } from './situations.ts';

/** Newcomer is what the cache keeps of a new item beside its custody. */
export interface Newcomer {
  readonly facilityId: Uuid;
  readonly label: string | null;
}

/** keepCustody brings the cache of the named items up to the entries that were just appended, in the same transaction. */
export async function keepCustody(
  sql: Statements,
  log: number,
  entries: readonly Entry[],
  items: readonly CachedItem[],
): Promise<void> {
  const now = new Map(items.map((item) => [item.id, item]));
  for (const { seq, recordedAt, draft } of entries) {
    const item = draft.item === null ? undefined : now.get(draft.item);
    if (!item) continue;
    const entry = { ...draft, seq, recordedAt } as HistoryEntry;
    const next = isCorrectionEntry(entry) ? await refolded(sql, log, item.id) : advanced(item, entry, draft);
    now.set(item.id, { ...item, ...next, lastSeq: seq });
    const moved = { before: item.state.custody, after: next.state.custody };
    await keepOpenings(sql, { itemId: item.id, ...moved, seq, at: recordedAt });
  }
  for (const item of now.values()) await writeCustody(sql, item);
  for (const { draft } of entries) await keepDescription(sql, draft);
}

/** insertItem adds a new item to the cache from its first entry. */
export async function insertItem(
  sql: Statements,
  { seq, recordedAt, draft }: Entry,
  newcomer: Newcomer,
): Promise<void> {
  if (draft.type !== 'item.taken-in' && draft.type !== 'item.held-temporarily')
    throw new Error(`${draft.type} is no beginning`);
  const state = advance(null, { ...draft, seq, recordedAt });
  const { kind, printedExpiresOn, certificateExpiresOn, insurerType, authMode } = draft.facts;
  const at = effectiveAt({ occurredAt: draft.occurredAt, recordedAt });
  await sql.run(
    `INSERT INTO item (id, facility_id, resident_id, kind, label, printed_expires_on, certificate_expires_on, insurer_type, auth_mode,
       storage_id, taken_in_at, place, held, due_back_at, holder_name, destination, state, last_seq, last_at)
     VALUES (${places(19)})`,
    [
      draft.item,
      newcomer.facilityId,
      draft.resident,
      kind,
      sql.sealed.close('item.label', draft.item ?? '', newcomer.label),
      printedExpiresOn,
      certificateExpiresOn,
      insurerType,
      authMode,
      storageOf(state.custody),
      at,
      state.custody.at,
      heldFlag(state.custody),
      null,
      null,
      null,
      JSON.stringify(state),
      seq,
      state.lastAt,
    ],
  );
  await keepOpenings(sql, { itemId: draft.item ?? '', before: null, after: state.custody, seq, at: recordedAt });
}

/** keepLater brings a new item up to what was noted of it in the same breath. */
export async function keepLater(sql: Statements, { seq, draft }: Entry): Promise<void> {
  await keepDescription(sql, draft);
  await sql.run('UPDATE item SET last_seq = ? WHERE id = ?', [seq, draft.item]);
}

/** historyOf reads an item's entries, oldest first, from the leaves that were hashed. */
export async function historyOf(sql: Statements, log: number, itemId: Uuid): Promise<readonly HistoryEntry[]> {
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf ${by(sql, 'log_leaf_item')} WHERE log = ? AND item = ? ORDER BY seq`,
    [log, itemId],
  );
  return rows.map(({ body }) => {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') throw new Error(`a leaf of item ${itemId} cannot be read`);
    return parsed.leaf;
  });
}

type Kept = Pick<CachedItem, 'state' | 'holderName' | 'destination'>;

function advanced(
  item: CachedItem,
  entry: Exclude<HistoryEntry, { type: 'entry.amended' | 'entry.cancelled' }>,
  draft: Draft,
): Kept {
  const state = advance(item.state, entry);
  if (state.custody.at !== 'out') return { state, holderName: null, destination: null };
  if (draft.type === 'item.checked-out')
    return { state, holderName: draft.private.holderName ?? null, destination: draft.private.destination ?? null };
  return {
    state,
    holderName: draft.type === 'item.changed' ? (draft.private.holderName ?? item.holderName) : item.holderName,
    destination: item.destination,
  };
}

/** A correction changes how earlier entries read, so the state and the names are made again from the item's whole history. */
async function refolded(sql: Statements, log: number, itemId: Uuid): Promise<Kept> {
  const history = await historyOf(sql, log, itemId);
  const state = fold(history);
  if (state.custody.at !== 'out') return { state, holderName: null, destination: null };
  return { state, ...(await outNames({ sql, log, history }, liveSteps(history))) };
}

/** What is known of an item, and whose it is, follow the entries that say so. */
async function keepDescription(sql: Statements, { type, item, resident, facts }: Draft): Promise<void> {
  if (type === 'item.assigned') await sql.run('UPDATE item SET resident_id = ? WHERE id = ?', [resident, item]);
  if (type === 'item.described') {
    await sql.run(
      'UPDATE item SET printed_expires_on = ?, certificate_expires_on = ?, insurer_type = ?, auth_mode = ? WHERE id = ?',
      [facts.printedExpiresOn, facts.certificateExpiresOn, facts.insurerType, facts.authMode, item],
    );
    if (facts.printedExpiresOn !== null) await sql.run('UPDATE item SET no_date_printed = 0 WHERE id = ?', [item]);
  }
  if (type === 'envelope.marked') await keepMarks(sql, item, facts);
  if (type === 'item.date-noted')
    await sql.run('UPDATE item SET no_date_printed = ? WHERE id = ?', [facts.printed === 'no-date' ? 1 : 0, item]);
}

async function writeCustody(sql: Statements, item: CachedItem): Promise<void> {
  const { custody, lastAt } = item.state;
  await sql.run(
    `UPDATE item SET storage_id = ?, place = ?, held = ?, due_back_at = ?, holder_name = ?, destination = ?, state = ?, last_seq = ?, last_at = ?
     WHERE id = ?`,
    [
      storageOf(custody),
      custody.at,
      heldFlag(custody),
      custody.at === 'out' ? custody.dueBackAt : null,
      sql.sealed.close('item.holder_name', item.id, item.holderName),
      sql.sealed.close('item.destination', item.id, item.destination),
      JSON.stringify(item.state satisfies CustodyState),
      item.lastSeq,
      lastAt,
      item.id,
    ],
  );
}

function storageOf(custody: Custody): Uuid | null {
  return custody.at === 'ended' ? null : custody.storage;
}

function heldFlag(custody: Custody): 0 | 1 {
  return custody.at !== 'ended' && custody.hold !== null ? 1 : 0;
}
