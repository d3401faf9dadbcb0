import type { addInsurer, AnswerOf, listInsurers } from '@azukari/contract';
import { type YearlyKind, YEARLY_KINDS } from '@azukari/domain';

import type { Order } from '../ui/command';

/** Insurer is one 保険者 or issuer, as the API tells it. */
export type Insurer = AnswerOf<typeof listInsurers>['insurers'][number];

/** InsurerOrder is what a person decided about it. */
export type InsurerOrder = Order<typeof addInsurer>;

/** YEAR_ENDS: as the rules say, on another day of the year, or with no year. */
export const YEAR_ENDS = ['book', 'day', 'never'] as const;

/** YearEndDraft is the choice for one kind while it is made; month and date count with `day`. */
export interface YearEndDraft {
  readonly kind: YearlyKind;
  readonly choice: (typeof YEAR_ENDS)[number];
  readonly month: string;
  readonly date: string;
}

/** yearEndDrafts are the choices of an insurer, or those of one that follows the book. */
export function yearEndDrafts(insurer: Insurer | null): readonly YearEndDraft[] {
  return YEARLY_KINDS.map((kind) => {
    const own = insurer?.yearEnds.find((one) => one.kind === kind);
    const [month = '', date = ''] = (own?.ends ?? '').split('-').map((part) => part.replace(/^0/, ''));
    const choice = own === undefined ? 'book' : own.ends === null ? 'never' : 'day';
    return { kind, choice, month, date };
  });
}

/** yearEndsOf are the choices as they are sent: what follows the book is left out, and a part that is missing is no day. */
export function yearEndsOf(drafts: readonly YearEndDraft[]): InsurerOrder['yearEnds'] {
  return drafts.flatMap(({ kind, choice, month, date }) => {
    if (choice === 'book') return [];
    const ends = choice === 'never' ? null : `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return [{ kind, ends }];
  });
}
