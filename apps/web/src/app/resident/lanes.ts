import type { AnswerOf, listEntries } from '@azukari/contract';
import type { Instant, ItemKind } from '@azukari/domain';

/** Entry is one 記録 as the ledger tells it. */
export type Entry = AnswerOf<typeof listEntries>['entries'][number];

/** BarState is how a stretch of time is drawn. */
export type BarState = 'stored' | 'hold' | 'out' | 'missing';

/** Bar is a stretch of time in which an item was somewhere, from the entry that put it there. */
export interface Bar {
  readonly state: BarState;
  readonly from: Instant;
  /** to is null while it lasts. */
  readonly to: Instant | null;
  readonly entry: Entry;
}

/** Lane is one item and its bars, oldest first. */
export interface Lane {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly bars: readonly Bar[];
}

type Step = BarState | 'ended' | 'same';

const STEPS: Readonly<Record<string, Step>> = {
  'item.taken-in': 'stored',
  'item.held-temporarily': 'hold',
  'item.agreed': 'stored',
  'item.checked-out': 'out',
  'item.changed': 'out',
  'item.checked-in': 'stored',
  'item.found': 'stored',
  'item.search-started': 'missing',
  'item.reported-missing': 'missing',
  'item.handed-over': 'ended',
};

/** lanesOf draws the record: one lane per item, newest item first. What was cancelled did not happen. */
export function lanesOf(entries: readonly Entry[]): readonly Lane[] {
  const moments = amendedMoments(entries);
  const standing = entries
    .filter(
      ({ item, type, correctedBy }) =>
        item !== null && type in STEPS && !correctedBy.some((by) => by.type === 'entry.cancelled'),
    )
    .map((entry) => ({ entry, at: moments.get(entry.seq) ?? entry.occurredAt ?? entry.recordedAt }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.entry.seq - b.entry.seq);
  const byItem = new Map<string, { readonly entry: Entry; readonly at: Instant }[]>();
  for (const step of standing) {
    const id = step.entry.item?.id ?? '';
    byItem.set(id, [...(byItem.get(id) ?? []), step]);
  }
  return [...byItem].map(([itemId, steps]) => laneOf(itemId, steps)).reverse();
}

function laneOf(itemId: string, steps: readonly { readonly entry: Entry; readonly at: Instant }[]): Lane {
  const bars: Bar[] = [];
  for (const { entry, at } of steps) {
    const state = stateAfter(entry, bars.at(-1));
    const before = bars.at(-1);
    if (state === 'same') continue;
    if (before?.to === null) bars[bars.length - 1] = { ...before, to: at };
    if (state !== 'ended') bars.push({ state, from: at, to: null, entry });
  }
  const item = steps[0]?.entry.item;
  return { itemId, kind: item?.kind ?? 'other', label: item?.label ?? null, bars };
}

function stateAfter({ type }: Entry, before: Bar | undefined): Step {
  // An agreement changes what lies in the safe; it brings nothing back that is out.
  if (type === 'item.agreed' && before !== undefined && before.state !== 'hold') return 'same';
  return STEPS[type] ?? 'same';
}

function amendedMoments(entries: readonly Entry[]): ReadonlyMap<number, Instant> {
  const moments = new Map<number, Instant>();
  const amendments = entries.filter(({ type, corrects }) => type === 'entry.amended' && corrects !== null);
  for (const { corrects, facts } of [...amendments].sort((a, b) => a.seq - b.seq)) {
    const { fields, occurredAt } = facts;
    if (corrects !== null && Array.isArray(fields) && fields.includes('occurredAt') && typeof occurredAt === 'string')
      moments.set(corrects, occurredAt);
  }
  return moments;
}
