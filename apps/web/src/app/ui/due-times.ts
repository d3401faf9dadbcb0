import { addDays, dayInTokyo, type Instant, instantAt, millisecondsOf, type Purpose, tokyoTime } from '@azukari/domain';

const HALF_HOUR_MS = 30 * 60_000;
const HOUR_MS = 2 * HALF_HOUR_MS;

/** Rule says when something usually comes back: after hours, on a later day at a time, or without a time. */
type Rule = { readonly hours: number } | { readonly days: number; readonly clock: string } | null;

const USUAL: Readonly<Record<Purpose, Rule>> = {
  outpatient: { hours: 3 },
  pharmacy: { hours: 1 },
  'home-visit': { hours: 1 },
  'hospital-stay': null,
  'overnight-leave': { days: 1, clock: '17:00' },
  renewal: { hours: 4 },
  'municipal-office': { hours: 4 },
  'in-house': { hours: 0.5 },
  'to-resident': { hours: 2 },
  // Only the family knows: what was never said is not proposed.
  'to-family': null,
  emergency: null,
  other: { hours: 3 },
};

/** afterHours is the next half hour once so many hours have passed. */
export function afterHours(now: Instant, hours: number): Instant {
  return instantAt(Math.ceil((millisecondsOf(now) + hours * HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS);
}

/** usualDue is the due time that is proposed for a purpose; null where no time is asked. */
export function usualDue(purpose: Purpose, now: Instant): Instant | null {
  const rule = USUAL[purpose];
  if (rule === null) return null;
  return 'hours' in rule ? afterHours(now, rule.hours) : tokyoTime(addDays(dayInTokyo(now), rule.days), rule.clock);
}

/** dueChoices are a few times to press, the usual one among them, soonest first. */
export function dueChoices(purpose: Purpose, now: Instant): readonly Instant[] {
  const usual = usualDue(purpose, now);
  const tomorrow = tokyoTime(addDays(dayInTokyo(now), 1), '17:00');
  const times = [
    afterHours(now, 1),
    afterHours(now, 2),
    afterHours(now, 4),
    tomorrow,
    ...(usual === null ? [] : [usual]),
  ];
  return [...new Set(times)].sort();
}
