import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { closeCount, dropCount, enterCount, enterList, readCount, recount, takeOverCount } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Board } from '../ui/board';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { FormEnd } from '../ui/form-end';
import { NightListLine } from '../ui/night-list-line';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { type Receipt, Receipts } from '../ui/receipts';
import { KnownNames } from '../ui/record/known-names';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { CountSheet } from './count-sheet';
import { type CountAnswer, CountingWords, type Sighting } from './counting';
import { DifferenceCard } from './difference-card';
import { ListSheet } from './list-sheet';

/** CountPage is one count: first what is there, without what should be; then each difference; then it is closed. */
@Component({
  selector: 'az-count-page',
  imports: [
    Banner,
    CountSheet,
    DifferenceCard,
    EmptyState,
    FormEnd,
    NightListLine,
    ListSheet,
    Outcome,
    PageHeading,
    RouterLink,
    Unread,
  ],
  providers: [KnownNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './count-page.html',
  styles: `
    ul {
      display: grid;
      gap: 12px;
    }
  `,
})
export class CountPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(CountingWords);
  private readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  /** pouch in the address is opened first: its label was read. */
  readonly pouch = input<string>();

  protected readonly read = inject(Api).read(readCount, () => ({ path: { id: this.id() } }));
  protected readonly count = linkedSignal<CountAnswer | null>(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly mine = computed(() => this.count()?.owner.id === this.session.staff()?.id);
  protected readonly open = computed(
    () => this.count()?.differences.filter(({ settled }) => settled === null).length ?? 0,
  );

  /** mayRecount: too much was entered, nothing is answered, and it is the first time. */
  protected readonly mayRecount = computed(() => {
    const count = this.count();
    if (count?.stage !== 'entered' || count.recounted || !this.mine() || count.countedBy.id !== count.owner.id)
      return false;
    return this.open() === count.differences.length && count.differences.some(({ side }) => side === 'surplus');
  });

  /** back is where the next drawer waits: 開始時の棚卸し, the 照合 for which this one is counted, or 点検. */
  protected readonly back = computed<readonly string[]>(() => {
    const count = this.count();
    if (count?.listed) return ['/counts/opening'];
    const of = count?.reconciliationId ?? null;
    return of === null ? ['/counts'] : ['/counts/months', of];
  });

  private readonly board = inject(Board);
  /** nightList is what comes after the count of the evening. */
  protected readonly nightList = computed(() =>
    this.session.may('print-forms') ? (this.board.current()?.nightList ?? null) : null,
  );

  protected readonly backWord = computed(() => {
    const [, , deeper] = this.back()[0]?.split('/') ?? [];
    return deeper === 'opening' ? 'opening.back' : deeper === 'months' ? 'backToMonth' : 'back';
  });

  protected readonly entering = commandOf(enterCount, (answer) => this.take(answer));
  protected readonly listing = commandOf(enterList, (answer) => this.take(answer));
  protected readonly closing = commandOf(closeCount, (answer) => this.take(answer));
  protected readonly dropping = commandOf(dropCount, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    return this.router.navigate([...this.back()]);
  });
  protected readonly recounting = commandOf(recount, (answer) => this.take(answer));
  protected readonly taking = commandOf(takeOverCount, (answer) => this.take(answer));

  protected async enter(seen: readonly Sighting[]): Promise<void> {
    await this.entering.send({ seen: [...seen] }, this.where());
  }

  protected async drop(): Promise<void> {
    await this.dropping.send({}, this.where());
  }

  protected async enterList(): Promise<void> {
    await this.listing.send({}, this.where());
  }

  protected async close(): Promise<void> {
    await this.closing.send({}, this.where());
  }

  protected async recount(): Promise<void> {
    await this.recounting.send({}, this.where());
  }

  protected async takeOver(): Promise<void> {
    await this.taking.send({}, this.where());
  }

  protected take({ receipt, count }: { readonly receipt: Receipt; readonly count: CountAnswer }): void {
    this.count.set(count);
    this.receipts.show(count.closedAt === null ? 'recorded' : 'counts', receipt);
  }

  private where() {
    return { path: { id: this.id() } };
  }
}
