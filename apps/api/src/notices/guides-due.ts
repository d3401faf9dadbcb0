import { parseLeaf } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import type { AnswerOf, listReminders } from '@azukari/contract';
import { residentOf } from '../database/people.ts';
import { by as byIndex } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';

type GuidesDue = AnswerOf<typeof listReminders>['guidesDue'];

interface MailRow {
  readonly contactId: Uuid;
  readonly contactName: string;
  readonly email: string;
  readonly id: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

/** guidesDueOf are the contacts who are told by mail, and for whom ご家族向け案内 (F20) was not printed since they were entered. */
export async function guidesDueOf(sql: Statements, facilityId: Uuid): Promise<GuidesDue> {
  const rows = await sql.all<MailRow>(
    `SELECT contact.id AS "contactId", contact.name AS "contactName", email,
       resident.id AS id, resident.name AS name, resident.kana AS kana, resident.room AS room
     FROM contact JOIN resident ON resident.id = contact.resident_id
     WHERE contact.facility_id = ? AND removed_at IS NULL AND notices = 'mail' AND mail_fails = 0
       AND may_know = 'yes' AND hand_over <> 'never' AND left_on IS NULL AND notices_stopped = 0
       AND EXISTS (SELECT 1 FROM item WHERE item.resident_id = resident.id AND place <> 'ended')
     ORDER BY resident.id, position`,
    [facilityId],
  );
  if (rows.length === 0) return [];
  const { sealed } = sql;
  const guided = await guidedContacts(sql, facilityId);
  return rows.flatMap(({ contactId, contactName, email, id, ...resident }) =>
    guided.has(contactId) || sealed.open('contact.email', contactId, email).trim() === ''
      ? []
      : {
          contact: { id: contactId, name: sealed.open('contact.name', contactId, contactName) },
          resident: residentOf(sealed, id, resident),
        },
  );
}

/** guidedContacts are who was there when ご家族向け案内 (F20) was printed for their resident; who was entered later has had none. */
export async function guidedContacts(sql: Statements, facilityId: Uuid): Promise<ReadonlySet<Uuid>> {
  const leaves = await sql.all<{ body: string }>(
    `SELECT body FROM log_leaf ${byIndex(sql, 'log_leaf_type')}
     WHERE log = (SELECT id FROM log WHERE facility_id = ? AND kind = 'custody') AND ${RARE_TYPE}
       AND (type = 'contact.added' OR type = 'form.issued' AND body LIKE '%"form":"F20"%') ORDER BY seq DESC`,
    [facilityId],
  );
  const guided = new Set<Uuid>();
  const residents = new Set<Uuid>();
  let everybody = false;
  for (const { body } of leaves) {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') continue;
    const { leaf } = parsed;
    if (leaf.type === 'form.issued') {
      if (leaf.resident === null) everybody = true;
      else residents.add(leaf.resident);
    } else if (leaf.type === 'contact.added' && (everybody || residents.has(leaf.resident ?? '')))
      guided.add(leaf.facts.contact);
  }
  return guided;
}
