import { addDays, asksForDay, latestPlan } from '@azukari/domain';
import type { CalendarDay, FamilyAnswer } from '@azukari/domain';
import { escaped, handingOf, houseOf, html, joined, onOneLine, plain, speechOf, worded } from '../notices.words.ts';
import type { NoticeWords, PageProblem } from '../notices.words.ts';
import { sheet } from './sheet.ts';

/** Said is an answer that is written down. */
export interface Said {
  readonly answer: FamilyAnswer;
  readonly plannedOn: CalendarDay | null;
}

/** Asked is the question as it stands on the page, with what was entered when something was wrong with it. */
export interface Asked {
  readonly answers: readonly FamilyAnswer[];
  readonly nonce: string;
  readonly entered: { readonly answer: string; readonly plannedOn: string };
  readonly problem: PageProblem | null;
}

/** Shown is what a page shows: what was said, what is asked, or neither when nothing is left to do. */
export interface Shown {
  readonly words: NoticeWords;
  readonly said: Said | null;
  readonly asked: Asked | null;
}

/** familyPage draws the page of one notice for one reader, who is not named on it. */
export function familyPage({ words: given, said, asked }: Shown): string {
  const words = onOneLine(given);
  const { tag, frame, letter, page } = speechOf(words.language);
  const over = said === null && asked === null;
  return sheet({
    tag,
    title: `${asked?.problem ? `${plain(page.wrong)}: ` : ''}${frame.subject(words.house.name)}`,
    main: [
      `<p class="house">${html(houseOf(words))}</p>`,
      `<h1>${html(letter.title)}</h1>`,
      ...(said === null ? [] : [saidPart(words, said, asked !== null)]),
      ...(over ? [`<p>${html(page.over)}</p>`] : [`<p>${html(page.from(words))}</p>`, ...linesPart(words)]),
      ...(asked === null ? [] : [`<p>${html(handingOf(words))}</p>`, askedPart(words, asked)]),
      `<p>${html(frame.pin)}</p>`,
      ...(asked === null ? [] : [`<p>${html(frame.doubt.none)}</p>`]),
      signPart(words),
    ],
  });
}

function linesPart(words: NoticeWords): readonly string[] {
  const { space } = speechOf(words.language);
  return worded(words, { discreet: true }).map(({ lead, todo }) => `<p>${html(joined([lead, todo], space))}</p>`);
}

function saidPart(words: NoticeWords, { answer, plannedOn }: Said, open: boolean): string {
  const { answers, day, page } = speechOf(words.language);
  return [
    '<section class="taken" role="status">',
    `<h2>${html(page.taken)}</h2>`,
    `<p class="answer">${html(answers[answer])}</p>`,
    ...(plannedOn === null ? [] : [`<p class="answer">${html(page.plannedOn(day(plannedOn)))}</p>`]),
    `<p>${html(asksForDay(answer) && !words.lines.some(({ at }) => at === 'here') ? page.goes : page.next[answer])}</p>`,
    `<p>${html(open ? page.decided : page.change(words.house.phone))}</p>`,
    '</section>',
  ].join('\n');
}

function askedPart(words: NoticeWords, asked: Asked): string {
  const { page } = speechOf(words.language);
  const { answers, nonce, problem } = asked;
  const wrong = problem === null ? '' : `<p class="wrong" id="wrong" role="alert">${html(page.problems[problem])}</p>`;
  return [
    '<form method="post" novalidate>',
    `<input type="hidden" name="nonce" value="${escaped(nonce)}">`,
    `<fieldset${problem === 'choose' ? ' aria-describedby="wrong"' : ''}><legend>${html(page.ask)}</legend>`,
    ...(problem === 'choose' ? [wrong] : []),
    ...answers.map((answer) => choice(words, answer, asked) + (asksForDay(answer) ? dayPart(words, asked, wrong) : '')),
    '</fieldset>',
    `<button type="submit">${html(page.send)}</button>`,
    '</form>',
  ].join('\n');
}

function choice(words: NoticeWords, answer: FamilyAnswer, { entered }: Asked): string {
  const marks = `${asksForDay(answer) ? ' class="goes"' : ''}${entered.answer === answer ? ' checked' : ''}`;
  const text = html(speechOf(words.language).answers[answer]);
  return `<label class="choice"><input type="radio" name="answer" value="${answer}"${marks}><span>${text}</span></label>\n`;
}

function dayPart(words: NoticeWords, { entered, problem }: Asked, wrong: string): string {
  const { page } = speechOf(words.language);
  const about = problem !== null && problem !== 'choose';
  return [
    '<div class="day">',
    `<label for="plannedOn">${html(page.day)}</label>`,
    ...(about ? [wrong] : []),
    `<input type="date" id="plannedOn" name="plannedOn" value="${escaped(entered.plannedOn)}" min="${words.on}" max="${latestPlan(words.on)}" aria-describedby="${about ? 'wrong ' : ''}hint"${about ? ' aria-invalid="true"' : ''}>`,
    `<span class="hint" id="hint">${html(page.dayHint(addDays(words.on, 7)))}</span>`,
    '</div>\n',
  ].join('\n');
}

function signPart({ house, ...words }: NoticeWords): string {
  const lines = speechOf(words.language).frame.signature({ house, ...words });
  // What a telephone can dial.
  const number = house.phone.normalize('NFKC').replaceAll(/[^0-9+]/g, '');
  return [
    `<address>${lines.map(html).join('<br>\n')}`,
    ...(number === '' ? [] : [`<a class="call" href="tel:${number}">☎ ${escaped(house.phone)}</a>`]),
    '</address>',
  ].join('\n');
}
