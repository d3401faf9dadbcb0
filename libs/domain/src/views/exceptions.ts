import type { Role } from '../access/may.ts';
import { addDays, dayInTokyo, instantAt, millisecondsOf, tokyoTime } from '../instant.ts';
import type { CalendarDay, Instant, Uuid } from '../instant.ts';

/**
 * VIEW_EXCEPTIONS are the views at which a named person looks every quarter: by night although she moved and counted nothing that
 * night, many residents within an hour, somebody who had left or died, by who was not appointed, by an auditor. Each may be in order.
 */
export const VIEW_EXCEPTIONS = ['at-night', 'many', 'after-leaving', 'not-appointed', 'auditor'] as const;
export type ViewException = (typeof VIEW_EXCEPTIONS)[number];

/** VIEW_SCREENS are where somebody looks at a resident. */
export const VIEW_SCREENS = ['profile', 'agreement', 'contacts', 'form', 'export'] as const;
export type ViewScreen = (typeof VIEW_SCREENS)[number];

/** VIEW_OUTCOMES: what a person who reviews exceptions finds. */
export const VIEW_OUTCOMES = ['in-order', 'to-follow-up'] as const;
export type ViewOutcome = (typeof VIEW_OUTCOMES)[number];

/** View is that somebody looked at a resident. */
export interface View {
  readonly at: Instant;
  readonly staffId: Uuid;
  readonly residentId: Uuid;
  readonly screen: ViewScreen;
}

/** ViewFacts are what the record knows of those who looked and whom they looked at. */
export interface ViewFacts {
  readonly leftOn: (residentId: Uuid) => CalendarDay | null;
  readonly isAppointed: (staffId: Uuid, on: CalendarDay) => boolean;
  readonly roleAt: (staffId: Uuid, at: Instant) => Role;
  /** Whether she moved or counted anything in between. */
  readonly hasWorked: (staffId: Uuid, from: Instant, to: Instant) => boolean;
}

/** ViewCase is the views of one person on one day, or in one night, that are an exception for the same reason. */
export interface ViewCase {
  readonly exception: ViewException;
  readonly staffId: Uuid;
  /** A night is named by its evening. */
  readonly on: CalendarDay;
  readonly from: Instant;
  readonly to: Instant;
  readonly views: number;
  readonly screens: readonly ViewScreen[];
  readonly residentIds: readonly Uuid[];
}

/** NIGHT is when looking is unusual, and the shift around it in which who works leaves a movement. */
export const NIGHT = { begins: '22:00', ends: '05:00', shiftBegins: '17:00', shiftEnds: '10:00' } as const;
/** MANY residents within an hour are more than a round of the floor. */
export const MANY = 20;

const HOUR_MS = 3_600_000;
const NOON_MS = 12 * HOUR_MS;

/** exceptionsIn finds the cases among views in the order of time, the kinds in their order and the newest first. */
export function exceptionsIn(views: readonly View[], facts: ViewFacts): readonly ViewCase[] {
  const many = withinAnHour(views);
  const isAuditor = ({ staffId, at }: View): boolean => facts.roleAt(staffId, at) === 'auditor';
  const is: Readonly<Record<ViewException, (view: View) => boolean>> = {
    'at-night': (view) => isIdleNight(view, facts),
    many: (view) => many.has(view),
    'after-leaving': ({ residentId, at }) => dayInTokyo(at) > (facts.leftOn(residentId) ?? '9999'),
    'not-appointed': (view) => !isAuditor(view) && !facts.isAppointed(view.staffId, dayInTokyo(view.at)),
    auditor: isAuditor,
  };
  return VIEW_EXCEPTIONS.flatMap((exception) =>
    [...Map.groupBy(views.filter(is[exception]), (view) => `${dayOf(exception, view.at)} ${view.staffId}`).values()]
      .map((own) => caseOf(exception, own))
      .sort((one, other) => other.from.localeCompare(one.from)),
  );
}

function caseOf(exception: ViewException, own: readonly View[]): ViewCase {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) throw new Error('a case without a view');
  const residentIds = [...new Set(own.map(({ residentId }) => residentId))];
  const screens = VIEW_SCREENS.filter((screen) => own.some((view) => view.screen === screen));
  const { staffId, at: from } = first;
  const on = dayOf(exception, from);
  return { exception, staffId, on, from, to: last.at, views: own.length, screens, residentIds };
}

function dayOf(exception: ViewException, at: Instant): CalendarDay {
  return exception === 'at-night' ? eveningOf(at) : dayInTokyo(at);
}

/** The day on whose evening the night of a moment began. */
function eveningOf(at: Instant): CalendarDay {
  return dayInTokyo(instantAt(millisecondsOf(at) - NOON_MS));
}

function isIdleNight({ staffId, at }: View, { hasWorked }: ViewFacts): boolean {
  const evening = eveningOf(at);
  const morning = addDays(evening, 1);
  if (at < tokyoTime(evening, NIGHT.begins) || at >= tokyoTime(morning, NIGHT.ends)) return false;
  return !hasWorked(staffId, tokyoTime(evening, NIGHT.shiftBegins), tokyoTime(morning, NIGHT.shiftEnds));
}

/** The views of all hours in which one person looked at more than MANY residents. */
function withinAnHour(views: readonly View[]): ReadonlySet<View> {
  const found = new Set<View>();
  for (const own of Map.groupBy(views, ({ staffId }) => staffId).values()) {
    const seen = new Map<Uuid, number>();
    let first = 0;
    for (const [last, view] of own.entries()) {
      seen.set(view.residentId, (seen.get(view.residentId) ?? 0) + 1);
      for (let old = own[first]; old && spanMs(old, view) > HOUR_MS; old = own[first]) {
        const left = (seen.get(old.residentId) ?? 0) - 1;
        if (left > 0) seen.set(old.residentId, left);
        else seen.delete(old.residentId);
        first += 1;
      }
      if (seen.size > MANY) for (const one of own.slice(first, last + 1)) found.add(one);
    }
  }
  return found;
}

function spanMs(one: View, other: View): number {
  return millisecondsOf(other.at) - millisecondsOf(one.at);
}
