import { knownItems, readRows } from '../../forms/forms.record.ts';
import { remark } from '../../forms/forms.paper.ts';
import type { Book, BookRow } from '../../forms/forms.paper.ts';
import { CONDITION_WORDS, EVENT_WORDS, HAND_OVER_WORDS, KIND_WORDS, PURPOSE_WORDS } from '../../forms/forms.words.ts';
import { when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';

const DATED: ReadonlySet<string> = new Set(['日時（出した）', 'もどす予定', 'もどした日時']);

/** movements are the 出し入れ記録簿 of the period, as the paper has it and as rows. */
export async function movements({ sql, facilityId, period, until }: Sight): Promise<{
  readonly table: Table;
  readonly book: Book;
}> {
  const items = await knownItems(sql, facilityId, { residentIds: null, itemIds: [] });
  const read = await readRows(sql, facilityId, period, items);
  const rows = read.filter(({ seq }) => seq < until).map(({ itemId: _, ...row }) => row);
  return {
    book: { ...period, rows },
    table: {
      part: 'movements',
      columns: [
        '記録番号',
        '日時（出した）',
        '預かり品',
        '利用者',
        'したこと・目的',
        '行き先',
        '持つ人・渡した方',
        '立会人',
        'もどす予定',
        'もどした日時',
        'もどした人',
        '状態',
        '記録した人',
        '取消',
        '備考・訂正',
      ].map((head) => ({ head, width: '*', dated: DATED.has(head) })),
      rows: rows.map(cellsOf),
      lead: '',
    },
  };
}

function cellsOf(row: BookRow): Cell[] {
  const { out, event } = row;
  const what = out
    ? PURPOSE_WORDS[out.purpose]
    : event?.disposition
      ? HAND_OVER_WORDS[event.disposition]
      : (EVENT_WORDS[event?.type ?? ''] ?? '');
  const condition = out?.back?.condition ?? event?.condition;
  return [
    row.seq,
    when(row.at),
    row.kind === 'other' && row.label !== null ? row.label : KIND_WORDS[row.kind],
    row.resident ?? '（未確認）',
    what,
    out?.destination ?? '',
    out?.holder ?? event?.who ?? '',
    event?.witness ?? '',
    when(out?.dueBackAt),
    when(out?.back?.at),
    out?.back?.by ?? '',
    condition ? CONDITION_WORDS[condition] : '',
    row.actor,
    row.cancelled ? '取消' : '',
    row.remarks.map(remark).join('\n'),
  ];
}
