import type { Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

const ABOUT = 'id IN (SELECT notice_id FROM notice_line WHERE resident_id = ?)';

/**
 * endLinks kills every link about a resident at once: who speaks for her has changed. A mail that waits is composed again with another
 * link, to who is asked then; one that may have left opens nothing.
 */
export async function endLinks(sql: Statements, residentId: Uuid): Promise<void> {
  await sql.run(`UPDATE notice SET bytes = NULL WHERE state = 'queued' AND may_have_left_at IS NULL AND ${ABOUT}`, [
    residentId,
  ]);
  await sql.run(`UPDATE notice SET link_hash = NULL, link_until = NULL WHERE ${ABOUT}`, [residentId]);
}
