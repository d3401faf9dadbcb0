import type { AnswerOf, readOverview } from '@azukari/contract';

import { formatCount } from '../ui/format';
import type { Speech } from '../ui/speech';

/** Home is how one home stands. */
export type Home = AnswerOf<typeof readOverview>['homes'][number];

type Speaker = Pick<Speech, 'say' | 'moment'>;

/** Column is what is told of every home: in words, whether it needs somebody, and how it is put in order, worst first. */
export interface Column {
  readonly name: ColumnName;
  readonly weight: (home: Home) => number;
  readonly alarms: (home: Home) => boolean;
  readonly say: (home: Home, speech: Speaker) => string;
}

export type ColumnName = 'alarms' | 'out' | 'late' | 'held' | 'counts' | 'deadlines' | 'mails' | 'record';

const QUIET = ['working', 'resting', 'off'];
const PLAIN: readonly Column[] = [
  {
    name: 'out',
    weight: ({ out }) => out,
    alarms: () => false,
    say: ({ out, stored }, speech) => speech.say('homes.out', { out: formatCount(out), stored: formatCount(stored) }),
  },
  {
    name: 'late',
    weight: ({ late, missing }) => late + missing,
    alarms: ({ late, missing }) => late + missing > 0,
    say: ({ late, missing }, speech) =>
      missing > 0
        ? speech.say('homes.lateMissing', { late: formatCount(late), missing: formatCount(missing) })
        : formatCount(late),
  },
  {
    name: 'held',
    weight: ({ held }) => held,
    alarms: () => false,
    say: ({ held }) => formatCount(held),
  },
  {
    name: 'counts',
    weight: ({ counts, monthsLate }) => counts.skipped * 100 + counts.due + monthsLate * 1_000,
    alarms: ({ counts, monthsLate }) => counts.skipped > 0 || monthsLate > 0,
    say: ({ counts, monthsLate }, speech) => {
      const now = speech.say(`homes.count.${counts.state}`, { due: counts.due, skipped: counts.skipped });
      return monthsLate > 0 ? `${now}\n${speech.say('homes.months', { count: monthsLate })}` : now;
    },
  },
  {
    name: 'deadlines',
    weight: ({ deadlines: { soon, overdue } }) => overdue * 1_000 + soon,
    alarms: ({ deadlines: { overdue } }) => overdue > 0,
    say: ({ deadlines: { soon, overdue } }, speech) =>
      speech.say('homes.deadlines', { soon: formatCount(soon), overdue: formatCount(overdue) }),
  },
  {
    name: 'mails',
    weight: ({ mails }) => (QUIET.includes(mails.state) ? 0 : 1_000) + mails.failed,
    alarms: ({ mails }) => !QUIET.includes(mails.state) || mails.failed > 0,
    say: ({ mails }, speech) => {
      const state = speech.say(`homes.mail.${mails.state}`);
      return mails.failed > 0 ? `${state}\n${speech.say('homes.failed', { count: mails.failed })}` : state;
    },
  },
  {
    name: 'record',
    weight: ({ record }) => (record.broken ? 2 : record.checkedAt === null ? 1 : 0),
    alarms: ({ record }) => record.broken,
    say: ({ record }, speech) => {
      if (record.broken) return speech.say('homes.broken');
      return record.checkedAt === null ? speech.say('homes.unchecked') : speech.moment(record.checkedAt);
    },
  },
];

/** alarmsOf is in how many columns a home needs somebody. */
export function alarmsOf(home: Home): number {
  return PLAIN.filter(({ alarms }) => alarms(home)).length;
}

/** COLUMNS are told in this order, the home itself first: by it the homes that need somebody come first. */
export const COLUMNS: readonly Column[] = [
  { name: 'alarms', weight: alarmsOf, alarms: () => false, say: ({ name }) => name },
  ...PLAIN,
];

/** inOrderOf puts homes in the order of a column, worst first, then by name. */
export function inOrderOf(homes: readonly Home[], by: ColumnName): readonly Home[] {
  const weight = COLUMNS.find(({ name }) => name === by)?.weight ?? alarmsOf;
  return [...homes].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, 'ja'));
}
