import type { Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { hashOf } from './token.ts';

/** EnrolledTablet is the tablet that a browser was enrolled as. */
export interface EnrolledTablet {
  readonly id: Uuid;
  readonly facilityId: Uuid;
  readonly name: string;
}

/** enrolledTablet finds it by the token the browser shows; null for any other browser, and for one that was revoked. */
export async function enrolledTablet(sql: Statements, token: string | null): Promise<EnrolledTablet | null> {
  if (token === null) return null;
  const found = await sql.get<EnrolledTablet>(
    'SELECT id, facility_id AS "facilityId", name FROM tablet WHERE token_hash = ?',
    [hashOf(token)],
  );
  return found ? { ...found, name: sql.sealed.open('tablet.name', found.id, found.name) } : null;
}

/** seen notes when somebody last used a tablet. */
export async function seen(sql: Statements, tablet: Uuid | null, nowMs: number): Promise<void> {
  if (tablet !== null) await sql.run('UPDATE tablet SET seen_ms = ? WHERE id = ?', [nowMs, tablet]);
}
