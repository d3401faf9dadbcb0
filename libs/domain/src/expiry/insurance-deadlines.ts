import type { CalendarDay } from '../instant.ts';
import { dayAfter } from './calendar.ts';
import { arrivesByItself, certificateLastDay } from './certificate.ts';
import { deadline, reminderStart } from './deadline.ts';
import type { Case, Deadline, DeadlineKind } from './deadline.ts';
import { insurerOn } from './facts.ts';
import type { RuleFacts } from './facts.ts';
import type { ReasonCode } from './finding.ts';
import { legacyLastDay } from './legacy.ts';
import { arrivesFrom, askFamilyFrom, yearEndOf, yearly } from './yearly.ts';

/** certificateDeadlines are those of a 資格確認書: its end, and whether the next one arrives or must be applied for. */
export function certificateDeadlines(one: Case): readonly Deadline[] {
  const [last] = certificateLastDay({ ...factsOf(one), receivedOn: one.item.receivedOn }, one.insurer);
  if (last.date === null) return [deadline('expiry', last, one.asOf), ...nextYear(one, null)];
  if (last.reasonCode === 'printed' && endsWithItsYear(one, last.date)) return nextYear(one, last.date);
  return [deadline(BY_REASON[last.reasonCode] ?? 'expiry', last, reminderStart(one, last.date))];
}

/** legacyDeadlines are those of a 健康保険証: from its last day on it is given back or disposed of. */
export function legacyDeadlines(one: Case): readonly Deadline[] {
  const last = legacyLastDay(factsOf(one));
  return [deadline('give-back', { ...last, reasonCode: 'must-be-given-back' }, dayAfter(last.date))];
}

const BY_REASON: Readonly<Partial<Record<ReasonCode, DeadlineKind>>> = {
  'seventieth-birthday': 'seventieth-birthday',
  'seventy-fifth-birthday': 'seventy-fifth-birthday',
};

function factsOf(one: Case): RuleFacts {
  const { asOf, item, resident } = one;
  const { kind, printedExpiresOn, insurerType } = item;
  return { asOf, kind, birthDate: resident.birthDate, printedExpiresOn, insurerType };
}

function yearOf({ asOf, item, resident: { birthDate } }: Case) {
  return { asOf, kind: item.kind, insurerType: insurerOn({ insurerType: item.insurerType, birthDate }, asOf) };
}

function endsWithItsYear(one: Case, day: CalendarDay): boolean {
  const ends = yearEndOf(yearOf(one), one.insurer);
  return ends !== null && day.endsWith(ends);
}

/** The certificate of 後期高齢 for the next year follows V12 as it stands on its first day. */
function nextYear(one: Case, printedExpiresOn: CalendarDay | null): readonly Deadline[] {
  const facts = yearOf(one);
  const found = yearly({ ...facts, printedExpiresOn }, one.insurer);
  if (found === null || found.date === null) return [];
  const { date } = found;
  if (facts.insurerType !== 'late-elderly') return [deadline('yearly-arrival', found, arrivesFrom(date))];
  const { birthDate, registered } = one.resident;
  const automatic = arrivesByItself(
    { asOf: dayAfter(date), birthDate, insurerType: facts.insurerType, holdsMynaInsurance: registered.answer },
    one.insurer,
  );
  const finding = { ...automatic, date, until: undefined };
  return automatic.value === 'automatic'
    ? [deadline('yearly-arrival', finding, arrivesFrom(date))]
    : [deadline('must-apply', finding, askFamilyFrom(date))];
}
