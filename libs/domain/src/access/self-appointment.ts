import { addDays } from '../instant.ts';
import type { CalendarDay } from '../instant.ts';
import type { Refusal } from '../refusal.ts';

/**
 * refuseSelfAppointment says no to who appoints himself while somebody else could. The only manager may, so that the house does not
 * stand still; somebody else confirms it afterwards.
 */
export function refuseSelfAppointment(appointed: string, by: string, otherManagers: number): Refusal | null {
  return appointed === by && otherManagers > 0 ? { kind: 'self-appointment' } : null;
}

/** refuseSelfConfirmation says no to who would confirm his own appointment. */
export function refuseSelfConfirmation(appointed: string, by: string): Refusal | null {
  return appointed === by ? { kind: 'self-appointment' } : null;
}

/** confirmBy is the next working day, Monday to Friday: until then somebody else confirms a self-appointment. Holidays are not known here. */
export function confirmBy(madeOn: CalendarDay): CalendarDay {
  const weekday = new Date(`${madeOn}T00:00:00Z`).getUTCDay();
  return addDays(madeOn, weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}
