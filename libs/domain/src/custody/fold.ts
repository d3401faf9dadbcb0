import type { Instant } from '../instant.ts';
import type { Custody } from './custody.ts';
import { effectiveAt, ImpossibleHistory, isCustodyEntry } from './history.ts';
import type { CorrectionEntry, CustodyEntry, HistoryEntry } from './history.ts';
import { transition } from './transition.ts';

/** CustodyState is custody with what the next entry must respect; small enough to be kept beside the ledger as a cache. */
export interface CustodyState {
  readonly custody: Custody;
  /** The effective moment of the newest custody entry that is not cancelled: what a late entry may not precede. */
  readonly lastAt: Instant;
  /** The newest custody entry that is not cancelled: the only one that may be cancelled. */
  readonly newestCustodySeq: number;
}

/** LiveStep is a custody entry that was not cancelled, read with its amendments, and the state after it. */
export interface LiveStep {
  readonly entry: CustodyEntry;
  readonly state: CustodyState;
}

/** fold replays one item's entries, oldest first, strictly: what no honest record contains throws ImpossibleHistory. */
export function fold(history: readonly HistoryEntry[]): CustodyState {
  const newest = liveSteps(history).at(-1);
  if (newest === undefined) throw new ImpossibleHistory('no-beginning', null);
  return newest.state;
}

/** advance is the state after one more entry. A correction needs the whole history instead: `fold`. */
export function advance(state: CustodyState | null, entry: Exclude<HistoryEntry, CorrectionEntry>): CustodyState {
  if (isCustodyEntry(entry)) return step(state, entry);
  if (state === null) throw new ImpossibleHistory('no-beginning', entry);
  return state;
}

/** liveSteps are the custody entries that stand, oldest first, each with its amendments and the state after it. */
export function liveSteps(history: readonly HistoryEntry[]): readonly LiveStep[] {
  const steps: LiveStep[] = [];
  const seen = new Set<number>();
  let newestSeq = -1;
  for (const entry of history) {
    if (entry.seq <= newestSeq) throw new ImpossibleHistory('seq-out-of-order', entry);
    if (steps.length === 0 && !isCustodyEntry(entry)) throw new ImpossibleHistory('no-beginning', entry);
    if (entry.type === 'entry.cancelled') cancelNewest(steps, entry);
    else if (entry.type === 'entry.amended') amendStep(steps, entry, seen);
    else if (isCustodyEntry(entry)) steps.push({ entry, state: step(steps.at(-1)?.state ?? null, entry) });
    newestSeq = entry.seq;
    seen.add(entry.seq);
  }
  return steps;
}

function step(before: CustodyState | null, entry: CustodyEntry, blamed: HistoryEntry = entry): CustodyState {
  const { occurredAt, recordedAt } = entry;
  if (occurredAt !== null && occurredAt > recordedAt) throw new ImpossibleHistory('occurred-in-future', blamed);
  // A clock that was set back is written down and is nobody's claim; only a claimed moment can contradict the record.
  if (occurredAt !== null && before !== null && occurredAt < before.lastAt)
    throw new ImpossibleHistory('occurred-out-of-order', blamed);
  return {
    custody: transition(before?.custody ?? null, entry),
    lastAt: effectiveAt(entry),
    newestCustodySeq: entry.seq,
  };
}

type Of<T extends CorrectionEntry['type']> = Extract<CorrectionEntry, { readonly type: T }>;

function cancelNewest(steps: LiveStep[], entry: Of<'entry.cancelled'>): void {
  if (steps.at(-1)?.entry.seq !== entry.corrects) throw new ImpossibleHistory('not-newest', entry);
  if (steps.length === 1) throw new ImpossibleHistory('first-entry', entry);
  steps.pop();
}

function amendStep(steps: LiveStep[], amendment: Of<'entry.amended'>, seen: ReadonlySet<number>): void {
  const { corrects, facts } = amendment;
  if (corrects === null || !seen.has(corrects)) throw new ImpossibleHistory('unknown-entry', amendment);
  const place = steps.findIndex(({ entry }) => entry.seq === corrects);
  const old = steps[place];
  if (old === undefined) return;
  const entry = amendEntry(old.entry, amendment);
  const next = steps[place + 1];
  if (facts.fields.includes('occurredAt') && next !== undefined && effectiveAt(entry) > effectiveAt(next.entry))
    throw new ImpossibleHistory('occurred-out-of-order', amendment);
  const replayed = [entry, ...steps.slice(place + 1).map((later) => later.entry)];
  steps.length = place;
  for (const again of replayed)
    steps.push({ entry: again, state: step(steps.at(-1)?.state ?? null, again, amendment) });
}

/** amendEntry reads an entry as the amendment says. Fields that are not facts of custody are private and change nothing here. */
function amendEntry(entry: CustodyEntry, amendment: Of<'entry.amended'>): CustodyEntry {
  const { fields, occurredAt, dueBackAt, purpose } = amendment.facts;
  let read = entry;
  if (fields.includes('occurredAt')) read = { ...read, occurredAt };
  if (fields.includes('dueBackAt')) {
    if (read.type === 'item.checked-out') read = { ...read, facts: { ...read.facts, dueBackAt } };
    else if (read.type === 'item.changed') read = { ...read, facts: { ...read.facts, dueBackAt } };
    else throw new ImpossibleHistory('field-not-amendable', amendment);
  }
  if (fields.includes('purpose')) {
    if (read.type !== 'item.checked-out' || purpose === null)
      throw new ImpossibleHistory('field-not-amendable', amendment);
    read = { ...read, facts: { ...read.facts, purpose } };
  }
  return read;
}
