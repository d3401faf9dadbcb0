// What papers, and the page of a family, say in the words of the notices.
export { WORDINGS, answersTo, handingOf, houseOf, speechOf, worded, type Worded } from './words/compose.ts';
export { letterOf, type Coupon, type Letter, type LetterBlock } from './words/letter.ts';
export { mailOf, type Envelope, type Mail } from './words/mail.ts';
export { CannotBeWorded, LANGUAGES, missingWords, onOneLine } from './words/notice-words.ts';
export type { Correspondence, Language, NoticeLine, NoticeWords } from './words/notice-words.ts';
export { guideOf, isMoveEvent, reportOf, type Report } from './words/papers.ts';
export type { PageProblem } from './words/page-words.ts';
export { escaped, html, joined, plain, type Rich } from './words/rich.ts';
