import type { AnswerOf, readWorkLists } from '@azukari/contract';
import type { DeadlineList } from '@azukari/domain';

/** WorkLists is what there is to do about dates, as the API tells it. */
export type WorkLists = AnswerOf<typeof readWorkLists>;
/** MovingIn, Application and Birthday are lines of the lists of persons. */
export type MovingIn = NonNullable<WorkLists['movingIn']>[number];
export type Application = NonNullable<WorkLists['applications']>[number];
export type Birthday = NonNullable<WorkLists['birthdays']>[number];

/** WorkListName names a list: of items, or of persons. */
export type WorkListName =
  DeadlineList | 'left-behind' | 'agreements' | 'long-stays' | 'moving-in' | 'applications' | 'birthdays';

/** WORK_LISTS in the order of the page: what has a near day or costs money first, what only wants a look last. */
export const WORK_LISTS: readonly WorkListName[] = [
  'left-behind',
  'moving-in',
  'agreements',
  'long-stays',
  'applications',
  'must-apply',
  'arrival-check',
  'in-grace',
  'renewals',
  'legacy-cards',
  'birthdays',
  'unknown-dates',
];

/** countsOf are the lists that this person sees, with how much is on them. */
export function countsOf({
  lists,
  movingIn,
  applications,
  birthdays,
  longStays,
  agreements,
  leftBehind,
}: WorkLists): readonly { readonly name: WorkListName; readonly count: number }[] {
  const persons: Readonly<Partial<Record<WorkListName, readonly unknown[] | null>>> = {
    'left-behind': leftBehind,
    'moving-in': movingIn,
    agreements,
    'long-stays': longStays,
    applications,
    birthdays,
  };
  return WORK_LISTS.flatMap((name) => {
    const lines =
      name in persons ? (persons[name] ?? null) : (lists.find((list) => list.name === name)?.deadlines ?? []);
    return lines === null ? [] : [{ name, count: lines.length }];
  });
}
