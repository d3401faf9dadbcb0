import { type CalendarDay, EXISTS_SINCE, type ItemKind } from '@azukari/domain';

/** Dates are what can be misread on an item. */
export type Dates = Readonly<Record<'printedExpiresOn' | 'certificateExpiresOn', CalendarDay | null>>;

/** Doubt is a day that can hardly be: before there were any of the kind, or before the item came into the house. */
export interface Doubt {
  readonly flaw: 'beforeItExisted' | 'beforeTakenIn';
  readonly day: CalendarDay;
  readonly than: CalendarDay;
}

/** About is what a day is held against; `was` are the days that somebody entered before. */
export interface About {
  readonly kind: ItemKind;
  readonly receivedOn: CalendarDay;
  readonly was: Dates | null;
}

/** doubtsOf are the days of which one asks back before they are recorded; nobody is asked twice about the same. */
export function doubtsOf(dates: Dates, { kind, receivedOn, was }: About): readonly Doubt[] {
  const since = EXISTS_SINCE[kind];
  return (['printedExpiresOn', 'certificateExpiresOn'] as const).flatMap((name): readonly Doubt[] => {
    const day = dates[name];
    if (day === null || day === was?.[name]) return [];
    if (since !== undefined && day < since) return [{ flaw: 'beforeItExisted', day, than: since }];
    return day < receivedOn ? [{ flaw: 'beforeTakenIn', day, than: receivedOn }] : [];
  });
}
