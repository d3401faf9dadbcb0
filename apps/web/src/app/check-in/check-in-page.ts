import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { changeCustody, checkIn } from '@azukari/contract';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { DueChip } from '../ui/due-chip';
import { EmptyState } from '../ui/empty-state';
import { HolderChip } from '../ui/holder-chip';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { isLeftBehind, type OutGroup, outGroups } from '../ui/out-groups';
import { PageHeading } from '../ui/page-heading';
import { type Receipt, Receipts } from '../ui/receipts';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { LeftBehind, type Left } from './left-behind';

const MANY = 8;
/** VISITS are the purposes from which one comes back without the cards now and then. */
const VISITS = ['outpatient', 'pharmacy', 'other'];

/** CheckInPage is もどす: everything that is out, one tap each. It is refused to nobody who is signed in. */
@Component({
  selector: 'az-check-in-page',
  imports: [DueChip, EmptyState, HolderChip, Icon, KindShapeDrawing, LeftBehind, Outcome, PageHeading, Skeleton],
  providers: [Board],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-in-page.html',
  styleUrl: './check-in-page.scss',
})
export class CheckInPage {
  protected readonly speech = inject(Speech);
  protected readonly board = inject(Board);
  protected readonly clock = inject(Clock);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);

  /** item in the address is the one that somebody wants to put back: its group stands first, and it is marked. */
  readonly item = input<string>();

  protected readonly text = signal('');
  protected readonly puttingBack = commandOf(checkIn, ({ receipt }) => this.finish('check-in', receipt));
  protected readonly leaving = commandOf(changeCustody, ({ receipt }) => this.finish('change', receipt));
  protected readonly isLeftBehind = isLeftBehind;
  private readonly all = computed(() => {
    const groups = outGroups(this.board.current()?.out ?? []);
    const asked = (group: OutGroup): number => Number(group.items.some(({ id }) => id === this.item()));
    return [...groups].sort((a, b) => asked(b) - asked(a));
  });
  protected readonly many = computed(() => this.all().length > MANY);
  protected readonly groups = computed(() => {
    const text = this.text().trim();
    return this.all().filter(
      ({ resident }) =>
        text === '' ||
        (resident !== null && [resident.name, resident.kana, resident.room].some((part) => part.includes(text))),
    );
  });

  protected async putBack(itemIds: readonly string[]): Promise<void> {
    await this.puttingBack.send({ itemIds: [...itemIds] });
  }

  protected wasVisit({ purpose }: OutGroup): boolean {
    return VISITS.includes(purpose);
  }

  /** leaveBehind makes the place of the visit the holder: the items are there, and nobody here has them. */
  protected async leaveBehind({ itemIds, relation, name }: Left): Promise<void> {
    const holder = { kind: 'other', relation, name } as const;
    await this.leaving.send({ itemIds: [...itemIds], holder });
  }

  protected idsOf(items: readonly { readonly id: string }[]): readonly string[] {
    return items.map(({ id }) => id);
  }

  private finish(verb: string, receipt: Receipt): Promise<void> {
    this.receipts.show(verb, receipt);
    return this.board.refresh();
  }
}
