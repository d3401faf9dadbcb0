import type { CalendarDay } from '../instant.ts';

/**
 * INSPECTION_PARTS are what a 運営指導 asks to see, in the order of the pack: the rules of the house, who was appointed, the
 * agreements, the movements, counts, monthly reconciliations, incidents, notices, what was put right, what is still open.
 */
export const INSPECTION_PARTS = [
  'rule',
  'appointments',
  'agreements',
  'movements',
  'counts',
  'reconciliations',
  'incidents',
  'notices',
  'corrections',
  'open',
] as const;
export type InspectionPart = (typeof INSPECTION_PARTS)[number];

/** INSPECTION_SETTINGS are what a facility chooses for its pack: its own names of the forms, and where the head office is told. */
export const INSPECTION_SETTINGS = ['form-names', 'head-office'] as const;

/** InspectionPeriod is the days of a pack, both included, in Japan. */
export interface InspectionPeriod {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** FRESH_SIGN_IN_MINUTES: who takes so much out of the house has just shown again who she is. */
export const FRESH_SIGN_IN_MINUTES = 5;

/** isFreshSignIn says whether a sign-in of so many milliseconds ago is young enough. */
export function isFreshSignIn(ageMs: number): boolean {
  return ageMs >= 0 && ageMs <= FRESH_SIGN_IN_MINUTES * 60_000;
}
