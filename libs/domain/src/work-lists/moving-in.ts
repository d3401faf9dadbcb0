import { movingIn } from '../expiry/errands.ts';
import type { Dated } from '../expiry/finding.ts';
import type { CalendarDay } from '../instant.ts';

/** ADDRESS_ANSWERS: whether the 住民票 comes along. */
export const ADDRESS_ANSWERS = ['moves', 'stays', 'unknown'] as const;
export type AddressAnswer = (typeof ADDRESS_ANSWERS)[number];

/** MovingInNoted is what has been heard and done about the address of somebody who moved in. */
export interface MovingInNoted {
  readonly address: AddressAnswer;
  /** The day of moving on the 転入届; null: the day of admission. */
  readonly movedOn: CalendarDay | null;
  readonly noticeGivenOn: CalendarDay | null;
  readonly cardContinuedOn: CalendarDay | null;
}

/** NOTHING_NOTED is the state of somebody of whom nobody has asked. */
export const NOTHING_NOTED: MovingInNoted = {
  address: 'unknown',
  movedOn: null,
  noticeGivenOn: null,
  cardContinuedOn: null,
};

/** MovingInTask is what is left to do after a move, with both days and what of it is done. */
export interface MovingInTask {
  readonly noted: MovingInNoted;
  readonly notice: Dated;
  readonly card: Dated;
}

/**
 * movingInTask is V22 for somebody whose マイナンバーカード is in the house since a day. It ends when both are done and when the
 * address stays, never by itself; where nobody said that it moves it does not begin when all its days had passed before the card
 * came: a house that opens its records late is not asked about years ago.
 */
export function movingInTask(
  admittedOn: CalendarDay | null,
  noted: MovingInNoted,
  cardSince: CalendarDay,
): MovingInTask | null {
  const movedOn = noted.movedOn ?? admittedOn;
  if (movedOn === null || noted.address === 'stays') return null;
  if (noted.noticeGivenOn !== null && noted.cardContinuedOn !== null) return null;
  const { notice, card } = movingIn(movedOn, noted.noticeGivenOn);
  if (noted.address === 'unknown' && card.date < cardSince) return null;
  return { noted, notice, card };
}

/** movingInFlaw says what of a note cannot be: done before the move, or done though the address stays. */
export function movingInFlaw({
  address,
  movedOn,
  noticeGivenOn,
  cardContinuedOn,
}: MovingInNoted): 'dates-out-of-order' | null {
  const done = [noticeGivenOn, cardContinuedOn].filter((day) => day !== null);
  if (address !== 'moves') return done.length === 0 && movedOn === null ? null : 'dates-out-of-order';
  return movedOn !== null && done.some((day) => day < movedOn) ? 'dates-out-of-order' : null;
}
