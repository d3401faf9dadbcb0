import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  confirmReconciliation,
  dropReconciliation,
  finishReconciliation,
  joinCount,
  readReconciliation,
} from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { following } from '../ui/following';
import { FormEnd } from '../ui/form-end';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { PaperButton } from '../ui/paper-button';
import { type Receipt, Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { CorrectionsPanel } from './corrections-panel';
import { MonthDrawers } from './month-drawers';
import { MonthResult } from './month-result';
import { type DrawerLine, type ReconciliationAnswer, ReconcilingWords } from './reconciling';

/** MonthPage is the 照合 of one month: its drawers are counted, then what differed is shown, then a second person closes it. */
@Component({
  selector: 'az-month-page',
  imports: [
    CorrectionsPanel,
    FormEnd,
    MonthDrawers,
    MonthResult,
    Outcome,
    PageHeading,
    PaperButton,
    RouterLink,
    Unread,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './month-page.html',
  styles: `
    .late {
      color: var(--az-red);
    }
  `,
})
export class MonthPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ReconcilingWords);
  private readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  readonly id = input.required<string>();

  protected readonly read = inject(Api).read(readReconciliation, () => ({ path: { id: this.id() } }));
  protected readonly month = linkedSignal<ReconciliationAnswer | null>(() =>
    this.read.hasValue() ? this.read.value() : null,
  );
  protected readonly may = computed(() => ({
    count: this.session.may('count'),
    reconcile: this.session.may('reconcile'),
    confirm: this.session.may('confirm-reconciliation'),
    print: this.session.may('print-forms'),
  }));
  protected readonly hadAHand = computed(() => this.month()?.hands.includes(this.session.staff()?.id ?? '') ?? false);
  protected readonly left = computed(
    () =>
      this.month()?.drawers.filter(({ count, optional }) => (count === null ? !optional : !ended(count.stage)))
        .length ?? 0,
  );
  protected readonly begun = computed(() => this.month()?.drawers.some(({ count }) => count !== null) ?? false);
  protected readonly paper = computed(() => ({ reconciliationId: this.id() }));

  protected readonly joining = commandOf(joinCount, ({ count }) => this.router.navigate(['/counts', count.id]));
  protected readonly finishing = commandOf(finishReconciliation, (answer) => this.take(answer));
  protected readonly confirming = commandOf(confirmReconciliation, (answer) => this.take(answer));
  protected readonly dropping = commandOf(dropReconciliation, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    return this.router.navigate(['/counts/months']);
  });

  constructor() {
    following(this.read);
  }

  protected async count({ id, count }: DrawerLine): Promise<void> {
    if (count === null) await this.joining.send({ drawerId: id }, this.where());
    else await this.router.navigate(['/counts', count.id]);
  }

  protected async finish(): Promise<void> {
    if (this.left() === 0) await this.finishing.send({}, this.where());
  }

  protected async confirm(): Promise<void> {
    await this.confirming.send({}, this.where());
  }

  protected async drop(): Promise<void> {
    await this.dropping.send({}, this.where());
  }

  protected take({ receipt, reconciliation }: TakenIn): void {
    this.month.set(reconciliation);
    this.receipts.show('recorded', receipt);
  }

  private where() {
    return { path: { id: this.id() } };
  }
}

interface TakenIn {
  readonly receipt: Receipt;
  readonly reconciliation: ReconciliationAnswer;
}

function ended(stage: string): boolean {
  return stage === 'awaited' || stage === 'closed';
}
