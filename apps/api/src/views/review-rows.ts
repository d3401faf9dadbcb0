import { parseLeaf } from '@azukari/domain';
import type { CalendarDay, EntryFacts, Instant, Uuid } from '@azukari/domain';
import { by as byIndex, places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { openedFields } from '../ledger/private-fields.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';
import { headOf } from './view-rows.ts';

/** Review is the signed review of a quarter, as the record has it. */
export interface Review {
  readonly seq: number;
  readonly quarter: CalendarDay;
  readonly by: { readonly id: Uuid; readonly name: string };
  readonly at: Instant;
  readonly views: number;
  readonly daysLate: number;
  readonly judged: readonly (Omit<EntryFacts<'views.judged'>, 'quarter'> & { readonly note: string | null })[];
}

interface Row {
  readonly seq: number;
  readonly body: string;
}

/** readReviews reads the reviews of a facility from its record; there are four a year, so that no table repeats them. */
export async function readReviews(sql: Statements, facilityId: Uuid): Promise<readonly Review[]> {
  const { id } = await headOf(sql, facilityId, 'custody');
  const rows = await sql.all<Row>(
    `SELECT seq, body FROM log_leaf ${byIndex(sql, 'log_leaf_type')}
     WHERE log = ? AND ${RARE_TYPE} AND type IN ('views.judged', 'views.reviewed') ORDER BY seq`,
    [id],
  );
  if (rows.length === 0) return [];
  const words = await sql.all<{ seq: number; field: string; value: string }>(
    `SELECT seq, field, value FROM private_field WHERE log = ? AND seq IN (${places(rows.length)})`,
    [id, ...rows.map(({ seq }) => seq)],
  );
  const said = new Map(openedFields(sql, id, words).map(({ seq, field, value }) => [`${String(seq)} ${field}`, value]));
  const own = (seq: number, field: string): string | null => said.get(`${String(seq)} ${field}`) ?? null;
  const leaves = rows.map(({ seq, body }) => {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
    return { seq, leaf: parsed.leaf };
  });
  return leaves.flatMap(({ seq, leaf }) => {
    if (leaf.type !== 'views.reviewed') return [];
    const { quarter, ...facts } = leaf.facts;
    const judged = leaves
      .filter((one) => one.leaf.command === leaf.command && one.leaf.type === 'views.judged')
      .map((one) => {
        const { exception, cases, outcome } = one.leaf.facts as EntryFacts<'views.judged'>;
        return { exception, cases, outcome, note: own(one.seq, 'note') };
      });
    const by = { id: leaf.actor.slice('staff:'.length), name: own(seq, 'actorName') ?? '' };
    return [{ seq, quarter, ...facts, by, at: leaf.recordedAt, judged }];
  });
}
