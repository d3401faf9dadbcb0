import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { type AnswerOf, importResidents } from '@azukari/contract';

import { commandOf } from './command';
import { Field } from './field';
import { Icon } from './icon';
import { Outcome } from './outcome';
import { Speech } from './speech';

type Answer = AnswerOf<typeof importResidents>;
type Row = Answer['rows'][number];
type Column = 'name' | 'kana' | 'room' | 'birthDate';

const COLUMNS: readonly Column[] = ['name', 'kana', 'room', 'birthDate'];
const CODES = [
  'empty',
  'too-long',
  'day',
  'twice',
  'forbidden:personal-number',
  'forbidden:pin',
  'forbidden:insured-number',
  'forbidden:control-character',
];

/**
 * PasteImport takes a table of residents copied from a spreadsheet. First it only looks: each row shows what was understood,
 * and what is in the way in which column. Only then, and only when the person says so, is anything written.
 */
@Component({
  selector: 'az-paste-import',
  imports: [Field, Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paste-import.html',
  styleUrl: './paste-import.scss',
})
export class PasteImport {
  protected readonly speech = inject(Speech);
  /** imported tells how many residents were written. */
  readonly imported = output<number>();

  protected readonly columns = COLUMNS;
  protected readonly table = signal('');
  protected readonly looked = signal<Answer | null>(null);
  protected readonly looking = commandOf(importResidents, (answer) => this.looked.set(answer));
  protected readonly writing = commandOf(importResidents, ({ written }) => {
    this.written.set(written);
    this.table.set('');
    this.looked.set(null);
    this.imported.emit(written);
  });
  protected readonly written = signal<number | null>(null);
  protected readonly wrong = computed(() => (this.looked()?.rows ?? []).filter(({ errors }) => errors.length > 0));
  protected readonly known = computed(() =>
    (this.looked()?.rows ?? []).filter(({ known, errors }) => known && errors.length === 0),
  );
  protected readonly fresh = computed(() =>
    (this.looked()?.rows ?? []).filter(({ known, errors }) => !known && errors.length === 0),
  );

  protected type(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.table.set(event.target.value);
    this.looked.set(null);
    this.written.set(null);
    this.looking.forget();
    this.writing.forget();
  }

  protected async look(): Promise<void> {
    await this.looking.send({ table: this.table(), dryRun: true });
  }

  protected async write(): Promise<void> {
    await this.writing.send({ table: this.table(), dryRun: false });
  }

  /** cell is what was understood in a column of a row. */
  protected cell(row: Row, column: Column): string {
    const value = row[column];
    return column === 'birthDate' && value !== null ? this.speech.day(value) : (value ?? '');
  }

  /** problem is the sentence about a column of a row, or null when it is in order. */
  protected problem(row: Row, column: Column | null): string | null {
    const found = row.errors.find((error) =>
      column === null ? !COLUMNS.some((one) => one === error.column) : error.column === column,
    );
    if (!found) return null;
    return this.speech.say(`shell.issue.${CODES.includes(found.code) ? found.code : 'other'}`);
  }
}
