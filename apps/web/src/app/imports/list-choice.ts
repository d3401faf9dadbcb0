import { computed, signal } from '@angular/core';
import type { DraftOf, importList } from '@azukari/contract';
import { DAY_FIELDS, DAYS_OF_1904, listIn, type ListColumn, LONGEST_CELL } from '@azukari/domain';

import type { ListFile, Sheet } from './sheet';

type Order = Pick<DraftOf<typeof importList>, 'titles' | 'columns' | 'rows'>;

const BARE_NUMBER = /^\d{1,5}$/;
const SAMPLE_ROWS = 5;

/** ListChoice is the file that somebody chose, the sheet of it, and what its columns are taken for. */
export class ListChoice {
  readonly file = signal<ListFile | null>(null);
  readonly sheetIndex = signal(0);
  private readonly corrected = signal<readonly (ListColumn | null)[] | null>(null);

  readonly sheet = computed<Sheet | null>(() => this.file()?.sheets[this.sheetIndex()] ?? null);
  readonly list = computed(() => {
    const sheet = this.sheet();
    return sheet && listIn(sheet);
  });
  readonly columns = computed(() => this.corrected() ?? this.list()?.columns ?? []);
  readonly sample = computed(() => this.list()?.rows.slice(0, SAMPLE_ROWS) ?? []);

  take(file: ListFile | null): void {
    this.file.set(file);
    this.chooseSheet(0);
  }

  chooseSheet(index: number): void {
    this.sheetIndex.set(index);
    this.corrected.set(null);
  }

  /** mean takes a column for something, and no other one for the same. */
  mean(at: number, column: ListColumn | null): void {
    this.corrected.set(this.columns().map((one, n) => (n === at ? column : one === column ? null : one)));
  }

  /** order is what the server is to look at. */
  order(): Order {
    const list = this.list();
    const columns = this.columns();
    const from1904 = this.sheet()?.from1904 ?? false;
    const days = columns.map((column) => column !== null && DAY_FIELDS.includes(column));
    return {
      titles: (list?.titles ?? []).map(clipped),
      columns: [...columns],
      rows: (list?.rows ?? []).map(({ line, cells }) => ({
        line,
        cells: cells.map((cell, n) => clipped(from1904 && days[n] ? shifted(cell) : cell)),
      })),
    };
  }
}

/** The number of a day without the format that shows it, counted as everybody else counts. */
function shifted(cell: string): string {
  return BARE_NUMBER.test(cell) ? String(Number(cell) + DAYS_OF_1904) : cell;
}

/** What is too long leaves as its beginning, which is too long as well, and never as half a letter. */
function clipped(cell: string): string {
  return cell.length <= LONGEST_CELL ? cell : cell.slice(0, LONGEST_CELL + 1).replace(/[\uD800-\uDBFF]$/, '…');
}
