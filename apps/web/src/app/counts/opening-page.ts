import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AnswerOf, confirmCounts, readOpening, startCount, takeOverCount } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { CountingWords } from './counting';

type Drawer = AnswerOf<typeof readOpening>['drawers'][number];

/** OpeningPage is 開始時の棚卸し: the list that was taken over against the cabinet, drawer by drawer, and the papers that come of it. */
@Component({
  selector: 'az-opening-page',
  imports: [EmptyState, Icon, Outcome, PageHeading, PaperButton, RouterLink, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './opening-page.html',
  styleUrl: './opening-page.scss',
})
export class OpeningPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(CountingWords);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly receipts = inject(Receipts);
  protected readonly read = inject(Api).read(readOpening);

  /** F2 and F1 of everybody whose items lie here without a signed paper, in the order of the rooms. */
  protected readonly held: PaperDraft = { held: true };
  protected readonly drawers = computed(() => (this.read.hasValue() ? this.read.value().drawers : []));
  protected readonly left = computed(() => this.drawers().reduce((sum, { left }) => sum + left, 0));
  protected readonly done = computed(
    () => this.left() === 0 && this.drawers().every(({ open, awaited }) => open === null && awaited.length === 0),
  );
  protected readonly mayCount = computed(() => this.session.may('count'));
  protected readonly starting = commandOf(startCount, ({ count }) => this.go(count.id));
  protected readonly taking = commandOf(takeOverCount, ({ count }) => this.go(count.id));
  protected readonly confirming = commandOf(confirmCounts, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.read.reload();
  });

  constructor() {
    following(this.read);
  }

  protected isMine({ id }: { readonly id: string }): boolean {
    return this.session.staff()?.id === id;
  }

  protected verb({ open }: Drawer): string {
    const word = open === null ? 'start' : this.isMine(open.owner) ? 'goOn' : 'takeOver';
    return this.speech.say(`counting.${word}`);
  }

  protected async count({ id, open }: Drawer): Promise<void> {
    if (open === null) await this.starting.send({ drawerId: id, listed: true });
    else if (this.isMine(open.owner)) await this.go(open.id);
    else await this.taking.send({}, { path: { id: open.id } });
  }

  /** toConfirm are the counts of a drawer at which somebody else may look a second time. */
  protected toConfirm({ awaited }: Drawer): readonly string[] {
    return awaited.flatMap(({ id, countedBy }) => (this.isMine(countedBy) ? [] : id));
  }

  protected async confirm(drawer: Drawer): Promise<void> {
    await this.confirming.send({ countIds: [...this.toConfirm(drawer)] });
  }

  private go(id: string): Promise<boolean> {
    return this.router.navigate(['/counts', id]);
  }
}
