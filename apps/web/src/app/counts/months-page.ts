import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { readReconciliations, startReconciliation } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { following } from '../ui/following';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { type MonthLine, ReconcilingWords } from './reconciling';

/** MonthsPage is 毎月の照合: each month that is over, and how its 照合 stands. */
@Component({
  selector: 'az-months-page',
  imports: [EmptyState, Icon, Outcome, PageHeading, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './months-page.html',
  styleUrl: './months-page.scss',
})
export class MonthsPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ReconcilingWords);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly read = inject(Api).read(readReconciliations);

  protected readonly mayBegin = computed(() => this.session.may('reconcile'));
  protected readonly starting = commandOf(startReconciliation, ({ reconciliation }) =>
    this.router.navigate(['/counts/months', reconciliation.id]),
  );

  constructor() {
    following(this.read);
  }

  protected state({ reconciliation }: MonthLine): string {
    return this.speech.say(`reconciling.state.${reconciliation?.stage ?? 'none'}`);
  }

  protected async begin({ month }: MonthLine): Promise<void> {
    await this.starting.send({ month });
  }
}
