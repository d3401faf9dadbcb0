import type { CalendarDay, FamilyAnswer, ItemKind, Uuid } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import { places } from '../../database/statements.ts';
import { readNotices } from '../../notices/notices.outbox.ts';
import { KIND_WORDS } from '../../forms/forms.words.ts';
import { when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { ANSWER_WORDS, CHANNEL_WORDS, SENT_WORDS } from '../words.ts';

interface AnswerRow {
  readonly notice: Uuid;
  readonly answer: FamilyAnswer;
  readonly on: CalendarDay;
  readonly plannedOn: CalendarDay | null;
}

const AT_ONCE = 400;

/** notices are what families were told of in the period, how far each notice came, and what was answered. */
export async function notices(sight: Sight): Promise<readonly Table[]> {
  const { sql, facilityId, period } = sight;
  const all = await readNotices(sql, 'facility_id = ? AND made_on >= ? AND made_on <= ? ORDER BY made_on, id', [
    facilityId,
    period.from,
    period.to,
  ]);
  const told = all.filter(({ lines, to }) => lines.length > 0 && to.channel !== 'office');
  const answers = Map.groupBy(
    await answersTo(
      sight,
      told.map(({ id }) => id),
    ),
    ({ notice }) => notice,
  );
  const residents = await namesOf(sight.sql, 'resident', sight.facilityId);
  const contacts = await namesOf(sight.sql, 'contact', sight.facilityId);
  const kinds = await kindsOf(sight);
  return [
    {
      part: 'notices',
      columns: [
        { head: '作った日', width: 62, dated: true },
        { head: '方法', width: 40 },
        { head: '宛先', width: 90 },
        { head: '利用者', width: 100 },
        { head: '預かり品と期日', width: '*' },
        { head: 'いま', width: 62 },
        { head: '済んだ日時', width: 84, dated: true },
        { head: '返事', width: 150 },
      ],
      rows: told.map(({ id, on, to, contactId, lines, progress, settledAt }): Cell[] => [
        on,
        CHANNEL_WORDS[to.channel],
        contacts.get(contactId ?? '') ?? '',
        [...new Set(lines.map(({ deadline }) => residents.get(deadline.residentId) ?? ''))].join('、'),
        datesOf(lines, kinds),
        SENT_WORDS[progress.state],
        when(settledAt),
        (answers.get(id) ?? [])
          .map(
            ({ answer, on: day, plannedOn }) =>
              `${ANSWER_WORDS[answer]}（${day}${plannedOn === null ? '' : `・予定 ${plannedOn}`}）`,
          )
          .join('、'),
      ]),
      lead: '期限についてご家族にお知らせしたものと、その返事です。',
    },
  ];
}

async function answersTo({ sql }: Sight, ids: readonly Uuid[]): Promise<readonly AnswerRow[]> {
  const all: AnswerRow[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    all.push(
      ...(await sql.all<AnswerRow>(
        `SELECT notice_id AS notice, answer, on_day AS "on", planned_on AS "plannedOn" FROM notice_answer
         WHERE notice_id IN (${places(some.length)}) ORDER BY on_day, id`,
        some,
      )),
    );
  }
  return all;
}

type Lines = Awaited<ReturnType<typeof readNotices>>[number]['lines'];

/** datesOf says of which items and dates a notice tells, each once. */
export function datesOf(lines: Lines, kinds: ReadonlyMap<Uuid, ItemKind>): string {
  const told = lines.map(({ deadline: { itemId, date } }) => `${KIND_WORDS[kinds.get(itemId) ?? 'other']} ${date}`);
  return [...new Set(told)].join('、');
}

/** kindsOf are the kinds of the items of a facility. */
export async function kindsOf({ sql, facilityId }: Sight): Promise<ReadonlyMap<Uuid, ItemKind>> {
  const rows = await sql.all<{ id: Uuid; kind: ItemKind }>('SELECT id, kind FROM item WHERE facility_id = ?', [
    facilityId,
  ]);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
