import type { InspectionPart } from '@azukari/domain';
import { appointmentBook, chapters, custodyBook, lossReport } from '../forms/forms.paper.ts';
import type { Issue } from '../forms/forms.paper.ts';
import type { PackFile } from '../pack/pack.making.ts';
import type { Chapter, OwnPaper } from './chapter.ts';
import { csvOf } from './csv.ts';
import { fileName, titleOf } from './names.ts';
import type { InspectionOrder } from './order.ts';
import { Binder } from './paper/binder.ts';
import type { Leaves } from './paper/binder.ts';
import { beginningOf, frontOf, headingOf, leavesOf, periodWords } from './paper/pages.ts';
import type { Listed } from './paper/pages.ts';
import type { Sight, Table } from './sight.ts';
import { agreements } from './tables/agreements.ts';
import { appointments } from './tables/appointments.ts';
import { corrections } from './tables/corrections.ts';
import { counts } from './tables/counts.ts';
import { incidents } from './tables/incidents.ts';
import { movements } from './tables/movements.ts';
import { notices } from './tables/notices.ts';
import { reconciliations } from './tables/reconciliations.ts';
import { rule } from './tables/rule.ts';
import { openPoints } from './tables/open-points.ts';
import { TITLE } from './words.ts';

/** Reached is told how far the work is, from 0 to 100. */
export type Reached = (percent: number) => void;

/** PERCENT is all of the work. */
export const PERCENT = 100;
const GATHERED = 30;
const DRAWN = 90;

const plain =
  (gather: (sight: Sight) => Promise<readonly Table[]>) =>
  async (sight: Sight): Promise<readonly Chapter[]> =>
    (await gather(sight)).map((table) => ({ table, papers: null }));

const GATHER: readonly ((sight: Sight) => Promise<readonly Chapter[]>)[] = [
  plain(appointments),
  plain(agreements),
  async (sight) => {
    const { table, book } = await movements(sight);
    return [{ table, papers: (issue) => chapters(book).map((chapter) => custodyBook(chapter, issue)) }];
  },
  plain(counts),
  reconciliations,
  plain(incidents),
  plain(notices),
  plain(corrections),
  plain(openPoints),
];

/** gather reads all parts of the pack. */
export async function gather(sight: Sight, order: InspectionOrder, reached: Reached): Promise<readonly Chapter[]> {
  const all: Chapter[] = [rule(order.regulation, order.issue)];
  for (const [n, read] of GATHER.entries()) {
    all.push(...(await read(sight)).map((chapter) => withPapers(chapter, order)));
    reached((GATHERED * (n + 1)) / GATHER.length);
  }
  return all;
}

/** The papers that are read by the server: the 任命簿 of the last day to sign, and beside the list of losses a report of each. */
const BESIDE: Readonly<Partial<Record<InspectionPart, (order: InspectionOrder, issue: Issue) => readonly OwnPaper[]>>> =
  {
    appointments: ({ appointments: { lines, on } }, issue) => [appointmentBook(lines, on, issue)],
    incidents: ({ losses }, issue) => losses.map((loss) => ({ ...lossReport(loss, issue), upright: true })),
  };

function withPapers(chapter: Chapter, order: InspectionOrder): Chapter {
  const { part, suffix } = chapter.table;
  const beside = suffix === undefined ? BESIDE[part] : undefined;
  return beside ? { ...chapter, papers: (issue) => beside(order, issue), both: true } : chapter;
}

/** filesOf are the files of the pack: one document, one workbook, and each table as CSV. */
export function filesOf(chaptersOf: readonly Chapter[], order: InspectionOrder, reached: Reached): readonly PackFile[] {
  const { names, period } = order;
  const tables = chaptersOf.map(({ table }) => table);
  const base = `運営指導_${period.from}_${period.to}`;
  return [
    { name: `${base}.pdf`, content: () => documentOf(chaptersOf, order, reached) },
    {
      name: `${base}.xlsx`,
      content: async function* () {
        // Only now: the library is of no use to who hangs up before.
        const { workbookOf } = await import('./workbook.ts');
        yield await workbookOf(tables, names);
        reached(PERCENT);
      },
    },
    ...tables.map((table, n) => ({
      name: `csv/${fileName(titleOf(table, names), n + 1)}.csv`,
      content: () =>
        csvOf(
          table.columns.map(({ head }) => head),
          table.rows,
        ),
    })),
  ];
}

async function* documentOf(
  all: readonly Chapter[],
  order: InspectionOrder,
  reached: Reached,
): AsyncGenerator<Uint8Array> {
  const { issue, period, tally, names, face } = order;
  const unknown: Listed[] = all.map(({ table }) => ({
    title: titleOf(table, names),
    rows: table.rows.length,
    page: 9_999,
  }));
  const binder = new Binder(
    { issue, title: TITLE },
    face,
    frontOf(issue, period, { tally, parts: unknown, pages: 9_999 }),
  );
  const parts: Listed[] = [];
  for (const [n, chapter] of all.entries()) {
    const title = titleOf(chapter.table, names);
    const page = binder.next;
    parts.push({ title, rows: chapter.table.rows.length, page });
    for (const leaves of pagesOf(chapter, title, order)) yield binder.draw(leaves);
    binder.mark(title, page);
    reached(GATHERED + ((DRAWN - GATHERED) * (n + 1)) / all.length);
  }
  yield await binder.finish(frontOf(issue, period, { tally, parts, pages: binder.pages }));
}

/** A part on paper of its own is drawn as that form is; over it stands the facility's name for it, where that is another than the form's. */
function* pagesOf(
  { table, papers, both = false }: Chapter,
  title: string,
  { issue, period, names }: InspectionOrder,
): Generator<Leaves> {
  const own = papers === null ? [] : [...papers(issue)];
  const tabled = both || own.length === 0;
  if (tabled) yield* leavesOf(table, title, period);
  for (const [n, { whose, content, upright = false }] of own.entries()) {
    const named =
      names[table.part] === undefined
        ? beginningOf(title, table.lead)
        : headingOf(title, periodWords(period), table.lead);
    const heading = n === 0 && !tabled ? named : [];
    yield { title, whose, content: [...heading, ...content], upright };
  }
}
