import type { Entry } from '../ui/record/entry';
import { factsOf } from '../ui/record/entry';

/** Change is one field that an amendment replaced. Null means that there was nothing, or is nothing now. */
export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Correction is an amendment, a cancellation or a review beside the entry it speaks about. */
export interface Correction {
  readonly by: Entry;
  readonly changes: readonly Change[];
}

/** Reading is an entry as it is to be read now, with everything that was said about it later. */
export interface Reading {
  readonly now: Entry;
  readonly corrections: readonly Correction[];
}

const IN_FACTS = ['dueBackAt', 'purpose'];

/** reading lays the later entries over an entry, oldest first; the entry itself stays as it was. */
export function reading(entry: Entry, later: readonly Entry[]): Reading {
  let now = entry;
  const corrections: Correction[] = [];
  for (const by of [...later].sort((a, b) => a.seq - b.seq)) {
    const amendment = factsOf(by, 'entry.amended');
    const fields = amendment?.fields ?? [];
    const changes = fields.map((field) => ({ field, before: valueIn(now, field), after: valueIn(by, field) }));
    corrections.push({ by, changes });
    now = changes.reduce(replaced, now);
  }
  return { now, corrections };
}

function valueIn(entry: Entry, field: string): string | null {
  if (field === 'occurredAt') {
    const claimed = factsOf(entry, 'entry.amended')?.occurredAt;
    return claimed === undefined ? entry.occurredAt : claimed;
  }
  const value = IN_FACTS.includes(field) ? entry.facts[field] : entry.private[field];
  return typeof value === 'string' ? value : null;
}

function replaced(entry: Entry, { field, after }: Change): Entry {
  if (field === 'occurredAt') return { ...entry, occurredAt: after };
  if (IN_FACTS.includes(field)) return { ...entry, facts: { ...entry.facts, [field]: after } };
  const { [field]: _, ...others } = entry.private;
  return { ...entry, private: after === null ? others : { ...others, [field]: after } };
}
