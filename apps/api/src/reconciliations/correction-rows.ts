import type { AMEND_REASONS, Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

/** Correction is what was set right beside a closed 照合, under the number of its entry. */
export interface Correction {
  readonly seq: number;
  readonly by: { readonly id: Uuid; readonly name: string };
  readonly at: Instant;
  readonly reason: (typeof AMEND_REASONS)[number];
  readonly explanation: string;
}

/** readCorrections are the corrections of a 照合, oldest first. */
export async function readCorrections(sql: Statements, reconciliationId: Uuid): Promise<readonly Correction[]> {
  const rows = await sql.all<Omit<Correction, 'by'> & { readonly id: Uuid; readonly name: string }>(
    `SELECT seq, staff.id AS id, staff.name AS name, at, reason, explanation
     FROM reconciliation_correction JOIN staff ON staff.id = staff_id WHERE reconciliation_id = ? ORDER BY seq`,
    [reconciliationId],
  );
  return rows.map(({ id, name, explanation, ...row }) => ({
    ...row,
    by: { id, name: sql.sealed.open('staff.name', id, name) },
    explanation: sql.sealed.open('reconciliation_correction.explanation', [reconciliationId, row.seq], explanation),
  }));
}

/** insertCorrection keeps a correction. */
export async function insertCorrection(
  sql: Statements,
  reconciliationId: Uuid,
  { seq, by, at, reason, explanation }: Correction,
): Promise<void> {
  await sql.run(
    'INSERT INTO reconciliation_correction (reconciliation_id, seq, reason, explanation, staff_id, at) VALUES (?, ?, ?, ?, ?, ?)',
    [
      reconciliationId,
      seq,
      reason,
      sql.sealed.close('reconciliation_correction.explanation', [reconciliationId, seq], explanation),
      by.id,
      at,
    ],
  );
}
