import type { AnswerOf, listAgreements } from '@azukari/contract';
import { type CalendarDay, covers, type ItemKind } from '@azukari/domain';

type Agreement = AnswerOf<typeof listAgreements>['agreements'][number];

/** isLive says whether an agreement stands on a day, or will. */
export function isLive({ to, endedOn }: Pick<Agreement, 'to' | 'endedOn'>, today: CalendarDay): boolean {
  return (endedOn === null || endedOn >= today) && (to === null || to >= today);
}

/** coveringAgreement finds the agreement under which a kind may be kept today. */
export function coveringAgreement(agreements: readonly Agreement[], kind: ItemKind, today: CalendarDay): string | null {
  return (
    agreements.find((one) => (one.endedOn === null || today <= one.endedOn) && covers(one, kind, today))?.id ?? null
  );
}
