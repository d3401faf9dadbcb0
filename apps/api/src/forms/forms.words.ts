// What notices to families say in the same words as the papers.
export { englishDay, englishMoment, eraDay, japaneseDay, japaneseMoment, timeOf } from './paper/dates.ts';
export { EVENT_WORDS, KIND_WORDS, PURPOSE_WORDS } from './paper/words.ts';
