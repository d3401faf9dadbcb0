import type { Instant } from '../instant.ts';
import { CUSTODY_TYPES } from '../ledger/entry-types.ts';
import type { CustodyType, EntryFacts, EntryType } from '../ledger/entry-types.ts';

/** HistoryEntry is what replaying custody needs of an entry about one item; it never needs a private field. */
export type HistoryEntry = {
  readonly [T in EntryType]: {
    readonly seq: number;
    readonly type: T;
    readonly recordedAt: Instant;
    readonly occurredAt: Instant | null;
    readonly corrects: number | null;
    readonly facts: EntryFacts<T>;
  };
}[EntryType];

/** CustodyEntry moves an item or changes where it belongs. */
export type CustodyEntry = Extract<HistoryEntry, { readonly type: CustodyType }>;

/** CorrectionEntry changes how an earlier entry is read; custody must then be folded again from its beginning. */
export type CorrectionEntry = Extract<HistoryEntry, { readonly type: 'entry.amended' | 'entry.cancelled' }>;

/** effectiveAt is the moment an entry speaks of: the claimed one of a late entry, else when it was recorded. */
export function effectiveAt(entry: Pick<HistoryEntry, 'occurredAt' | 'recordedAt'>): Instant {
  return entry.occurredAt ?? entry.recordedAt;
}

/** isCustodyEntry says whether the entry moves an item. */
export function isCustodyEntry(entry: HistoryEntry): entry is CustodyEntry {
  return (CUSTODY_TYPES as readonly EntryType[]).includes(entry.type);
}

/** isCorrectionEntry says whether the entry amends or cancels an earlier one. */
export function isCorrectionEntry(entry: HistoryEntry): entry is CorrectionEntry {
  return entry.type === 'entry.amended' || entry.type === 'entry.cancelled';
}

/** IMPOSSIBLE_REASONS say what no honest record of one item can contain. */
export const IMPOSSIBLE_REASONS = [
  'no-beginning',
  'second-beginning',
  'wrong-place',
  'not-held',
  'seq-out-of-order',
  'occurred-in-future',
  'occurred-out-of-order',
  'unknown-entry',
  'not-newest',
  'first-entry',
  'field-not-amendable',
] as const;
export type ImpossibleReason = (typeof IMPOSSIBLE_REASONS)[number];

/** ImpossibleHistory names the first entry that cannot follow the ones before it. It is a defect or a forgery, never a refusal. */
export class ImpossibleHistory extends Error {
  override readonly name = 'ImpossibleHistory';
  readonly reason: ImpossibleReason;
  readonly seq: number | null;

  constructor(reason: ImpossibleReason, entry: Pick<HistoryEntry, 'seq' | 'type'> | null) {
    super(entry === null ? reason : `${reason}: ${entry.type} at ${entry.seq}`);
    this.reason = reason;
    this.seq = entry?.seq ?? null;
  }
}
