import { isExpected } from '@azukari/domain';
import type { CustodyState, Draft, EntryType, Instant, ItemKind, TransferAnswer, Uuid } from '@azukari/domain';
import type { Statements, Value } from '../database/statements.ts';
import { places } from '../database/statements.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';

/** Transfer is what one home sent to another of the installation. */
export interface Transfer {
  readonly id: Uuid;
  readonly fromId: Uuid;
  readonly toId: Uuid;
  readonly residentId: Uuid;
  /** Who she is at the other home, once something has come there. */
  readonly hereId: Uuid | null;
  readonly sentAt: Instant;
  readonly version: number;
}

/** TransferLine is one thing of it. */
export interface TransferLine {
  readonly transferId: Uuid;
  readonly line: number;
  readonly itemId: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly answer: TransferAnswer | null;
  readonly answeredAt: Instant | null;
}

const TRANSFER = `SELECT id, facility_id AS "fromId", to_facility_id AS "toId", resident_id AS "residentId", to_resident_id AS "hereId",
  sent_at AS "sentAt", version FROM transfer`;
const OPEN = "(transfer_line.answer IS NULL OR transfer_line.answer = 'not-arrived')";

/** isOpen is true of a thing of which the other home may still say that it has come. */
export function isOpen({ answer }: Pick<TransferLine, 'answer'>): boolean {
  return answer === null || answer === 'not-arrived';
}

/** transfersOf reads the transfers from or to a home of which something is open, or was answered since then. */
export function transfersOf(
  sql: Statements,
  side: 'facility_id' | 'to_facility_id',
  facilityId: Uuid,
  since: Instant | null,
): Promise<readonly Transfer[]> {
  const recent = since === null ? '' : " OR (transfer_line.answer <> 'withdrawn' AND transfer_line.answered_at >= ?)";
  return sql.all<Transfer>(
    `${TRANSFER} WHERE ${side} = ? AND EXISTS
       (SELECT 1 FROM transfer_line WHERE transfer_line.transfer_id = transfer.id AND (${OPEN}${recent})) ORDER BY sent_at, id`,
    [facilityId, ...(since === null ? [] : [since])],
  );
}

/** transferAt is one transfer as a home sees it that has to do with it in this way, made from the version that was seen. */
export async function transferAt(
  sql: Statements,
  side: 'facility_id' | 'to_facility_id',
  of: { readonly id: Uuid; readonly facilityId: Uuid; readonly version: number },
): Promise<Transfer> {
  const row = await sql.get<Transfer>(`${TRANSFER} WHERE id = ? AND ${side} = ?`, [of.id, of.facilityId]);
  if (!row) throw new Refused({ kind: 'not-found' });
  if (row.version !== of.version) throw new Refused({ kind: 'stale-version', version: row.version });
  return row;
}

/** linesOf reads the things of these transfers. */
export async function linesOf(sql: Statements, ids: readonly Uuid[]): Promise<readonly TransferLine[]> {
  if (ids.length === 0) return [];
  const rows = await sql.all<TransferLine>(
    `SELECT transfer_id AS "transferId", line, item_id AS "itemId", kind, label, answer, answered_at AS "answeredAt"
     FROM transfer_line JOIN item ON item.id = item_id WHERE transfer_id IN (${places(ids.length)}) ORDER BY transfer_id, line`,
    ids,
  );
  return rows.map((row) => ({ ...row, label: sql.sealed.open('item.label', row.itemId, row.label) }));
}

/** insertTransfer keeps a transfer that begins. */
export async function insertTransfer(
  sql: Statements,
  { id, fromId, toId, residentId, sentAt }: Omit<Transfer, 'hereId' | 'version'>,
  itemIds: readonly Uuid[],
): Promise<void> {
  await sql.run(
    'INSERT INTO transfer (id, facility_id, to_facility_id, resident_id, sent_at, version) VALUES (?, ?, ?, ?, ?, 1)',
    [id, fromId, toId, residentId, sentAt],
  );
  for (const [line, itemId] of itemIds.entries())
    await sql.run('INSERT INTO transfer_line (transfer_id, line, item_id) VALUES (?, ?, ?)', [id, line, itemId]);
}

/** answerLine keeps what became of one thing. */
export async function answerLine(
  sql: Statements,
  { transferId, line }: Pick<TransferLine, 'transferId' | 'line'>,
  answer: TransferAnswer,
  at: Instant,
): Promise<void> {
  await sql.run('UPDATE transfer_line SET answer = ?, answered_at = ? WHERE transfer_id = ? AND line = ?', [
    answer,
    at,
    transferId,
    line,
  ]);
}

/** grown makes a transfer a version younger, with who she is at the other home. */
export async function grown(sql: Statements, { id, version }: Transfer, hereId: Uuid | null): Promise<void> {
  await sql.run('UPDATE transfer SET version = ?, to_resident_id = ? WHERE id = ?', [version + 1, hereId, id]);
}

/** After these entries a thing may no longer be on its way. */
const ELSEWHERE: readonly EntryType[] = [
  'item.checked-in',
  'item.changed',
  'item.handed-over',
  'item.search-started',
  'item.reported-missing',
  'item.found',
  'entry.cancelled',
];

/** withdraw takes off the other home's list what is no longer on its way there, whatever moved it. */
export async function withdraw({ sql }: Pick<Tx, 'sql'>, at: Instant, drafts: readonly Draft[]): Promise<void> {
  const ids: Value[] = [
    ...new Set(drafts.flatMap(({ type, item }) => (item !== null && ELSEWHERE.includes(type) ? [item] : []))),
  ];
  if (ids.length === 0) return;
  const rows = await sql.all<{ transferId: Uuid; line: number; state: string }>(
    `SELECT transfer_id AS "transferId", line, state FROM transfer_line JOIN item ON item.id = item_id
     WHERE item_id IN (${places(ids.length)}) AND ${OPEN}`,
    ids,
  );
  for (const { state, ...line } of rows) {
    if (isExpected((JSON.parse(state) as CustodyState).custody)) continue;
    await answerLine(sql, line, 'withdrawn', at);
    await sql.run('UPDATE transfer SET version = version + 1 WHERE id = ?', [line.transferId]);
  }
}
