import { asksForDay, isCalendarDay, planProblem } from '@azukari/domain';
import type { CalendarDay, FamilyAnswer } from '@azukari/domain';
import type { PageProblem } from '../notices.words.ts';
import type { Said } from './family-page.ts';

/** Entered is what came with the form, as text. */
export interface Entered {
  readonly answer: string;
  readonly plannedOn: string;
  readonly nonce: string;
}

const FIELDS: readonly string[] = ['answer', 'plannedOn', 'nonce'];
const LONGEST = 100;

/** readForm takes a form apart; null when no page of ours has sent it. */
export function readForm(body: URLSearchParams): Entered | null {
  const names = [...body.keys()];
  const strange = names.some((name) => !FIELDS.includes(name)) || new Set(names).size < names.length;
  if (strange || !body.has('nonce') || [...body.values()].some(({ length }) => length > LONGEST)) return null;
  return { answer: body.get('answer') ?? '', plannedOn: body.get('plannedOn') ?? '', nonce: body.get('nonce') ?? '' };
}

/** judgeForm says what was answered, or what has to be asked again. */
export function judgeForm(
  { answer: chosen, plannedOn: written }: Entered,
  answers: readonly FamilyAnswer[],
  today: CalendarDay,
): Said | PageProblem {
  const answer = answers.find((one) => one === chosen);
  if (answer === undefined) return 'choose';
  // The field stands there for every answer, and belongs to one.
  const text = asksForDay(answer) ? written.trim() : '';
  const plannedOn = text === '' ? null : dayOf(text);
  if (plannedOn === undefined) return 'unreadable';
  return planProblem({ answer, plannedOn }, today) ?? { answer, plannedOn };
}

/** A day as browsers send it, and as people write it where a browser has no calendar: 2026/12/1, 2026年12月1日. */
function dayOf(text: string): CalendarDay | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  const [, year = '', month = '', date = ''] = parts ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDay(day) ? day : undefined;
}
