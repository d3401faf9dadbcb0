import { dayInTokyo } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import type { CustodyState, ItemKind } from '@azukari/domain';
import { differencesOf, readCountRows } from '../../counts/counts.rows.ts';
import { HOLD_WORDS, KIND_WORDS } from '../../forms/forms.words.ts';
import { openMonths } from '../../reconciliations/reconciliations.report.ts';
import { readNotices } from '../../notices/notices.outbox.ts';
import { leavesOf, nameOfItem, when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { CHANNEL_WORDS, MONTH_WORDS, SENT_WORDS } from '../words.ts';
import { datesOf, kindsOf } from './notices.ts';
import { openOfHouse } from './open-house.ts';

interface ItemRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly resident: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly at: string;
}

/** openPoints are what is still to be done, as it is when the pack is made; whose cards are out in good time is none of it. */
export async function openPoints(sight: Sight): Promise<readonly Table[]> {
  const residents = await namesOf(sight.sql, 'resident', sight.facilityId);
  const rows = [
    ...(await ofItems(sight, residents)),
    ...(await ofEmergencies(sight, residents)),
    ...(await ofCounts(sight)),
    ...(await ofMonths(sight)),
    ...(await ofNotices(sight, residents)),
    ...(await openOfHouse(sight)),
  ];
  return [
    {
      part: 'open',
      columns: [
        { head: 'こと', width: 130 },
        { head: '利用者', width: 120 },
        { head: '内容', width: '*' },
        { head: 'いつから', width: 96, dated: true },
        { head: '期日', width: 96, dated: true },
      ],
      rows,
      lead: `この一式を作った時（${when(sight.now)}）に、まだ終わっていなかったことです。`,
    },
  ];
}

async function ofItems(sight: Sight, residents: ReadonlyMap<string, string>): Promise<readonly Cell[][]> {
  const { sql, facilityId, now } = sight;
  const closed = await closedLosses(sight);
  const rows = await sql.all<ItemRow>(
    `SELECT id, kind, label, resident_id AS resident, state, holder_name AS holder, last_at AS at FROM item
     WHERE facility_id = ? AND place <> 'ended' ORDER BY last_at, id`,
    [facilityId],
  );
  return rows.flatMap(({ id, kind, label, resident, state, holder }) => {
    const { custody } = JSON.parse(state) as CustodyState;
    const name = nameOfItem(sql.sealed, { id, kind, label });
    const whose = residents.get(resident ?? '') ?? '（未確認）';
    if (custody.at === 'missing' && (closed.get(id) ?? '') >= custody.since) return [];
    if (custody.at === 'missing')
      return [[custody.stage === 'lost' ? '紛失' : 'さがしている', whose, name, when(custody.since), '']];
    if (custody.at === 'out' && custody.dueBackAt !== null && custody.dueBackAt < now)
      return [
        [
          'もどす予定を過ぎている',
          whose,
          `${name}　持つ人 ${holder === null ? '（消去済み）' : sql.sealed.open('item.holder_name', id, holder)}`,
          when(custody.since),
          when(custody.dueBackAt),
        ],
      ];
    if (custody.at === 'stored' && custody.hold !== null)
      return [
        [
          custody.hold.resolveBy < dayInTokyo(now) ? '一時保管（期日を過ぎている）' : '一時保管',
          whose,
          `${name}　${HOLD_WORDS[custody.hold.reason]}`,
          when(custody.since),
          custody.hold.resolveBy,
        ],
      ];
    return [];
  });
}

/** A loss that somebody closed, with a new paper or without one, waits for nothing; its item stays missing. */
async function closedLosses(sight: Sight): Promise<ReadonlyMap<string, string>> {
  const closed = new Map<string, string>();
  for (const { type, item, recordedAt } of await leavesOf(sight, ['loss.closed', 'loss.reopened']))
    if (type === 'loss.closed') closed.set(item ?? '', recordedAt);
    else closed.delete(item ?? '');
  return closed;
}

async function ofEmergencies(
  { sql, facilityId }: Sight,
  residents: ReadonlyMap<string, string>,
): Promise<readonly Cell[][]> {
  const rows = await sql.all<{ seq: number; at: string; by: string; kind: ItemKind; resident: string | null }>(
    `SELECT seq, at, by_name AS "by", item.kind AS kind, item.resident_id AS resident FROM emergency JOIN item ON item.id = emergency.item_id
     WHERE emergency.facility_id = ? AND reviewed_seq IS NULL ORDER BY seq`,
    [facilityId],
  );
  return rows.map(({ seq, at, by, kind, resident }) => [
    '救急のふりかえり',
    residents.get(resident ?? '') ?? '',
    `記録${String(seq)}　${KIND_WORDS[kind]}　${sql.sealed.open('emergency.by_name', [facilityId, seq], by)}`,
    when(at),
    '',
  ]);
}

async function ofCounts({ sql, facilityId }: Sight): Promise<readonly Cell[][]> {
  const open = await readCountRows(
    sql,
    facilityId,
    `stage IN ('entered', 'awaited') ORDER BY started_at, blind_count.id`,
  );
  const rows: Cell[][] = [];
  for (const { id, stage, countedName, startedAt } of open) {
    const unsettled = (await differencesOf(sql, id)).filter(({ settledAs }) => settledAs === null).length;
    rows.push([
      stage === 'awaited' ? '点検の二人目の確認' : '点検の差異の処理',
      '',
      `数えた人 ${countedName}${unsettled === 0 ? '' : `　未処理の差異 ${String(unsettled)}`}`,
      when(startedAt),
      '',
    ]);
  }
  return rows;
}

/** A month of which nobody has begun the 照合 stands nowhere else. */
async function ofMonths({ sql, facilityId, now }: Sight): Promise<readonly Cell[][]> {
  return (await openMonths(sql, facilityId, dayInTokyo(now))).map(({ month, dueOn, daysLate, row }) => [
    '毎月の照合',
    '',
    `${month}　${row === null ? 'はじめていません' : MONTH_WORDS[row.stage]}${daysLate > 0 ? `　${String(daysLate)}日遅れ` : ''}`,
    when(row?.startedAt),
    dueOn,
  ]);
}

async function ofNotices(sight: Sight, residents: ReadonlyMap<string, string>): Promise<readonly Cell[][]> {
  const { sql, facilityId } = sight;
  const kinds = await kindsOf(sight);
  const open = await readNotices(
    sql,
    `facility_id = ? AND (state = 'open' OR state = 'uncertain' AND due_at IS NULL) ORDER BY made_on, id`,
    [facilityId],
  );
  return open
    .filter(({ lines }) => lines.length > 0)
    .map(({ to, lines, on, progress }) => [
      'お知らせ',
      [...new Set(lines.map(({ deadline }) => residents.get(deadline.residentId) ?? ''))].join('、'),
      `${datesOf(lines, kinds)}　${CHANNEL_WORDS[to.channel]}　${SENT_WORDS[progress.state]}`,
      on,
      '',
    ]);
}
