import { dayInTokyo, LEVELS } from '@azukari/domain';
import type { CalendarDay, EntryType, Level, Role, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';
import { toldEntries } from '../ledger/told-entries.ts';
import type { Told } from '../ledger/told-entries.ts';

/** BookLine is one line of the 任命簿 as the record tells it; a name that was erased is null. */
export interface BookLine {
  readonly appointment: Uuid;
  readonly name: string | null;
  readonly role: Role | null;
  readonly level: Level;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  /** Who appointed her; null for the first of a house, whom nobody could appoint. */
  readonly appointedBy: string | null;
  readonly recordedOn: CalendarDay;
  /** The day on which its end was written down, where it is not the one it was made with. */
  readonly endRecordedOn: CalendarDay | null;
  /** The newest day on which she had been taught by then. */
  readonly trainedOn: CalendarDay | null;
}

const TYPES = [
  'staff.added',
  'staff.changed',
  'staff.trained',
  'staff.training-withdrawn',
  'appointment.made',
  'appointment.ended',
] as const satisfies readonly EntryType[];
type Entry = Told<(typeof TYPES)[number]>;

/**
 * bookOn is who could handle cards on a day, by level: made from the record alone, so that it holds for any day that has passed,
 * whatever the tables say now. What was written down after the day says when it was.
 */
export async function bookOn(sql: Statements, facilityId: Uuid, day: CalendarDay): Promise<readonly BookLine[]> {
  const entries = await toldEntries(sql, facilityId, TYPES);
  const lines = entries
    .flatMap((entry) => (entry.type === 'appointment.made' ? [lineOf(entry, entries, day)] : []))
    .filter(({ from, to }) => from <= day && (to === null || day <= to));
  const order = ({ level, from, name }: BookLine): string => `${String(LEVELS.indexOf(level))} ${from} ${name ?? ''}`;
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function lineOf(
  made: Extract<Entry, { readonly type: 'appointment.made' }>,
  entries: readonly Entry[],
  day: CalendarDay,
): BookLine {
  const { appointment, staff, level, from, to } = made.facts;
  const ended = entries.findLast(
    (entry) => entry.type === 'appointment.ended' && entry.facts.appointment === appointment,
  );
  const known = entries.filter(
    (entry): entry is Extract<Entry, { readonly type: 'staff.added' | 'staff.changed' }> =>
      (entry.type === 'staff.added' || entry.type === 'staff.changed') && entry.facts.staff === staff,
  );
  const by = known.filter(({ recordedAt }) => dayInTokyo(recordedAt) <= day);
  const named = (by.length > 0 ? by : known.slice(0, 1)).findLast(({ words }) => words.name !== undefined);
  return {
    appointment,
    name: named?.words.name ?? made.words.name ?? null,
    role: (by.at(-1) ?? known[0])?.facts.role ?? null,
    level,
    from,
    to: ended?.type === 'appointment.ended' ? ended.facts.on : to,
    appointedBy: made.actor === 'system' ? null : (made.words.actorName ?? null),
    recordedOn: dayInTokyo(made.recordedAt),
    endRecordedOn: ended ? dayInTokyo(ended.recordedAt) : null,
    trainedOn: trainedBy(entries, staff, day),
  };
}

/** trainedBy is the newest day, up to a day, on which the record says that somebody was taught. */
export function trainedBy(
  entries: readonly Told<EntryType>[],
  staff: Uuid,
  day: CalendarDay | null,
): CalendarDay | null {
  const days = new Set<CalendarDay>();
  for (const { type, facts } of entries) {
    if (type === 'staff.trained' && facts.staff === staff) days.add(facts.on);
    if (type === 'staff.training-withdrawn' && facts.staff === staff) days.delete(facts.on);
  }
  return (
    [...days]
      .filter((on) => day === null || on <= day)
      .sort()
      .at(-1) ?? null
  );
}
