import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { checkIn, reportFound } from '@azukari/contract';
import { GRACE_MINUTES, hoursSince } from '@azukari/domain';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { Board, type BoardAnswer } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { formatCount, minutesLate } from '../ui/format';
import { HoldBanner } from '../ui/hold-banner';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { CountPipe } from '../ui/moment-pipes';
import { NightListLine } from '../ui/night-list-line';
import { Outcome } from '../ui/outcome';
import { type OutGroup, outGroups } from '../ui/out-groups';
import { OutRow } from '../ui/out-row';
import { IN_PRACTICE } from '../ui/practice';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { BackupBanner } from './backup-banner';
import { BoardTiles } from './board-tiles';
import { ClockBehind } from './clock-behind';
import { EmergencyReviews } from './emergency-reviews';
import { FamilyAnswers } from './family-answers';
import { Heartbeat } from './heartbeat';
import { KeyHolders } from './key-holders';
import { NearDates } from './near-dates';
import { NightFileLine } from './night-file-line';
import { OpeningLine } from './opening-line';
import { OverdueChip } from './overdue-chip';
import { ReconciliationLine } from './reconciliation-line';
import { RecordLine } from './record-line';
import { SecondPersons } from './second-persons';
import { TransfersLine } from './transfers-line';
import { ViewsDue } from './views-due';
import { Whereabouts } from './whereabouts';

/** LISTS are the plain ones, after what is out, to be reviewed or searched for. */
const LISTS = ['held', 'agreementEnded'] as const;

/** TodayPage is 今日: what is out, late first; what is held, missed, or soon to expire. It follows the other tablets. */
@Component({
  selector: 'az-today-page',
  imports: [
    BackupBanner,
    Banner,
    BoardTiles,
    ClockBehind,
    CountPipe,
    EmergencyReviews,
    EmptyState,
    FamilyAnswers,
    Heartbeat,
    HoldBanner,
    ItemTile,
    KeyHolders,
    NearDates,
    NightFileLine,
    NightListLine,
    OpeningLine,
    Outcome,
    OutRow,
    OverdueChip,
    ReconciliationLine,
    RecordLine,
    RouterLink,
    SecondPersons,
    Unread,
    TransfersLine,
    ViewsDue,
    Whereabouts,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './today-page.html',
  styleUrl: './today-page.scss',
})
export class TodayPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly board = inject(Board);
  protected readonly clock = inject(Clock);
  /** No paper and no mail leaves a practice house: nothing is said of them. */
  protected readonly inPractice = inject(IN_PRACTICE);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);

  protected readonly puttingBack = commandOf(checkIn, ({ receipt }) => this.finish('check-in', receipt));
  protected readonly finding = commandOf(reportFound, ({ receipt }) => this.finish('found', receipt));
  protected readonly groups = computed(() => outGroups(this.board.current()?.out ?? []));
  protected readonly lateItems = computed(() => {
    const now = this.clock.now();
    return (this.board.current()?.out ?? []).filter(
      ({ custody }) =>
        custody.at === 'out' && custody.dueBackAt !== null && minutesLate(custody.dueBackAt, now) >= GRACE_MINUTES,
    ).length;
  });

  protected readonly lists = computed(() => {
    const seen = this.board.current();
    return LISTS.flatMap((name) => {
      const items = seen?.[name] ?? [];
      return items.length === 0 ? [] : [{ name, items }];
    });
  });

  /** cut says how much of a list is shown when the server left some out; null when it is all there. */
  protected cut(name: keyof BoardAnswer['totals']): string | null {
    const seen = this.board.current();
    if (!seen || seen[name].length >= seen.totals[name]) return null;
    const [shown, total] = [formatCount(seen[name].length), formatCount(seen.totals[name])];
    return this.speech.say('today.cut', { shown, total });
  }

  protected readonly hoursSince = hoursSince;

  /** lossOf is how far the guide is of an item that was reported as lost. */
  protected lossOf(itemId: string): BoardAnswer['losses'][number] | undefined {
    return this.board.current()?.losses.find((loss) => loss.itemId === itemId);
  }

  protected holdOf({ custody }: Item) {
    return custody.at === 'stored' ? custody.hold : null;
  }

  protected async putBack(itemIds: readonly string[]): Promise<void> {
    await this.puttingBack.send({ itemIds: [...itemIds] });
  }

  protected async found(itemId: string): Promise<void> {
    await this.finding.send({ itemIds: [itemId] });
  }

  protected change(group: OutGroup): void {
    void this.router.navigate(['/change'], { queryParams: { items: group.items.map(({ id }) => id).join(',') } });
  }

  protected show(section: string): void {
    document.getElementById(section)?.scrollIntoView({ block: 'start' });
  }

  private finish(verb: string, receipt: Receipt): Promise<void> {
    const seen = this.board.current();
    this.receipts.show(verb, receipt, [...(seen?.out ?? []), ...(seen?.missing ?? [])]);
    return this.board.refresh();
  }
}
