import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, importList } from '@azukari/contract';
import { LIST_FIELDS, type ListColumn } from '@azukari/domain';

import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { ZipBar } from '../ui/zip-bar';
import { ZipWords } from '../ui/zip-words';
import { correctedFile } from './corrected-file';
import { ImportProgress } from './import-progress';
import { ImportsWords } from './imports-words';
import { ListChoice } from './list-choice';
import { pasted, readListFile } from './list-file';
import { type FileNo, Unreadable } from './sheet';

type Answer = AnswerOf<typeof importList>;

const SHOWN_PROBLEMS = 100;

/**
 * ListImport takes over a list of residents, contacts, items and places. The file is read here and never leaves as a whole; first
 * the server only looks, and says what is in the way in which cell. Only then, and only when the person says so, is anything written.
 */
@Component({
  selector: 'az-list-import',
  imports: [Field, Icon, Outcome, RouterLink, ZipBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list-import.html',
  styleUrl: './list-import.scss',
})
export class ListImport {
  protected readonly speech = inject(Speech);
  /** imported tells what was written. */
  readonly imported = output<Answer>();

  protected readonly parts = ['residents', 'contacts', 'items', 'storages'] as const;
  protected readonly fields = LIST_FIELDS;
  protected readonly choice = new ListChoice();
  protected readonly progress = new ImportProgress();
  protected readonly text = signal('');
  protected readonly reading = signal(false);
  protected readonly no = signal<FileNo | null>(null);
  protected readonly looked = signal<Answer | null>(null);
  protected readonly written = signal<Answer | null>(null);
  protected readonly looking = commandOf(importList, (answer) => this.looked.set(answer));
  protected readonly writing = commandOf(importList, (answer) => {
    this.forget();
    this.choice.take(null);
    this.text.set('');
    this.written.set(answer);
    this.imported.emit(answer);
  });
  protected readonly busy = computed(() => this.reading() || this.looking.locked() || this.writing.locked());
  protected readonly fresh = computed(() =>
    this.parts.reduce((sum, part) => sum + (this.looked()?.[part].fresh ?? 0), 0),
  );
  protected readonly problems = computed(() => (this.looked()?.problems ?? []).slice(0, SHOWN_PROBLEMS));
  protected readonly wrongRows = computed(() => new Set(this.looked()?.problems.map(({ line }) => line)).size);
  protected readonly tooMuch = computed(() => this.looking.error('rows') ?? this.writing.error('rows'));

  constructor() {
    inject(ImportsWords);
    inject(ZipWords);
  }

  protected async choose(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (!file) return;
    this.start();
    this.text.set('');
    this.reading.set(true);
    try {
      this.choice.take(await readListFile(file));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.no.set(error.no);
    } finally {
      this.reading.set(false);
      // The same file, corrected, can be chosen again.
      field.value = '';
    }
  }

  protected paste(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.start();
    this.text.set(event.target.value);
    this.choice.take(event.target.value.trim() === '' ? null : pasted(event.target.value));
  }

  protected chooseSheet(index: string): void {
    this.forget();
    this.choice.chooseSheet(Number(index));
  }

  protected mean(at: number, column: string): void {
    this.forget();
    this.choice.mean(at, column === '' ? null : (column as ListColumn));
  }

  protected async look(): Promise<void> {
    this.forget();
    await this.looking.send({ ...this.choice.order(), dryRun: true });
  }

  protected async write(): Promise<void> {
    const sending = this.writing.send({ ...this.choice.order(), dryRun: false });
    const id = this.writing.id();
    if (id !== null) this.progress.follow(id);
    await sending;
    this.progress.end();
  }

  /** column is what a column is called: in the list, or by what it was taken for. */
  protected column(at: number | null): string {
    if (at === null) return '';
    const title = this.choice.list()?.titles[at] ?? '';
    const column = this.choice.columns()[at] ?? null;
    return title === '' && column !== null ? this.meaning(column) : title;
  }

  protected meaning(column: ListColumn): string {
    if (!column.startsWith('has:')) return this.speech.say(`imports.field.${column}`);
    return this.speech.say('imports.has', { kind: this.speech.word('kind', column.slice('has:'.length)) });
  }

  protected reason(code: string): string {
    return this.speech.say(`imports.problem.${code}`);
  }

  /** The kinds for which this list has a column each; no list has one for all of them. */
  protected hasColumns(): readonly ListColumn[] {
    return (this.choice.list()?.columns ?? []).flatMap((column) => (column?.startsWith('has:') ? [column] : []));
  }

  /** save hands the list back with what is in the way beside each row. */
  protected async save(): Promise<void> {
    const { file, list, looked } = { file: this.choice.file(), list: this.choice.list(), looked: this.looked() };
    if (!file || !list || !looked) return;
    const reasons = new Map<number, string[]>();
    for (const { line, column, code } of looked.problems) {
      const at = this.column(column);
      const words = at === '' ? this.reason(code) : `${at}: ${this.reason(code)}`;
      reasons.set(line, [...(reasons.get(line) ?? []), words]);
    }
    const rows = list.rows.map(({ line, cells }) => ({ cells, reason: (reasons.get(line) ?? []).join(' / ') }));
    const titles = list.titles.map((_, n) => this.column(n));
    const address = URL.createObjectURL(await correctedFile({ titles, rows }, file.kind));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${file.name.replace(/\.[^.]*$/, '') || this.speech.say('imports.list')}_${this.speech.say('imports.toCorrect')}.${file.kind}`;
    link.click();
    URL.revokeObjectURL(address);
  }

  private start(): void {
    this.forget();
    this.written.set(null);
    this.no.set(null);
    this.choice.take(null);
  }

  private forget(): void {
    this.looked.set(null);
    this.looking.forget();
    this.writing.forget();
  }
}
