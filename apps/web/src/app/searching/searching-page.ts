import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { listItems, listLosses, reportFound, startSearch } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { searching } from '../../i18n/ja/searching';
import { Session } from '../session/session';
import { bringWords } from '../ui/manners';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { ChosenResident } from '../ui/chosen-resident';
import { EmptyState } from '../ui/empty-state';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { ItemChecks } from '../ui/item-checks';
import type { Item } from '../ui/item-state';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { KnownNames } from '../ui/record/known-names';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import type { Loss } from './loss-step-dialog';
import { MissingItem } from './missing-item';
import { PastLosses } from './past-losses';
import { UnclaimedItems } from './unclaimed-items';

/** SearchingPage is さがしています: searching comes first, and looking for a card is nothing to be ashamed of. */
@Component({
  selector: 'az-searching-page',
  imports: [
    ChosenResident,
    EmptyState,
    Icon,
    ItemChecks,
    MissingItem,
    Outcome,
    PageHeading,
    PastLosses,
    ResidentFinder,
    Skeleton,
    TextField,
    UnclaimedItems,
    Unread,
  ],
  providers: [KnownNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './searching-page.html',
  styleUrl: './searching-page.scss',
})
export class SearchingPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly board = inject(Board);
  protected readonly names = inject(KnownNames).names;
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  private readonly dialog = inject(MatDialog);
  /** start in the address opens the form at once. */
  readonly start = input<string>();

  private readonly openedHere = signal<boolean | null>(null);
  protected readonly starting = computed(() => this.openedHere() ?? this.start() !== undefined);
  protected readonly resident = signal<ResidentBrief | null>(null);
  protected readonly items = this.api.read(listItems, () => {
    const resident = this.resident();
    return resident === null ? undefined : { query: { residentId: resident.id, limit: 200 } };
  });
  protected readonly kept = computed(() =>
    (this.items.hasValue() ? this.items.value().items : []).filter(({ custody }) => custody.at !== 'ended'),
  );
  protected readonly itemIds = signal<readonly string[]>([]);
  protected readonly note = signal('');
  protected readonly searching = commandOf(startSearch, ({ receipt }) => {
    this.receipts.show('search', receipt);
    this.note.set('');
    this.stop();
    return this.board.refresh();
  });
  protected readonly finding = commandOf(reportFound, ({ receipt }) => {
    this.receipts.show('found', receipt);
    return this.board.refresh();
  });
  protected readonly stages = computed(() => {
    const missing = this.board.current()?.missing ?? [];
    return (['searching', 'lost'] as const).map((stage) => ({
      stage,
      items: missing.filter(({ custody }) => custody.at === 'missing' && custody.stage === stage),
    }));
  });
  protected readonly nothingMissing = computed(() => this.board.current()?.missing.length === 0);

  /** What is done about losses is read again after every entry, be it of another tablet. */
  protected readonly losses = this.api.read(listLosses);
  private readonly known = computed(() => (this.losses.hasValue() ? this.losses.value().losses : []));
  protected readonly past = computed(() => {
    const missing = new Set((this.board.current()?.missing ?? []).map(({ id }) => id));
    return this.known().filter(({ item, ending }) => ending !== null && !missing.has(item.id));
  });

  protected readonly unclaimed = computed(() => {
    const { held, out } = this.board.current() ?? { held: [], out: [] };
    const nobodys = [...held, ...out].filter(({ resident }) => resident === null);
    return nobodys.filter(({ id }, place) => nobodys.findIndex((other) => other.id === id) === place);
  });

  protected searchable(item: Item): boolean {
    return item.custody.at === 'stored' || item.custody.at === 'out';
  }

  constructor() {
    bringWords({ searching });
    let revision: number | undefined;
    effect(() => {
      const now = this.board.current()?.revision;
      if (revision !== undefined && now !== revision) untracked(() => this.losses.reload());
      revision = now;
    });
  }

  protected lossOf({ id }: Item): Loss | undefined {
    return this.known().find(({ item }) => item.id === id);
  }

  /** followed is what was written down here, seen here at once. */
  protected followed(): Promise<void> {
    this.losses.reload();
    return this.board.refresh();
  }

  protected begin(): void {
    this.openedHere.set(true);
  }

  protected choose(resident: ResidentBrief | null): void {
    this.resident.set(resident);
    this.itemIds.set([]);
    this.searching.forget();
  }

  protected stop(): void {
    this.openedHere.set(false);
    this.choose(null);
  }

  protected async search(event: Event): Promise<void> {
    event.preventDefault();
    await this.searching.send({ itemIds: [...this.itemIds()], note: this.note() });
  }

  protected async found(item: Item): Promise<void> {
    await this.finding.send({ itemIds: [item.id] });
  }

  protected async reportLost(item: Item): Promise<void> {
    const { LossDialog } = await import('./loss-dialog');
    const ref = this.dialog.open<unknown, Item, boolean>(LossDialog, {
      data: item,
      width: '640px',
      autoFocus: 'dialog',
    });
    if ((await firstValueFrom(ref.afterClosed())) === true) await this.board.refresh();
  }
}
