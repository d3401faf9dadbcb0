import { addDays, LEVELS } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import type { CalendarDay, Level } from '@azukari/domain';
import { wordsOf } from '../../forms/forms.record.ts';
import { leavesOf, when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { LEVEL_WORDS } from '../words.ts';

interface Appointed {
  readonly seq: number;
  readonly staff: string;
  readonly name: string;
  readonly level: Level;
  readonly from: CalendarDay;
  /** The last day, as it was said or as it was ended. */
  to: CalendarDay | null;
  readonly by: string;
  readonly at: string;
  ended: string;
}

/** appointments are the カード取扱職員 任命簿 as the record says it: who was appointed in the period, and who was on which day. */
export async function appointments(sight: Sight): Promise<readonly Table[]> {
  const all = await appointed(sight);
  const { from, to } = sight.period;
  const shown = all.filter((one) => one.from <= to && (one.to === null || from <= one.to));
  return [
    {
      part: 'appointments',
      columns: [
        { head: '記録番号', width: 48 },
        { head: '職員', width: '*' },
        { head: '区分', width: 80 },
        { head: 'はじめの日', width: 72, dated: true },
        { head: '終わりの日', width: 72, dated: true },
        { head: '任命した人', width: 110 },
        { head: '記録した日時', width: 96, dated: true },
        { head: '終了の記録', width: 150 },
      ],
      rows: shown.map((one): Cell[] => [
        one.seq,
        one.name,
        LEVEL_WORDS[one.level],
        one.from,
        one.to ?? '期限なし',
        one.by,
        one.at,
        one.ended,
      ]),
      lead: '期間のうち一日でも任命されていた職員です。記録簿に書かれたとおりに示します。',
    },
    {
      part: 'appointments',
      suffix: '日ごと',
      columns: [
        { head: 'この日から', width: 72, dated: true },
        { head: 'この日まで', width: 72, dated: true },
        ...LEVELS.map((level) => ({ head: LEVEL_WORDS[level], width: '*' as const })),
      ],
      rows: spans(shown, sight.period).map(([first, last]): Cell[] => [
        first,
        last,
        ...LEVELS.map((level) => namesOn(shown, first, level).join('、')),
      ]),
      lead: 'その日に任命されていた職員です。顔ぶれが変わった日で行を分けています。',
    },
  ];
}

async function appointed(sight: Sight): Promise<readonly Appointed[]> {
  const entries = await leavesOf(sight, ['appointment.made', 'appointment.ended']);
  const words = await wordsOf(sight.sql, sight.log, entries);
  const names = await namesOf(sight.sql, 'staff', sight.facilityId);
  const all = new Map<string, Appointed>();
  for (const { type, seq, facts, recordedAt } of entries) {
    const said = words.get(seq) ?? {};
    if (type === 'appointment.made') {
      const { staff, level, from, to } = facts;
      const made = { seq, staff, level, from, to, at: when(recordedAt), ended: '' };
      all.set(facts.appointment, {
        ...made,
        name: said['name'] ?? names.get(staff) ?? '（消去済み）',
        by: said['actorName'] ?? '',
      });
    } else {
      const one = all.get(facts.appointment);
      if (!one) continue;
      one.to = facts.on;
      one.ended = `記録${String(seq)} ${when(recordedAt)} ${said['actorName'] ?? ''}`;
    }
  }
  return [...all.values()];
}

/** The days on which somebody begins, and those after somebody ended, part a period into spans in which nothing changes. */
function spans(
  shown: readonly Appointed[],
  { from, to }: Sight['period'],
): readonly (readonly [first: CalendarDay, last: CalendarDay])[] {
  const days = [from, ...shown.flatMap((one) => [one.from, ...(one.to === null ? [] : [addDays(one.to, 1)])])];
  const begins = [...new Set(days)].filter((day) => from <= day && day <= to).sort();
  return begins.map((first, n) => [first, begins[n + 1] === undefined ? to : addDays(begins[n + 1] ?? to, -1)]);
}

function namesOn(shown: readonly Appointed[], day: CalendarDay, level: Level): readonly string[] {
  return shown
    .filter((one) => one.level === level && one.from <= day && (one.to === null || day <= one.to))
    .map(({ name }) => name);
}
