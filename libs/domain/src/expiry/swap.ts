import type { Place } from '../custody/custody.ts';
import type { CalendarDay, Uuid } from '../instant.ts';
import type { ItemKind } from '../item.ts';
import { addMonths, onOrAfter } from './calendar.ts';
import type { ItemFacts, ResidentFacts } from './deadline.ts';
import { deadlinesOf } from './deadlines-of.ts';
import { ruleOn } from './rule-book.ts';
import type { ExpirySettings } from './settings.ts';

/** SWAP_STATES: not arrived, arrived and still sealed, new and old both here, swapped. */
export const SWAP_STATES = ['awaited', 'sealed', 'both', 'done'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** SWAP_WAYS in which the next paper comes: by itself, on application, or one has to ask. */
export const SWAP_WAYS = ['arrives', 'apply', 'ask'] as const;
export type SwapWay = (typeof SWAP_WAYS)[number];

/** PaperInHouse is an item as the swap looks at it. */
export interface PaperInHouse {
  readonly id: Uuid;
  readonly residentId: Uuid;
  readonly at: Place;
  readonly item: ItemFacts & { readonly receivedOn: CalendarDay };
  readonly resident: ResidentFacts | null;
}

/** EnvelopeInHouse is a sealed envelope in the safe, and the papers one awaits in it. */
export interface EnvelopeInHouse {
  readonly id: Uuid;
  readonly residentId: Uuid;
  readonly expected: readonly ItemKind[];
}

/** SwapLine is one yearly paper of one resident: what it is, how its successor comes, and how far the swap is. */
export interface SwapLine {
  readonly old: Uuid;
  readonly residentId: Uuid;
  readonly kind: ItemKind;
  readonly way: SwapWay;
  readonly state: SwapState;
  readonly next: Uuid | null;
  readonly envelope: Uuid | null;
}

/** swapSeasons are the last days of the year of papers (V16) around a day: the one that has passed, and the one ahead. */
export function swapSeasons(asOf: CalendarDay): readonly [last: CalendarDay, next: CalendarDay] {
  const next = onOrAfter(ruleOn('V16', asOf).terms.ends, asOf);
  return [addMonths(next, -12), next];
}

/** seasonAfter is the last day that the papers bear which follow those of a season. */
export function seasonAfter(endsOn: CalendarDay): CalendarDay {
  return addMonths(endsOn, 12);
}

/**
 * swapLines are the papers that end with a season and follow each other from year to year. What was given away without a successor
 * is no longer kept here and has no line; what was forgotten in an earlier year has one in the season that has passed.
 */
export function swapLines(
  { endsOn, asOf }: { readonly endsOn: CalendarDay; readonly asOf: CalendarDay },
  papers: readonly PaperInHouse[],
  envelopes: readonly EnvelopeInHouse[],
  settings: ExpirySettings,
): readonly SwapLine[] {
  const ofResident = Map.groupBy(papers, ({ residentId }) => residentId);
  const sealed = Map.groupBy(envelopes, ({ residentId }) => residentId);
  const begins = addMonths(endsOn, -12);
  return papers.flatMap((paper) => {
    const { id: old, residentId, at, item } = paper;
    const year = yearOf(paper, settings);
    if (year === null || year.endsOn > endsOn) return [];
    if (year.endsOn <= begins && (at === 'ended' || asOf <= endsOn)) return [];
    const { kind } = item;
    const next = ofResident
      .get(residentId)
      ?.find((other) => other.item.kind === kind && other.at !== 'ended' && lastDay(other, settings) > endsOn);
    if (at === 'ended' && next === undefined) return [];
    const envelope = sealed.get(residentId)?.find(({ expected }) => expected.includes(kind));
    const state = at === 'ended' ? 'done' : next ? 'both' : envelope ? 'sealed' : 'awaited';
    return [{ old, residentId, kind, way: year.way, state, next: next?.id ?? null, envelope: envelope?.id ?? null }];
  });
}

/** The end of the paper's own year, and how the next one comes; null for what does not end with the season of all. */
function yearOf({ item, resident }: PaperInHouse, settings: ExpirySettings) {
  // A date that nobody has read is that of the year in which the paper came.
  const asOf = item.printedExpiresOn ?? item.receivedOn;
  const found = deadlinesOf(item, resident, settings, asOf).find(
    ({ kind }) => kind === 'yearly-arrival' || kind === 'must-apply',
  );
  if (!found?.date?.endsWith(ruleOn('V16', asOf).terms.ends)) return null;
  const way: SwapWay = found.value === 'automatic' ? 'arrives' : found.value === 'unknown' ? 'ask' : 'apply';
  return { endsOn: found.date, way };
}

function lastDay(paper: PaperInHouse, settings: ExpirySettings): CalendarDay {
  return paper.item.printedExpiresOn ?? yearOf(paper, settings)?.endsOn ?? '';
}
