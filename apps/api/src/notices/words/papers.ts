import type { CalendarDay, DeadlineKind, ItemKind, Purpose } from '@azukari/domain';
import { itemOf, speechOf } from './compose.ts';
import { headOf } from './letter.ts';
import type { Letter, LetterBlock } from './letter.ts';
import { onOneLine } from './notice-words.ts';
import type { Correspondence } from './notice-words.ts';
import type { Rich } from './rich.ts';
import { MOVE_EVENTS } from './speech.ts';
import type { MoveEvent, Speech, Table } from './speech.ts';

/** How a paper is made, besides what it says. */
interface Look {
  readonly largePrint: boolean;
}

/** guideOf words F20, which is handed over before the first notice. */
export function guideOf(
  given: Correspondence,
  { from, days, largePrint }: Look & { readonly from: string | null; readonly days: readonly number[] },
): Letter {
  const words = onOneLine(given);
  const { house } = words;
  const speech = speechOf(words.language);
  const { title, intro, parts } = speech.guide({
    house,
    phone: house.phone,
    subject: speech.frame.subject(house.name),
    from,
    days,
  });
  return {
    ...headOf(words),
    title,
    blocks: [{ is: 'paragraph', lines: [intro] }, ...parts.map((part): LetterBlock => ({ is: 'list', ...part }))],
    coupon: null,
    largePrint,
  };
}

interface Named {
  readonly kind: ItemKind;
  readonly label: string | null;
}

/** Report is what F7 tells the family of one resident. */
export interface Report {
  readonly residentName: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly kept: readonly (Named & { readonly expiresOn: CalendarDay | null })[];
  readonly moves: readonly (Named & { readonly day: CalendarDay; readonly what: Move })[];
  readonly ahead: readonly (Named & { readonly deadline: DeadlineKind; readonly date: CalendarDay })[];
}

/** Move is an outing with its return, or an event. */
export type Move =
  | { readonly purpose: Purpose; readonly backOn: CalendarDay | null; readonly stillOut: boolean }
  | { readonly event: MoveEvent };

/** isMoveEvent says whether a family is told of an event. */
export function isMoveEvent(type: string): type is MoveEvent {
  return MOVE_EVENTS.some((event) => event === type);
}

/** reportOf words F7, with the movements in words: dates and purposes, and neither who carried it nor where to. */
export function reportOf(given: Correspondence, report: Report, { largePrint }: Look): Letter {
  const words = onOneLine(given);
  const speech = speechOf(words.language);
  const { report: said, letter, plainDay } = speech;
  const { phone } = words.house;
  return {
    ...headOf(words),
    title: said.title,
    blocks: [
      {
        is: 'paragraph',
        lines: [said.intro(letter.name(report.residentName), plainDay(report.from), plainDay(report.to))],
      },
      tableOf(said.kept, keptRows(speech, report)),
      tableOf(said.moves, moveRows(speech, report)),
      tableOf(said.ahead, aheadRows(speech, report)),
      { is: 'paragraph', lines: [said.closing(phone)] },
    ],
    coupon: {
      cut: letter.coupon.cut,
      title: letter.coupon.title,
      code: null,
      ask: said.coupon.ask(phone),
      answers: said.coupon.answers,
      blanks: [
        [said.coupon.day, letter.coupon.dayBlank],
        [letter.coupon.name, []],
      ],
    },
    largePrint,
  };
}

function keptRows(speech: Speech, { kept }: Report): readonly (readonly Rich[])[] {
  return kept.map((item) => [
    itemOf(speech, item, false),
    item.expiresOn === null ? speech.report.noDate : speech.day(item.expiresOn),
  ]);
}

function moveRows(speech: Speech, { moves }: Report): readonly (readonly Rich[])[] {
  const { events, purposes, stillOut } = speech.report;
  return moves.map(({ day, what, ...item }) => {
    const start = [speech.plainDay(day), itemOf(speech, item, false)];
    if ('event' in what) return [...start, events[what.event], []];
    const back = what.backOn === null ? (what.stillOut ? stillOut : []) : speech.plainDay(what.backOn);
    return [...start, purposes[what.purpose], back];
  });
}

/** Dates of which a family is told; what only the house has to see to is not its trouble. */
function aheadRows(speech: Speech, { ahead }: Report): readonly (readonly Rich[])[] {
  return ahead.flatMap(({ deadline, date, ...item }) => {
    const wording = Object.entries(speech.advice).find(([kind]) => kind === deadline)?.[1];
    if (wording === undefined) return [];
    const name = itemOf(speech, item, false);
    return [[speech.day(date), name, wording({ kind: item.kind, item: name, opens: null, at: 'here' }).what]];
  });
}

function tableOf<Column extends string>(
  { title, head, none }: Table<Column>,
  rows: readonly (readonly Rich[])[],
): LetterBlock {
  if (rows.length === 0) return { is: 'list', title, points: [none] };
  return { is: 'table', title, head: Object.values<Rich>(head), rows };
}
