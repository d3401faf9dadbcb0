import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { readCheckpoint } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { CountPipe, DayPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { AnchorsPanel } from './anchors-panel';
import { CheckpointPanel } from './checkpoint-panel';
import type { Entry } from '../ui/record/entry';
import { EntryPages } from './entry-pages';
import { EntryRow } from './entry-row';
import { FilterBar } from './filter-bar';
import { filterFrom, isFiltered, type LedgerFilter } from './ledger-filter';
import { HeldThen } from './held-then';
import { KnownNames } from '../ui/record/known-names';
import { Unread } from '../ui/unread';

/** Day is what was recorded on one day, newest first. */
interface Day {
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** LedgerPage is 記録簿: everything that was recorded, in plain words, with what makes it verifiable. */
@Component({
  selector: 'az-ledger-page',
  imports: [
    AnchorsPanel,
    CheckpointPanel,
    CountPipe,
    DayPipe,
    EmptyState,
    EntryRow,
    FilterBar,
    HeldThen,
    Icon,
    PageHeading,
    RouterLink,
    Unread,
  ],
  providers: [EntryPages, KnownNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ledger-page.html',
  styleUrl: './ledger-page.scss',
})
export class LedgerPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly pages = inject(EntryPages);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);

  readonly log = input<string>();
  readonly resident = input<string>();
  readonly kind = input<string>();
  readonly item = input<string>();
  readonly staff = input<string>();
  readonly type = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  // As wide as the moment that is still on its way, so that nothing moves when it comes.
  protected readonly now = this.clock.now();
  protected readonly mayReadAccess = computed(() => this.session.may('read-settings'));
  protected readonly filter = computed(() =>
    filterFrom({
      log: this.mayReadAccess() ? this.log() : undefined,
      resident: this.resident(),
      kind: this.kind(),
      item: this.item(),
      staff: this.staff(),
      type: this.type(),
      from: this.from(),
      to: this.to(),
    }),
  );
  protected readonly filtered = computed(() => isFiltered(this.filter()));
  /** picture is where the record is drawn: of one item when it is narrowed to that. */
  protected readonly picture = computed(() => {
    const { item } = this.filter();
    return item === null ? ['/pictures'] : ['/pictures/items', item];
  });
  protected readonly panelOpen = signal(false);
  /** asking is whether 「その時、だれが持っていたか」 is open. */
  protected readonly asking = signal(false);
  protected readonly opened = signal<number | null>(null);
  protected readonly checkpoint = this.api.read(readCheckpoint, () => ({ query: { log: this.filter().log } }));

  protected readonly names = inject(KnownNames).names;
  protected readonly days = computed<readonly Day[]>(() => {
    const days = new Map<string, Entry[]>();
    for (const entry of this.pages.entries()) {
      const day = dayInTokyo(entry.recordedAt);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days].map(([day, entries]) => ({ day, entries }));
  });
  protected readonly printed = computed(() => {
    const signed = this.checkpoint.hasValue() ? this.checkpoint.value() : null;
    if (signed === null) return '';
    const name = this.session.current()?.facility.name ?? '';
    const at = `${this.speech.day(this.clock.today())} ${this.speech.time(this.clock.now())}`;
    return this.speech.say('ledger.printed', { at, name, size: formatCount(signed.size), code: signed.code });
  });

  constructor() {
    effect(() => {
      const filter = this.filter();
      this.opened.set(null);
      void this.pages.open(filter);
    });
  }

  /** narrow writes the filter into the address, so that it can be kept, shared and gone back from. */
  protected narrow(change: Partial<LedgerFilter>): void {
    const { log, ...parts } = { ...this.filter(), ...change };
    const queryParams = { ...parts, log: log === 'access' ? log : null };
    void this.router.navigate(['/ledger'], { queryParams });
  }

  protected showLog(log: LedgerFilter['log']): void {
    void this.router.navigate(['/ledger'], { queryParams: { log: log === 'access' ? log : null } });
  }

  protected toggle(seq: number): void {
    this.opened.update((open) => (open === seq ? null : seq));
  }

  protected readAgain(): void {
    this.checkpoint.reload();
    void this.pages.open(this.filter());
  }

  protected async printBook(): Promise<void> {
    const { PaperBookDialog } = await import('./paper-book-dialog');
    this.dialog.open<unknown, LedgerFilter>(PaperBookDialog, {
      data: this.filter(),
      width: '640px',
      autoFocus: 'dialog',
    });
  }

  protected async handOver(): Promise<void> {
    const { PackDialog } = await import('./pack-dialog');
    this.dialog.open(PackDialog, { width: '640px', autoFocus: 'dialog' });
  }

  protected printList(): void {
    globalThis.print();
  }
}
