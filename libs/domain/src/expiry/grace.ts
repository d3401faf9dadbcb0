import type { CalendarDay } from '../instant.ts';
import { addMonths, dayAfter, earlier, monthEnd } from './calendar.ts';
import { certificateHint } from './card.ts';
import type { Answer } from './facts.ts';
import type { Dated, Finding, ReasonCode, Value } from './finding.ts';
import { ruleOn } from './rule-book.ts';

/** graceStrict is V4: three months to the day after the certificate's end. Staff rely on this one. */
export function graceStrict(certificateExpiresOn: CalendarDay): Dated {
  const { terms, source } = ruleOn('V4', certificateExpiresOn);
  const date = addMonths(certificateExpiresOn, terms.months);
  return { rule: 'V4', source, date, reasonCode: 'after-certificate' };
}

/** graceAdministrative is V5: the end of the third month after the certificate's end, as insurers count. */
export function graceAdministrative(certificateExpiresOn: CalendarDay): Dated {
  const { terms, source } = ruleOn('V5', certificateExpiresOn);
  const date = monthEnd(certificateExpiresOn, terms.months);
  return { rule: 'V5', source, date, reasonCode: 'after-certificate' };
}

/** MynaFacts are what decides whether a マイナンバーカード proves insurance on a day; null is not known. */
export interface MynaFacts {
  readonly asOf: CalendarDay;
  readonly cardExpiresOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly registered: Answer;
  readonly stopped: Answer;
}

/**
 * mynaUsable is V6: what a マイナ保険証 can do on a day, and until when it stays so. Nobody can see from outside whether
 * a card was stopped, so only a known stop counts.
 */
export function mynaUsable(facts: MynaFacts): Finding {
  const { asOf, cardExpiresOn, certificateExpiresOn, registered, stopped } = facts;
  if (registered === 'no') return answer(facts, 'no', 'not-registered');
  if (stopped === 'yes') return answer(facts, 'no', 'stopped');
  if (cardExpiresOn !== null && cardExpiresOn < asOf)
    return answer(facts, 'no', 'card-expired', { date: dayAfter(cardExpiresOn) });
  if (certificateExpiresOn === null) return unknownCertificate(facts);
  if (graceAdministrative(certificateExpiresOn).date < asOf)
    return answer(facts, 'no', 'grace-over', { date: dayAfter(graceAdministrative(certificateExpiresOn).date) });
  if (registered === 'unknown') return answer(facts, 'unknown', 'registration-unknown');
  return stage(facts, certificateExpiresOn);
}

function stage(facts: MynaFacts, certificateExpiresOn: CalendarDay): Finding {
  const { asOf, cardExpiresOn } = facts;
  const strict = graceStrict(certificateExpiresOn).date;
  const administrative = graceAdministrative(certificateExpiresOn).date;
  const until = (day: CalendarDay): CalendarDay => earlier(day, cardExpiresOn);
  if (asOf <= certificateExpiresOn)
    return answer(facts, 'full', 'within-certificate', { until: until(certificateExpiresOn) });
  if (asOf <= strict)
    return answer(facts, 'qualification-only', 'within-grace-strict', {
      date: dayAfter(certificateExpiresOn),
      until: until(strict),
    });
  return answer(facts, 'ask-clinic', 'within-grace-administrative', {
    date: dayAfter(strict),
    until: until(administrative),
  });
}

function unknownCertificate({ asOf, cardExpiresOn }: MynaFacts): Finding {
  const { source } = ruleOn('V6', asOf);
  const about = certificateHint(cardExpiresOn);
  return { rule: 'V6', source, date: null, value: 'unknown', reasonCode: 'certificate-date-unknown', about };
}

function answer(
  { asOf }: MynaFacts,
  value: Value,
  reasonCode: ReasonCode,
  { date = null, until }: { readonly date?: CalendarDay | null; readonly until?: CalendarDay } = {},
): Finding {
  return { rule: 'V6', source: ruleOn('V6', asOf).source, date, until, value, reasonCode };
}
