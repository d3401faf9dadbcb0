import type { LogKind } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import type { Head } from '../ledger/ledger.ts';
import { numbersWithin } from '../ledger/period.ts';

/** PackPeriod is a period of recording; without an end it goes on to the newest entry. */
export interface PackPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Span is what a pack holds of one log: entries from `from` up to the size of the checkpoint that closes it. */
export interface Span {
  readonly kind: LogKind;
  readonly log: Head;
  readonly from: number;
  /** Null: the newest checkpoint, which is still to be signed. */
  readonly closed: Closing | null;
}

/** Closing is a signed checkpoint. */
export interface Closing {
  readonly size: number;
  readonly note: string;
}

/**
 * spanOf finds the entries of a period. It begins with the first of them, so never within a command, whose entries are of one
 * moment; and it ends at the first checkpoint that has all of them, because only what was signed can be checked.
 */
export async function spanOf(sql: Statements, kind: LogKind, head: Head, { from, to }: PackPeriod): Promise<Span> {
  const { first, end } = await numbersWithin(sql, head, { from, to });
  const begins = from === undefined ? 0 : await firstSince(sql, head, first, from);
  const ends = to === undefined ? null : await endBefore(sql, head, { first, end }, to);
  const closed =
    ends === null
      ? null
      : await sql.get<Closing>(
          'SELECT size, note FROM log_checkpoint WHERE log = ? AND size >= ? ORDER BY size LIMIT 1',
          [head.id, Math.max(begins, ends)],
        );
  return { kind, log: head, from: begins, closed: closed ?? null };
}

async function firstSince(sql: Statements, head: Head, first: number, from: string): Promise<number> {
  const row = await sql.get<{ seq: number }>(
    'SELECT seq FROM log_leaf WHERE log = ? AND seq >= ? AND recorded_at >= ? ORDER BY seq LIMIT 1',
    [head.id, first, from],
  );
  return row?.seq ?? head.size;
}

async function endBefore(
  sql: Statements,
  head: Head,
  { first, end }: { readonly first: number; readonly end: number },
  to: string,
): Promise<number> {
  const row = await sql.get<{ seq: number }>(
    'SELECT seq FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? AND recorded_at < ? ORDER BY seq DESC LIMIT 1',
    [head.id, first, end, to],
  );
  return row === undefined ? 0 : row.seq + 1;
}
