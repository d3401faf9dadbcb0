import { addDays, dayInTokyo } from '../instant.ts';
import type { CalendarDay, Instant } from '../instant.ts';
import type { Custody, Place, TemporaryHold } from './custody.ts';
import { effectiveAt, ImpossibleHistory } from './history.ts';
import type { CustodyEntry } from './history.ts';

/** DAYS_TO_RESOLVE is how many days 一時保管 may last when nobody says otherwise. */
export const DAYS_TO_RESOLVE = 7;

/** resolveByOf is the day until which an item that came into the safe on this Japanese day must be resolved. */
export function resolveByOf(day: CalendarDay): CalendarDay {
  return addDays(day, DAYS_TO_RESOLVE);
}

/** transition is the custody after one entry, or an ImpossibleHistory; null stands for an item that nobody knows yet. */
export function transition(custody: Custody | null, entry: CustodyEntry): Custody {
  const since = effectiveAt(entry);
  switch (entry.type) {
    case 'item.taken-in':
    case 'item.held-temporarily':
      return begin(custody, entry);
    case 'item.agreed': {
      const held = within(custody, entry, ['stored', 'out', 'missing']);
      if (held.hold === null) throw new ImpossibleHistory('not-held', entry);
      return { ...held, hold: null, storage: entry.facts.storage ?? held.storage };
    }
    case 'item.checked-out': {
      const { storage, hold } = within(custody, entry, ['stored']);
      const { holder, purpose, dueBackAt } = entry.facts;
      return { at: 'out', since, holder, purpose, dueBackAt, storage, hold };
    }
    case 'item.changed': {
      const { holder, dueBackAt } = entry.facts;
      return { ...within(custody, entry, ['out']), holder, dueBackAt };
    }
    case 'item.checked-in': {
      const { storage, hold } = within(custody, entry, ['out', 'missing']);
      return { at: 'stored', since, storage: entry.facts.storage ?? storage, hold };
    }
    case 'item.moved':
      return { ...within(custody, entry, ['stored']), storage: entry.facts.storage };
    case 'item.handed-over':
      return handOver(custody, entry, since);
    case 'item.search-started': {
      const { storage, hold } = within(custody, entry, ['stored', 'out']);
      return { at: 'missing', stage: 'searching', since, storage, hold };
    }
    case 'item.reported-missing': {
      const before = within(custody, entry, ['stored', 'out', 'missing']);
      if (before.at === 'missing' && before.stage === 'lost') throw new ImpossibleHistory('wrong-place', entry);
      return { at: 'missing', stage: 'lost', since, storage: before.storage, hold: before.hold };
    }
    case 'item.found':
      return findAgain(custody, entry, since);
  }
}

type EntryOf<T extends CustodyEntry['type']> = Extract<CustodyEntry, { readonly type: T }>;

function begin(custody: Custody | null, entry: EntryOf<'item.taken-in' | 'item.held-temporarily'>): Custody {
  if (custody !== null) throw new ImpossibleHistory('second-beginning', entry);
  const hold: TemporaryHold | null =
    entry.type === 'item.taken-in' ? null : { reason: entry.facts.reason, resolveBy: entry.facts.resolveBy };
  return { at: 'stored', storage: entry.facts.storage, since: effectiveAt(entry), hold };
}

function handOver(custody: Custody | null, entry: EntryOf<'item.handed-over'>, since: Instant): Custody {
  const { disposition } = entry.facts;
  const before = within(custody, entry, ['stored', 'out', 'missing']);
  if (before.at === 'missing' && !mayEndWhileMissing(disposition)) throw new ImpossibleHistory('wrong-place', entry);
  return { at: 'ended', disposition, since };
}

/** mayEndWhileMissing: what is lost can still turn up with its owner, who keeps it, or be issued anew; nothing else can be done to it. */
export function mayEndWhileMissing(disposition: EntryOf<'item.handed-over'>['facts']['disposition']): boolean {
  return disposition === 'returned' || disposition === 'replaced';
}

function findAgain(custody: Custody | null, entry: EntryOf<'item.found'>, since: Instant): Custody {
  const before = within(custody, entry, ['out', 'missing', 'ended']);
  const { storage } = entry.facts;
  if (before.at !== 'ended') return { at: 'stored', since, storage: storage ?? before.storage, hold: before.hold };
  // Nobody agreed to keep it again: red on the board until that is resolved.
  const hold: TemporaryHold = { reason: 'after-end', resolveBy: resolveByOf(dayInTokyo(since)) };
  return { at: 'stored', since, storage, hold };
}

function within<P extends Place>(
  custody: Custody | null,
  entry: CustodyEntry,
  places: readonly P[],
): Extract<Custody, { readonly at: P }> {
  if (custody === null) throw new ImpossibleHistory('no-beginning', entry);
  if (!isAt(custody, places)) throw new ImpossibleHistory('wrong-place', entry);
  return custody;
}

function isAt<P extends Place>(
  custody: Custody,
  places: readonly P[],
): custody is Extract<Custody, { readonly at: P }> {
  return (places as readonly Place[]).includes(custody.at);
}
