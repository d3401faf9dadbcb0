import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { Dated, Finding } from './finding.ts';
import { ruleOn } from './rule-book.ts';

/** expressReissue is V14: to when a card can be made anew within about a week after its loss was reported; the person must appear. */
export function expressReissue(reportedOn: CalendarDay): Finding {
  const { terms, source } = ruleOn('V14', reportedOn);
  if (terms.days === null) return { rule: 'V14', source, date: null, value: 'not-applicable', reasonCode: 'not-yet' };
  return { rule: 'V14', source, date: addDays(reportedOn, terms.days), reasonCode: 'days-after-report' };
}

/** careCertificationRenewal is V15: from when to when the renewal of 要介護認定 is applied for. */
export function careCertificationRenewal(endsOn: CalendarDay): Dated {
  const { terms, source } = ruleOn('V15', endsOn);
  return { rule: 'V15', source, date: addDays(endsOn, -terms.days), until: endsOn, reasonCode: 'before-expiry' };
}

/** MovingIn is V22: the two days by which somebody who moved in tells the city, and keeps the card. */
export interface MovingIn {
  readonly notice: Dated;
  readonly card: Dated;
}

/**
 * movingIn is V22. The 90 days for the card run from the notice; until one is given they are counted from the move, so
 * that nobody is told too late.
 */
export function movingIn(movedOn: CalendarDay, noticeGivenOn: CalendarDay | null = null): MovingIn {
  const { terms, source } = ruleOn('V22', movedOn);
  const rule = 'V22';
  const cardBy = addDays(noticeGivenOn ?? movedOn, terms.continueDays);
  return {
    notice: { rule, source, date: addDays(movedOn, terms.noticeDays), reasonCode: 'days-after-moving' },
    card: { rule, source, date: cardBy, reasonCode: 'days-after-notice' },
  };
}
