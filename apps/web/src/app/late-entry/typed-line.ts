import type { DraftOf, enterSheet } from '@azukari/contract';
import { addDays, type CalendarDay, type Instant, type ItemKind, type Purpose, tokyoTime } from '@azukari/domain';

import type { Holder } from '../ui/holder-picker';

/** TypedLine is one line of a paper sheet as it was typed; times are `HH:MM`, empty where the paper has none. */
export interface TypedLine {
  readonly line: number;
  readonly residentId: string;
  readonly items: readonly { readonly id: string; readonly kind: ItemKind; readonly label: string | null }[];
  readonly outClock: string;
  readonly backClock: string;
  readonly dueClock: string;
  readonly purpose: Purpose;
  readonly destination: string;
  readonly holder: Holder;
}

/** Span is when a line says that things went out and came back. */
export interface Span {
  readonly outAt: Instant | null;
  readonly backAt: Instant | null;
  readonly dueBackAt: Instant | null;
}

/** Night is the day of a sheet, the first time that stands on it, and the moment of now. */
export interface Night {
  readonly day: CalendarDay;
  readonly begins: string;
  readonly now: Instant;
}

/** clockOf reads a time as it is typed in a hurry: 2210, 22:10, ２２１０, 930, 9; empty text stays empty, null is no time. */
export function clockOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s時]/g, '')
    .replace(/分$/, '');
  if (text === '') return '';
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/**
 * spanOf puts the times of a line on the calendar. A sheet begins on its day and goes on over midnight: what is earlier than its first
 * line is of the next morning, unless that is still to come; who comes back earlier than she went came back the day after.
 */
export function spanOf({ outClock, backClock, dueClock }: TypedLine, night: Night): Span {
  if (outClock === '')
    return { outAt: null, backAt: backClock === '' ? null : onSheet(backClock, night), dueBackAt: null };
  const outAt = onSheet(outClock, night);
  const after = (clock: string): Instant | null => {
    if (clock === '') return null;
    const day = dayOf(outAt, outClock, night.day);
    return tokyoTime(clock < outClock ? addDays(day, 1) : day, clock);
  };
  return { outAt, backAt: after(backClock), dueBackAt: backClock === '' ? after(dueClock) : null };
}

function onSheet(clock: string, { day, begins, now }: Night): Instant {
  const here = tokyoTime(day, clock);
  if (clock >= begins) return here;
  const next = tokyoTime(addDays(day, 1), clock);
  return next > now ? here : next;
}

function dayOf(outAt: Instant, clock: string, day: CalendarDay): CalendarDay {
  return outAt === tokyoTime(day, clock) ? day : addDays(day, 1);
}

/** beginsOf is the first time that stands on a sheet. */
export function beginsOf(lines: readonly TypedLine[]): string {
  const [first] = lines;
  return first === undefined ? '00:00' : first.outClock === '' ? first.backClock : first.outClock;
}

/** orderOf is what is sent of a line. */
export function orderOf(line: TypedLine, night: Night): DraftOf<typeof enterSheet>['lines'][number] {
  const span = spanOf(line, night);
  return {
    line: line.line,
    itemIds: line.items.map(({ id }) => id),
    purpose: line.purpose,
    destination: line.destination,
    holder: span.outAt === null ? null : line.holder,
    ...span,
  };
}
