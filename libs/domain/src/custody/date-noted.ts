import { draft } from './draft.ts';
import type { Description, Draft, ItemSituation } from './situation.ts';

/** isUndated says whether an item counts as one without a printed date; a date that was read settles it. */
export function isUndated(
  { printedExpiresOn }: Pick<Description, 'printedExpiresOn'>,
  noDatePrinted: boolean | undefined,
): boolean {
  return printedExpiresOn === null && noDatePrinted === true;
}

/** dateNoted is the entry that somebody looked and no date is printed, or that this is not known after all. */
export function dateNoted(item: Pick<ItemSituation, 'id' | 'residentId'>, undated: boolean): Draft {
  return draft('item.date-noted', item, { facts: { printed: undated ? 'no-date' : 'not-known' } });
}
