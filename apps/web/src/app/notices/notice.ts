import type { AnswerOf, listReminders } from '@azukari/contract';

import type { Speech } from '../ui/speech';

/** Reminders are what the page お知らせ reads. */
export type Reminders = AnswerOf<typeof listReminders>;

/** Notice is all that one person is told on one day. */
export type Notice = Reminders['notices'][number];

/** Left is what an answer has left to do. */
export interface Left {
  readonly notice: Notice;
  readonly answer: Notice['answers'][number];
}

/** Tasks are what people of the house have to do, by what they do. */
export interface Tasks {
  readonly letter: readonly Notice[];
  readonly phone: readonly Notice[];
  readonly office: readonly Notice[];
  readonly left: readonly Left[];
}

/** tasksOf sorts what is to do; a notice that waits and has an answer open stands under both. */
export function tasksOf(notices: readonly Notice[]): Tasks {
  const open = (channel: Notice['channel']) => notices.filter((one) => one.state === 'open' && one.channel === channel);
  const left = notices.flatMap((notice) =>
    notice.answers.flatMap((answer) =>
      answer.task === null || answer.taskClosedOn !== null ? [] : [{ notice, answer }],
    ),
  );
  return { letter: open('letter'), phone: open('phone'), office: open('office'), left: left.sort(byPlan) };
}

/** What has a day comes first, in the order of the days. */
function byPlan(a: Left, b: Left): number {
  return (a.answer.plannedOn ?? '9999').localeCompare(b.answer.plannedOn ?? '9999');
}

/** residentsOf are those a notice speaks of, each once, with their items, each once. */
export function residentsOf({ lines }: Pick<Notice, 'lines'>) {
  return [...Map.groupBy(lines, ({ resident }) => resident.id).values()].flatMap((own) => {
    const [first] = own;
    const items = [...new Map(own.map((line) => [line.itemId, line])).values()];
    return first ? [{ resident: first.resident, lines: own, items }] : [];
  });
}

/** answersSaid are the answers to a notice in words. */
export function answersSaid({ answers }: Pick<Notice, 'answers'>, speech: Pick<Speech, 'day' | 'say' | 'word'>) {
  return answers.map(({ id, answer, on, plannedOn, way }) => {
    const said = speech.say(`notice.answered.${way}`, {
      words: speech.word('familyAnswer', answer),
      day: speech.day(on),
    });
    const planned = plannedOn === null ? '' : speech.say('notice.planned', { day: speech.day(plannedOn) });
    return { id, text: said + planned };
  });
}

/** dialled is a telephone number as a telephone takes it. */
export function dialled(phone: string): string {
  return `tel:${phone.normalize('NFKC').replaceAll(/[^\d+]/g, '')}`;
}
