import type { Capacity, ItemKind } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import { CAPACITY_WORDS, KIND_WORDS } from '../../forms/forms.words.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { HEARD_WORDS } from '../words.ts';

interface Row {
  readonly id: string;
  readonly resident: string;
  readonly number: number;
  readonly kinds: string;
  readonly signer: string;
  readonly capacity: Capacity;
  readonly heard: string;
  readonly signedOn: string;
  readonly from: string;
  readonly to: string | null;
  readonly endedOn: string | null;
}

/** agreements are the 預かり依頼書 that held on at least one day of the period. */
export async function agreements(sight: Sight): Promise<readonly Table[]> {
  const { sql, facilityId, period } = sight;
  const rows = await sql.all<Row>(
    `SELECT id, resident_id AS resident, number, kinds, signer_name AS signer, capacity, will_heard AS heard, signed_on AS "signedOn",
       from_day AS "from", to_day AS "to", ended_on AS "endedOn"
     FROM agreement WHERE facility_id = ? AND from_day <= ? AND COALESCE(ended_on, to_day, ?) >= ? AND COALESCE(to_day, ?) >= ?
     ORDER BY number`,
    [facilityId, period.to, period.from, period.from, period.from, period.from],
  );
  const names = await namesOf(sight.sql, 'resident', sight.facilityId);
  return [
    {
      part: 'agreements',
      columns: [
        { head: '依頼書番号', width: 44 },
        { head: '利用者', width: 90 },
        { head: '預かり品', width: '*' },
        { head: '署名した方', width: 84 },
        { head: '立場', width: 76 },
        { head: 'ご本人の意思', width: 66 },
        { head: '署名の日', width: 58, dated: true },
        { head: '期間', width: 76 },
        { head: '終了の日', width: 58, dated: true },
      ],
      rows: rows.map((row): Cell[] => [
        row.number,
        names.get(row.resident) ?? '',
        (JSON.parse(row.kinds) as ItemKind[]).map((kind) => KIND_WORDS[kind]).join('、'),
        sql.sealed.open('agreement.signer_name', row.id, row.signer),
        CAPACITY_WORDS[row.capacity],
        HEARD_WORDS[row.heard] ?? row.heard,
        row.signedOn,
        `${row.from} から ${row.to ?? '期限なし'}`,
        row.endedOn ?? '',
      ]),
      lead: '期間のうち一日でも有効だった預かり依頼書です。',
    },
  ];
}
