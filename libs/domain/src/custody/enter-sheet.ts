import type { Instant, Uuid } from '../instant.ts';
import type { Refusal } from '../refusal.ts';
import type { HolderRef, Purpose } from './custody.ts';
import { draft, refuseDueBack, refuseFuture, refuseLateEntry, refuseOccurredAt } from './draft.ts';
import { refuseEnded, refuseStored, refuseUnlessMay, refuseUnlessStored } from './draft.ts';
import type { CustodyEntry } from './history.ts';
import type { Draft, ItemSituation, Situation } from './situation.ts';
import { transition } from './transition.ts';

/** MOST_LINES is the highest number of a line on a paper sheet. */
export const MOST_LINES = 40;

/** SheetLine is one line that was written by hand: what went out, came back, or both. */
export interface SheetLine {
  readonly line: number;
  readonly itemIds: readonly Uuid[];
  readonly purpose: Purpose;
  /** Who had it; null on a line that only tells of a return. */
  readonly holder: HolderRef | null;
  readonly holderName: string | null;
  readonly contactId: Uuid | null;
  readonly destination: string | null;
  /** Null: it had been out already, and the line only tells of its return. */
  readonly outAt: Instant | null;
  /** Null: it is still out. */
  readonly backAt: Instant | null;
  /** When it is to be back, where it is still out and somebody knows. */
  readonly dueBackAt: Instant | null;
}

/** EnterSheet is the order to copy a paper sheet into the record. */
export interface EnterSheet {
  readonly sheet: string;
  readonly lines: readonly SheetLine[];
}

/** LineProblem is why a line cannot have been so, by what the record knows. */
export interface LineProblem {
  readonly line: number;
  readonly refusal: Refusal;
}

/** CopiedSheet is what the lines of a sheet become: their entries line by line, or what is in the way. */
export interface CopiedSheet {
  readonly lines: readonly { readonly line: number; readonly drafts: readonly Draft[] }[];
  readonly problems: readonly LineProblem[];
}

type Known = Map<Uuid, ItemSituation>;

/**
 * enterSheet decides on the lines of a paper sheet as they stand on it, each on what the lines before it left. What has happened can always
 * be recorded, with or without an agreement (law 2); it judges whose it is to tell, and times.
 */
export function enterSheet({ sheet, lines }: EnterSheet, situation: Situation): CopiedSheet {
  const known: Known = new Map(situation.items.map((item) => [item.id, item]));
  const copied: { line: number; drafts: readonly Draft[] }[] = [];
  const problems: LineProblem[] = [];
  for (const line of lines.toSorted((a, b) => a.line - b.line)) {
    const items = line.itemIds.flatMap((id) => known.get(id) ?? []);
    const refusal =
      refuseTeller(line, situation) ??
      items.map((item) => refuseLine(line, item, situation.now)).find((no) => no !== null) ??
      null;
    if (refusal) {
      problems.push({ line: line.line, refusal });
      continue;
    }
    const drafts = items.flatMap((item) => entriesOf(sheet, line, item));
    copied.push({ line: line.line, drafts });
    for (const one of drafts) follow(known, one, line, situation.now);
  }
  return { lines: copied, problems };
}

function refuseTeller({ outAt, holder }: SheetLine, { actor }: Situation): Refusal | null {
  return outAt === null ? refuseUnlessMay(actor, 'check-in') : refuseLateEntry(actor, holder);
}

function refuseLine({ outAt, backAt, dueBackAt, purpose }: SheetLine, item: ItemSituation, now: Instant) {
  if (outAt === null)
    return refuseStored(item) ?? refuseEnded(item) ?? refuseOccurredAt(backAt, item, now) ?? refuseFuture(backAt, now);
  if (backAt !== null && backAt < outAt) return { kind: 'occurred-out-of-order' } as const;
  const due = backAt === null && dueBackAt !== null ? refuseDueBack({ dueBackAt, purpose }, outAt, now) : null;
  return refuseUnlessStored(item) ?? refuseOccurredAt(outAt, item, now) ?? refuseFuture(backAt, now) ?? due;
}

function entriesOf(sheet: string, line: SheetLine, item: ItemSituation): readonly Draft[] {
  const { outAt, backAt, holder, holderName, destination, purpose, contactId } = line;
  const dueBackAt = backAt === null ? line.dueBackAt : null;
  const out =
    outAt === null || holder === null
      ? []
      : [
          draft('item.checked-out', item, {
            facts: { holder, purpose, dueBackAt, contact: contactId, sheet },
            occurredAt: outAt,
            private: { holderName, destination },
          }),
        ];
  const back =
    backAt === null
      ? []
      : [
          draft('item.checked-in', item, {
            facts: { storage: null, condition: 'good', sheet },
            occurredAt: backAt,
          }),
        ];
  return [...out, ...back];
}

/** The next line is judged by what this one left. */
function follow(known: Known, one: Draft, { holderName }: SheetLine, now: Instant): void {
  const before = one.item === null ? undefined : known.get(one.item);
  if (!before) return;
  const custody = transition(before.custody, { ...one, seq: 0, recordedAt: now } as CustodyEntry);
  known.set(before.id, { ...before, custody, lastAt: one.occurredAt ?? now, holderName });
}
