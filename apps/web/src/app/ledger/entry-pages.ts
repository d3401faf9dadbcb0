import { inject, Injectable, signal } from '@angular/core';
import { listEntries } from '@azukari/contract';

import { Api } from '../ui/api';
import type { Entry } from '../ui/record/entry';
import { type LedgerFilter, queryOf } from './ledger-filter';

const PAGE = 50;

/** EntryPages reads the record page by page, newest first, with the later entries that speak about those it shows. */
@Injectable()
export class EntryPages {
  private readonly api = inject(Api);
  private readonly shown = signal<readonly Entry[]>([]);
  private readonly around = signal<ReadonlyMap<number, Entry>>(new Map());
  private readonly state = signal<'reading' | 'read' | 'failed'>('reading');
  private readonly following = signal<string | null>(null);
  private readonly total = signal<number | null>(null);
  private filter: LedgerFilter | null = null;
  private turn = 0;

  readonly entries = this.shown.asReadonly();
  readonly status = this.state.asReadonly();
  readonly nextCursor = this.following.asReadonly();
  /** size is how many entries the record has in all. */
  readonly size = this.total.asReadonly();

  /** open starts again from the newest entry. */
  async open(filter: LedgerFilter): Promise<void> {
    this.filter = filter;
    this.turn += 1;
    this.shown.set([]);
    this.following.set(null);
    await this.read(undefined);
  }

  /** more reads the next page. */
  async more(): Promise<void> {
    const cursor = this.following();
    if (cursor !== null && this.state() !== 'reading') await this.read(cursor);
  }

  /** about gives the later entries that speak about this one, as far as they were read. */
  about(entry: Entry): readonly Entry[] {
    const known = this.around();
    return entry.correctedBy.flatMap(({ seq }) => known.get(seq) ?? []);
  }

  private async read(cursor: string | undefined): Promise<void> {
    const { filter, turn } = this;
    if (filter === null) return;
    this.state.set('reading');
    const asked = await this.api.ask(listEntries, { query: { ...queryOf(filter), limit: PAGE, cursor } });
    if (turn !== this.turn) return;
    if (asked.kind !== 'done') {
      this.state.set('failed');
      return;
    }
    const { entries, nextCursor, size } = asked.answer;
    await this.readAround(entries, filter.log);
    if (turn !== this.turn) return;
    this.total.set(size);
    this.shown.update((before) => [...before, ...entries]);
    this.following.set(nextCursor);
    this.state.set('read');
  }

  /** An amendment stands beside what it amends, also when the filter would leave it out. */
  private async readAround(entries: readonly Entry[], log: LedgerFilter['log']): Promise<void> {
    const known = new Map(this.around());
    for (const entry of entries) known.set(entry.seq, entry);
    const missing = entries
      .flatMap(({ correctedBy }) => correctedBy.map(({ seq }) => seq))
      .filter((seq) => !known.has(seq));
    // A cursor is the number of the entry before: one page of one entry is the entry itself.
    const asked = await Promise.all(
      missing.map((seq) => this.api.ask(listEntries, { query: { log, limit: 1, cursor: String(seq + 1) } })),
    );
    for (const one of asked)
      if (one.kind === 'done') for (const entry of one.answer.entries) known.set(entry.seq, entry);
    this.around.set(known);
  }
}
