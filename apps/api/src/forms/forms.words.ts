// What others say in the same words as the papers.
export { dayOf, englishDay, englishMoment, eraDay, japaneseDay, japaneseMoment, timeOf } from './paper/dates.ts';
export {
  CAPACITY_WORDS,
  CONDITION_WORDS,
  EVENT_WORDS,
  FIELD_WORDS,
  HAND_OVER_WORDS,
  HOLD_WORDS,
  KIND_WORDS,
  PURPOSE_WORDS,
  REASON_WORDS,
} from './paper/words.ts';
