import type { Condition, Leaf, Uuid } from '@azukari/domain';
import type { Words } from '../ledger/told-entries.ts';
import type { KnownItem } from './paper-items.ts';
import type { BookRow, Outing, Remark } from './paper/sheet.ts';

/** KnownRow is a line of the book that still knows its item. */
export type KnownRow = BookRow & { readonly itemId: Uuid };

type Open<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Open<Omit<KnownRow, 'out' | 'remarks'>> & { out: Open<Outing> | null; remarks: Remark[] };

/** Entries that say where an item lies, how it is or what is printed on it, and are no line of the book. */
const SILENT: readonly string[] = [
  'item.moved',
  'item.described',
  'item.assigned',
  'item.date-noted',
  'item.condition-noted',
  'envelope.marked',
  'envelope.opened',
  'item.whereabouts-confirmed',
];

/** bookRows folds the entries of one item into lines: an outing with its return, or an event. Corrections stand beside. */
export function bookRows(
  item: KnownItem,
  residentName: string | null,
  entries: readonly Leaf[],
  words: Words,
): readonly KnownRow[] {
  const rows = new Map<number, Draft>();
  const cancelled = new Set(
    entries.flatMap(({ type, corrects }) => (type === 'entry.cancelled' && corrects !== null ? [corrects] : [])),
  );
  let open: Draft | null = null;
  /** The line on which an entry is told; what corrects the entry stands there. */
  const lineOf = new Map<number, Draft>();
  const told = (entry: Leaf, row: Draft): Draft => {
    lineOf.set(entry.seq, row);
    rows.set(row.seq, row);
    return row;
  };
  for (const entry of entries) {
    if (entry.type === 'item.condition-noted') noteCondition([...rows.values()].at(-1), entry.facts.condition);
    if (SILENT.includes(entry.type)) continue;
    const live = !cancelled.has(entry.seq);
    const said = words.get(entry.seq) ?? {};
    if (entry.corrects !== null) {
      lineOf.get(entry.corrects)?.remarks.push(correction(entry, said));
    } else if (entry.type === 'item.checked-out') {
      const row = told(entry, lineFor(item, residentName, entry, said));
      row.cancelled = !live;
      row.out = {
        purpose: entry.facts.purpose,
        destination: said['destination'] ?? null,
        holder: said['holderName'] ?? null,
        dueBackAt: entry.facts.dueBackAt,
        back: null,
      };
      if (live) open = row;
    } else if (open?.out && entry.type === 'item.changed') {
      told(entry, open).remarks.push(change(entry, said));
    } else if (open?.out && (entry.type === 'item.checked-in' || entry.type === 'item.found')) {
      const row = told(entry, open);
      row.remarks.push(...extras(entry, said));
      if (entry.type === 'item.found') row.remarks.push(remark(entry, said, 'found'));
      if (live) {
        row.out = {
          ...open.out,
          back: {
            seq: entry.seq,
            at: at(entry),
            by: said['actorName'] ?? '',
            condition: entry.type === 'item.checked-in' ? entry.facts.condition : null,
            handedOver: false,
          },
        };
        open = null;
      }
    } else {
      const row = told(entry, lineFor(item, residentName, entry, said));
      row.cancelled = !live;
      row.event = eventOf(entry, said);
      if (open?.out && entry.type === 'item.handed-over' && live) {
        open.out = {
          ...open.out,
          back: { seq: entry.seq, at: at(entry), by: said['actorName'] ?? '', condition: null, handedOver: true },
        };
        open = null;
      }
    }
  }
  return [...rows.values()];
}

/** How an item was seen to be stands on the line that tells of its coming. */
function noteCondition(row: Draft | undefined, condition: Condition): void {
  if (row?.event) row.event = { ...row.event, condition };
}

function lineFor(
  { id, kind, label }: KnownItem,
  residentName: string | null,
  entry: Leaf,
  said: Readonly<Record<string, string>>,
): Draft {
  return {
    itemId: id,
    seq: entry.seq,
    at: at(entry),
    kind,
    label,
    resident: said['residentName'] ?? residentName,
    actor: said['actorName'] ?? '',
    cancelled: false,
    out: null,
    event: null,
    remarks: [...extras(entry, said)],
  };
}

function eventOf(entry: Leaf, said: Readonly<Record<string, string>>): BookRow['event'] {
  return {
    type: entry.type,
    disposition: entry.type === 'item.handed-over' ? entry.facts.disposition : null,
    who: said['receiverName'] ?? said['holderName'] ?? null,
    witness: said['witnessName'] ?? null,
    condition: 'condition' in entry.facts ? entry.facts.condition : null,
  };
}

function at(entry: Leaf): string {
  return entry.occurredAt ?? entry.recordedAt;
}

function remark(
  entry: Leaf,
  said: Readonly<Record<string, string>>,
  kind: Remark['kind'],
  more: Partial<Remark> = {},
): Remark {
  return {
    seq: entry.seq,
    at: entry.recordedAt,
    by: said['actorName'] ?? '',
    kind,
    text: null,
    reasonCode: null,
    changes: [],
    ...more,
  };
}

/** What an entry carries beside itself: a note, the sheet of paper it was copied from, and that it was entered later. */
function extras(entry: Leaf, said: Readonly<Record<string, string>>): readonly Remark[] {
  const sheet = 'sheet' in entry.facts ? entry.facts.sheet : null;
  return [
    ...(said['note'] === undefined ? [] : [remark(entry, said, 'note', { text: said['note'] })]),
    ...(sheet === null ? [] : [remark(entry, said, 'sheet', { text: sheet })]),
    ...(entry.occurredAt === null ? [] : [remark(entry, said, 'late')]),
  ];
}

function change(entry: Leaf, said: Readonly<Record<string, string>>): Remark {
  const due = entry.type === 'item.changed' ? entry.facts.dueBackAt : null;
  return remark(entry, said, 'changed', {
    changes: [
      { field: 'holderName', value: said['holderName'] ?? null },
      { field: 'dueBackAt', value: due },
    ],
  });
}

function correction(entry: Leaf, said: Readonly<Record<string, string>>): Remark {
  const text = said['reason'] ?? said['note'] ?? null;
  if (entry.type === 'entry.cancelled')
    return remark(entry, said, 'cancelled', { text, reasonCode: entry.facts.reason });
  if (entry.type !== 'entry.amended') return remark(entry, said, 'reviewed', { text });
  const facts: Readonly<Record<string, unknown>> = entry.facts;
  const value = (field: string): string | null =>
    said[field] ?? (typeof facts[field] === 'string' ? facts[field] : null);
  return remark(entry, said, 'amended', {
    text,
    reasonCode: entry.facts.reason,
    changes: entry.facts.fields.map((field) => ({ field, value: value(field) })),
  });
}
