import { monthlyCheck } from '../../forms/forms.paper.ts';
import type { Issue } from '../../forms/forms.paper.ts';
import { KIND_WORDS, REASON_WORDS } from '../../forms/forms.words.ts';
import { reconciliationsOf } from '../../reconciliations/reconciliations.report.ts';
import type { ReconciliationReport, ReportedDifference } from '../../reconciliations/reconciliations.report.ts';
import type { Chapter } from '../chapter.ts';
import { when } from '../sight.ts';
import type { Cell, Sight } from '../sight.ts';
import { COUNT_WORDS } from '../words.ts';

/** reconciliations are the 月次点検表 of the months of the period, each as its own paper, and their differences as rows. */
export async function reconciliations({ sql, facilityId, period }: Sight): Promise<readonly Chapter[]> {
  const reports = await reconciliationsOf(sql, facilityId, period);
  const printed = reports.filter(({ stage }) => stage !== 'counting');
  return [
    {
      table: {
        part: 'reconciliations',
        columns: [
          { head: '月', width: 44 },
          { head: '期限', width: 58, dated: true },
          { head: '数え終えた日時', width: 62, dated: true },
          { head: '数えた人', width: 72 },
          { head: '締めた日時', width: 62, dated: true },
          { head: '二人目', width: 72 },
          { head: '遅れた日数', width: 34 },
          { head: '記録の数', width: 34 },
          { head: '見た数', width: 34 },
          { head: '差異', width: '*' },
          { head: '処理', width: 80 },
          { head: '処理した人・日時', width: 76 },
          { head: 'あとの訂正', width: 70 },
        ],
        rows: reports.flatMap(rowsOf),
        lead: '金庫のすべてを数え、記録と突き合わせ、二人で締めたものです。',
      },
      papers: (issue: Issue) => printed.map((report) => ({ ...monthlyCheck(report, issue), upright: true })),
    },
  ];
}

function rowsOf(report: ReconciliationReport): Cell[][] {
  const { month, dueOn, countedAt, countedBy, startedBy, closedAt, second, daysLate, expected, seen } = report;
  const common: Cell[] = [
    month,
    dueOn,
    when(countedAt),
    (countedBy ?? startedBy).name,
    closedAt === null ? '締めていません' : when(closedAt),
    second?.name ?? '',
    daysLate,
    expected ?? '',
    seen ?? '',
  ];
  const corrected = report.corrected
    .map(({ seq, reason, explanation }) => `記録${String(seq)} ${REASON_WORDS[reason] ?? reason}・${explanation}`)
    .join('\n');
  if (report.found.length === 0) return [[...common, 'なし', '', '', corrected]];
  return report.found.map((one) => [...common, ...differenceOf(one), corrected]);
}

function differenceOf({ side, kind, place, item, as, by, at }: ReportedDifference): Cell[] {
  const whose = item?.resident ? `　${item.resident.name}` : '';
  return [
    `${side === 'short' ? '足りない' : '余分'}　${KIND_WORDS[kind]}（${place.path === '' ? '場所の記録なし' : place.path}）${whose}`,
    as === null ? '未処理' : COUNT_WORDS[as],
    by === null ? '' : `${by} ${when(at)}`,
  ];
}
