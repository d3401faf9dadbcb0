import type { AnswerOf, listAgreements } from '@azukari/contract';
import { addDays, type CalendarDay, covers, type ItemKind } from '@azukari/domain';

type Agreement = AnswerOf<typeof listAgreements>['agreements'][number];

const SOON_DAYS = 30;

/** isLive says whether an agreement stands on a day, or will. */
export function isLive({ to, endedOn }: Pick<Agreement, 'to' | 'endedOn'>, today: CalendarDay): boolean {
  return (endedOn === null || endedOn >= today) && (to === null || to >= today);
}

/** reviewDue is when an agreement is looked at again, a year after the last time, and whether that is near or past. */
export function reviewDue({ reviewedOn, signedOn }: Pick<Agreement, 'reviewedOn' | 'signedOn'>, today: CalendarDay) {
  const last = reviewedOn ?? signedOn;
  const year = String(Number(last.slice(0, 4)) + 1);
  const on = last.endsWith('-02-29') ? `${year}-02-28` : `${year}${last.slice(4)}`;
  return { on, state: on < today ? 'past' : on <= addDays(today, SOON_DAYS) ? 'soon' : 'far' } as const;
}

/** coveringAgreement finds the agreement under which a kind may be kept today. */
export function coveringAgreement(agreements: readonly Agreement[], kind: ItemKind, today: CalendarDay): string | null {
  return (
    agreements.find((one) => (one.endedOn === null || today <= one.endedOn) && covers(one, kind, today))?.id ?? null
  );
}
