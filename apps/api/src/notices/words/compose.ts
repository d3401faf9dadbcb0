import { answersAbout, FAMILY_ANSWERS, careCertificationRenewal, windowOpens, wordingTime } from '@azukari/domain';
import type { CalendarDay, FamilyAnswer, FamilyKind } from '@azukari/domain';
import { easyHouse } from './easy/house.ts';
import { easy } from './easy/speech.ts';
import { en } from './en/speech.ts';
import { ja } from './ja/speech.ts';
import { CannotBeWorded } from './notice-words.ts';
import type { Language, NoticeLine, NoticeWords } from './notice-words.ts';
import { ownAdvice } from './own-words.ts';
import type { Rich } from './rich.ts';
import type { Advice, Speech } from './speech.ts';
import { initialsOf, kinOf } from './whose.ts';

const SPEECHES: Readonly<Record<Language, Speech>> = { ja, 'ja-easy': easy, en };

/** speechOf is how a language speaks. */
export function speechOf(language: Language): Speech {
  return SPEECHES[language];
}

/** WORDINGS are the codes of texts that a house can choose from for a kind of deadline. */
export const WORDINGS = Object.keys(ja.advice) as readonly FamilyKind[];

/** From which day something can be done, for the deadlines whose rule says so. */
const OPENS: Readonly<Partial<Record<FamilyKind, (line: NoticeLine) => CalendarDay | null>>> = {
  'certificate-expiry': ({ date }) => windowOpens(date),
  'card-expiry': ({ date }) => windowOpens(date),
  renewal: ({ kind, date }) =>
    kind === 'disability-handbook-mental' || kind === 'self-support-medical' ? windowOpens(date) : null,
  'care-certification-renewal': ({ date }) => careCertificationRenewal(date).date,
};

/** Worded is one line of a notice in words. */
export interface Worded extends Advice {
  readonly item: Rich;
  readonly day: Rich;
  readonly lead: Rich;
}

/** worded says the lines of a notice; a mail is discreet about what tells of an illness, a letter in its envelope is not. */
export function worded(words: NoticeWords, { discreet }: { readonly discreet: boolean }): readonly Worded[] {
  const speech = speechOf(words.language);
  const unknown = words.lines.flatMap(({ wording }, n) =>
    Object.hasOwn(speech.advice, wording) ? [] : [`lines[${String(n)}].wording`],
  );
  if (unknown.length > 0) throw new CannotBeWorded(unknown);
  return words.lines.map((line) => {
    const item = itemOf(speech, line, discreet);
    const advice = adviceOf(words, line, item);
    const day = speech.day(line.date);
    const whose = speech.whose(kinOf(line.relation), initialsOf(line.residentKana));
    const lead = speech.frame.lead({
      whose,
      item,
      day,
      what: advice.what,
      ended: line.date < words.on,
      at: line.at,
    });
    return { ...advice, item, day, lead };
  });
}

/** What is fixed is said around it: whose, what and until when, and never to tell a PIN. */
function adviceOf(words: NoticeWords, line: NoticeLine, item: Rich): Advice {
  const speech = speechOf(words.language);
  const wording = line.wording as FamilyKind;
  const opening = OPENS[wording]?.(line) ?? null;
  const opens = opening === null ? null : speech.plainDay(opening);
  const time = wordingTime(line.date, words.on);
  const own = words.own.find(
    ({ kind, language, when }) => kind === wording && language === words.language && when === time,
  );
  const ahead = opening !== null && words.on < opening;
  const facts = { kind: line.kind, item, at: line.at, opens: ahead ? opens : null };
  return {
    ...speech.advice[wording](facts),
    ...(time === 'after' && speech.past[wording](facts)),
    ...ownAdvice(own, {
      item,
      opens,
      date: speech.plainDay(line.date),
      house: houseOf(words),
      phone: [{ text: words.house.phone }],
    }),
  };
}

/** houseOf is how the house is called, with the reading where words have readings. */
export function houseOf({ language, house }: Pick<NoticeWords, 'language' | 'house'>): Rich {
  return language === 'ja-easy' ? easyHouse(house) : [{ text: house.name }];
}

/** itemOf is how an item is called. */
export function itemOf(speech: Speech, { kind, label }: Pick<NoticeLine, 'kind' | 'label'>, discreet: boolean): Rich {
  if (kind === 'other' && label !== null && label !== '') return [{ text: label }];
  return (discreet ? speech.discreet[kind] : undefined) ?? speech.kinds[kind];
}

/** handingOf says how who goes gets what is needed. */
export function handingOf({ language, lines }: Pick<NoticeWords, 'language' | 'lines'>): Rich {
  const { handing } = speechOf(language).frame;
  const [first, ...others] = new Set(lines.map(({ at }) => at));
  if (first !== undefined && others.length === 0) return handing[first];
  return first === 'here' || others.includes('here') ? handing.some : handing.away;
}

/** answersTo are the answers that make sense for a notice. */
export function answersTo({ lines }: Pick<NoticeWords, 'lines'>): readonly FamilyAnswer[] {
  return FAMILY_ANSWERS.filter((answer) => lines.some(({ kind }) => answersAbout(answer, kind)));
}
