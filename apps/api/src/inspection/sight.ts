import { parseLeaf } from '@azukari/domain';
import type { EntryType, InspectionPart, InspectionPeriod, Instant, Leaf, Uuid } from '@azukari/domain';
import type { Sealed } from '../database/sealed.ts';
import { by, places } from '../database/statements.ts';
import type { Statements, Value } from '../database/statements.ts';
import { dayOf, KIND_WORDS, timeOf } from '../forms/forms.words.ts';
import { readHead } from '../ledger/head.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';
import { boundsOf, numbersWithin } from '../ledger/period.ts';

/** Sight is what a pack is made of: the record of one facility up to an entry, and the days that are asked for. */
export interface Sight {
  readonly sql: Statements;
  readonly facilityId: Uuid;
  readonly period: InspectionPeriod;
  readonly log: number;
  /** No entry of the period has a smaller number. */
  readonly first: number;
  /** The record as it was when the pack was ordered: entries from here on are not in it. */
  readonly until: number;
  readonly now: Instant;
}

/** sightOf looks at the record as it is now, or as it was up to an entry. */
export async function sightOf(
  sql: Statements,
  { facilityId, period, now, until }: Pick<Sight, 'facilityId' | 'period' | 'now'> & { readonly until?: number },
): Promise<Sight> {
  const head = await readHead(sql, facilityId, 'custody');
  if (!head) throw new Error(`facility ${facilityId} has no custody log`);
  const { first } = await numbersWithin(sql, head, { from: boundsOf(period).from });
  return { sql, facilityId, period, now, log: head.id, first, until: until ?? head.size };
}

function within(period: InspectionPeriod, at: Instant | null): boolean {
  const { from, to } = boundsOf(period);
  return at !== null && from <= at && at < to;
}

/** overlaps says whether what began then, and is over since then if it is, fell into the period at all. */
export function overlaps(period: InspectionPeriod, began: Instant, over: Instant | null): boolean {
  const { from, to } = boundsOf(period);
  return began < to && (over === null || over >= from);
}

/** touches says whether an entry was written in the period, or tells of something that happened in it. */
export function touches(period: InspectionPeriod, { recordedAt, occurredAt }: Leaf): boolean {
  return within(period, recordedAt) || within(period, occurredAt);
}

/** Cell is one cell of a table. */
export type Cell = string | number;

/** Table is one part of the pack as rows: of the PDF, of a sheet and of a CSV alike. */
export interface Table {
  readonly part: InspectionPart;
  /** What tells two tables of one part apart. */
  readonly suffix?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is said above it. */
  readonly lead: string;
}

/** Column is a heading and how wide it is on paper, in points; `*` shares what is left. */
export interface Column {
  readonly head: string;
  readonly width: number | '*';
  /** In it stand days and moments, or words of the house, and nothing that somebody typed. */
  readonly dated?: boolean;
}

/** readLeaves reads entries by a condition on `log_leaf`. */
export async function readLeaves(sql: Statements, where: string, values: readonly Value[]): Promise<readonly Leaf[]> {
  const rows = await sql.all<{ body: string }>(`SELECT body FROM log_leaf ${where}`, values);
  return rows.map(({ body }) => {
    const parsed = parseLeaf(body);
    if (parsed.kind !== 'leaf') throw new Error('a leaf cannot be read');
    return parsed.leaf;
  });
}

/** leavesOf reads the entries of some types, in their order; none of them may be one of the two everyday types. */
export function leavesOf<T extends Exclude<EntryType, 'item.checked-out' | 'item.checked-in'>>(
  { sql, log, until }: Sight,
  types: readonly T[],
  first = 0,
): Promise<readonly Extract<Leaf, { readonly type: T }>[]> {
  return readLeaves(
    sql,
    `${by(sql, 'log_leaf_type')} WHERE log = ? AND ${RARE_TYPE} AND type IN (${places(types.length)}) AND seq >= ? AND seq < ? ORDER BY seq`,
    [log, ...types, first, until],
  ) as Promise<readonly Extract<Leaf, { readonly type: T }>[]>;
}

/** nameOfItem is what the papers call one item. */
export function nameOfItem(
  sealed: Sealed,
  { id, kind, label }: { readonly id: Uuid; readonly kind: keyof typeof KIND_WORDS; readonly label: string | null },
): string {
  return (kind === 'other' ? sealed.open('item.label', id, label) : null) ?? KIND_WORDS[kind];
}

/** itemNamesOf are what the papers call each item. */
export async function itemNamesOf({
  sql,
  facilityId,
}: Pick<Sight, 'sql' | 'facilityId'>): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.all<{ id: Uuid; kind: keyof typeof KIND_WORDS; label: string | null }>(
    'SELECT id, kind, label FROM item WHERE facility_id = ?',
    [facilityId],
  );
  return new Map(rows.map(({ id, kind, label }) => [id, nameOfItem(sql.sealed, { id, kind, label })]));
}

/** when is a moment as a table has it, in Japan: `2026-12-10 14:05`; nothing where there is none. */
export function when(at: Instant | null | undefined): string {
  return at === null || at === undefined ? '' : `${dayOf(at)} ${timeOf(at)}`;
}
