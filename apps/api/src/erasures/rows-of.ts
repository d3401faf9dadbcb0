import type { Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import type { PersonMeant } from './erasure-rows.ts';

/** forgetRows empties what stands of somebody outside of the record: names, addresses, mails, keys. Ids, codes and days stay. */
export function forgetRows(sql: Statements, { kind, facilityId, personId }: PersonMeant): Promise<void> {
  if (kind === 'resident') return forgetResident(sql, personId);
  return kind === 'contact' ? forgetContact(sql, personId) : forgetStaff(sql, facilityId, personId);
}

async function forgetResident(sql: Statements, id: Uuid): Promise<void> {
  const { sealed } = sql;
  await sql.run(
    `UPDATE resident SET name = ?, kana = ?, room = ?, birth_date = NULL, note = NULL, admitted_on = NULL, version = version + 1
     WHERE id = ?`,
    [
      sealed.close('resident.name', id, ''),
      sealed.close('resident.kana', id, ''),
      sealed.close('resident.room', id, ''),
      id,
    ],
  );
  for (const table of ['resident_check', 'moving_in', 'application'])
    await sql.run(`DELETE FROM ${table} WHERE resident_id = ?`, [id]);
  await sql.run('UPDATE item SET label = NULL, holder_name = NULL, destination = NULL WHERE resident_id = ?', [id]);
  await sql.run(
    'UPDATE reconciled_item SET holder_name = NULL WHERE item_id IN (SELECT id FROM item WHERE resident_id = ?)',
    [id],
  );
  await eachOf(sql, 'agreement', id, (agreement) =>
    sql.run('UPDATE agreement SET signer_name = ?, reason = ?, will_note = NULL, paper_place = NULL WHERE id = ?', [
      sealed.close('agreement.signer_name', agreement, ''),
      sealed.close('agreement.reason', agreement, ''),
      agreement,
    ]),
  );
  await eachOf(sql, 'contact', id, (contact) => forgetContact(sql, contact));
  // Of nobody else: what a daughter was told of both parents is hers as long as she is a contact of one.
  await forgetNotices(
    sql,
    `id IN (SELECT notice_id FROM notice_line WHERE resident_id = ?)
     AND NOT EXISTS (SELECT 1 FROM notice_line WHERE notice_id = notice.id AND resident_id <> ?)`,
    [id, id],
  );
}

async function forgetContact(sql: Statements, id: Uuid): Promise<void> {
  const closed = (['name', 'kana', 'relation', 'phone', 'email', 'address'] as const).map((column) =>
    sql.sealed.close(`contact.${column}`, id, ''),
  );
  await sql.run(
    `UPDATE contact SET name = ?, kana = ?, relation = ?, phone = ?, email = ?, address = ?, note = NULL, version = version + 1
     WHERE id = ?`,
    [...closed, id],
  );
  await forgetNotices(sql, 'contact_id = ?', [id]);
}

async function forgetNotices(sql: Statements, where: string, values: readonly Uuid[]): Promise<void> {
  const rows = await sql.all<{ id: Uuid }>(`SELECT id FROM notice WHERE ${where}`, values);
  for (const { id } of rows)
    await sql.run(
      `UPDATE notice SET person = ?, address = NULL, bytes = NULL, heard = NULL, link_hash = NULL, link_until = NULL, reply_code = NULL
       WHERE id = ?`,
      [sql.sealed.close('notice.person', id, ''), id],
    );
}

async function forgetStaff(sql: Statements, facilityId: Uuid, id: Uuid): Promise<void> {
  const names = await namesOf(sql, facilityId, id);
  await forgetHolder(sql, facilityId, names);
  const closed = (['name', 'kana', 'login_id'] as const).map((column) => sql.sealed.close(`staff.${column}`, id, ''));
  await sql.run(
    `UPDATE staff SET name = ?, kana = ?, login_id = ?, login_mark = NULL, password_hash = '', code_ends_ms = NULL, version = version + 1
     WHERE id = ?`,
    [...closed, id],
  );
  for (const table of ['totp', 'passkey', 'recovery_code', 'known_device', 'session'])
    await sql.run(`DELETE FROM ${table} WHERE staff_id = ?`, [id]);
  const emergencies = await sql.all<{ seq: number }>(
    `SELECT emergency.seq AS seq FROM emergency JOIN log ON log.facility_id = emergency.facility_id AND log.kind = 'custody'
     JOIN log_leaf ON log_leaf.log = log.id AND log_leaf.seq = emergency.seq WHERE emergency.facility_id = ? AND actor = ?`,
    [facilityId, `staff:${id}`],
  );
  for (const { seq } of emergencies)
    await sql.run('UPDATE emergency SET by_name = ? WHERE facility_id = ? AND seq = ?', [
      sql.sealed.close('emergency.by_name', [facilityId, seq], ''),
      facilityId,
      seq,
    ]);
}

/** A 照合 keeps the name of who had something; it is told from the name alone, as it was or has been. */
async function forgetHolder(sql: Statements, facilityId: Uuid, names: ReadonlySet<string>): Promise<void> {
  const rows = await sql.all<{ reconciliation: Uuid; item: Uuid; name: string }>(
    `SELECT reconciliation_id AS reconciliation, item_id AS item, holder_name AS name FROM reconciled_item
     JOIN reconciliation ON reconciliation.id = reconciliation_id WHERE facility_id = ? AND holder_name IS NOT NULL`,
    [facilityId],
  );
  for (const { reconciliation, item, name } of rows)
    if (names.has(sql.sealed.open('reconciled_item.holder_name', [reconciliation, item], name)))
      await sql.run('UPDATE reconciled_item SET holder_name = NULL WHERE reconciliation_id = ? AND item_id = ?', [
        reconciliation,
        item,
      ]);
}

/** All names that she has had here; asked before the record's words are gone. */
async function namesOf(sql: Statements, facilityId: Uuid, id: Uuid): Promise<ReadonlySet<string>> {
  const now = await sql.get<{ name: string }>('SELECT name FROM staff WHERE id = ?', [id]);
  const rows = await sql.all<{ log: number; seq: number; value: string }>(
    `SELECT field.log AS log, field.seq AS seq, value FROM log JOIN log_leaf ON log_leaf.log = log.id
     JOIN private_field field ON field.log = log_leaf.log AND field.seq = log_leaf.seq AND field = 'name'
     WHERE facility_id = ? AND type IN (${places(2)}) AND body LIKE ?`,
    [facilityId, 'staff.added', 'staff.changed', `%${id}%`],
  );
  return new Set([
    ...(now ? [sql.sealed.open('staff.name', id, now.name)] : []),
    ...rows.map(({ log, seq, value }) => sql.sealed.open('private_field.value', [log, seq, 'name'], value)),
  ]);
}

async function eachOf(
  sql: Statements,
  table: 'agreement' | 'contact',
  residentId: Uuid,
  forget: (id: Uuid) => Promise<unknown>,
): Promise<void> {
  const rows = await sql.all<{ id: Uuid }>(`SELECT id FROM ${table} WHERE resident_id = ?`, [residentId]);
  for (const { id } of rows) await forget(id);
}
