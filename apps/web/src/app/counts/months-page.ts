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
import type { PaperDraft } from '../ui/paper';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { type MonthLine, ReconcilingWords } from './reconciling';

/** MonthsPage is 毎月の照合: each month that is over, and how its 照合 stands. */
@Component({
  selector: 'az-months-page',
  imports: [EmptyState, Icon, Outcome, PageHeading, PaperButton, RouterLink, Unread],
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
  protected readonly mayPrint = computed(() => this.session.may('print-forms'));
  private readonly papers = new Map<string, PaperDraft>();
  protected readonly starting = commandOf(startReconciliation, ({ reconciliation }) =>
    this.router.navigate(['/counts/months', reconciliation.id]),
  );

  constructor() {
    following(this.read);
  }

  protected state({ reconciliation }: MonthLine): string {
    return this.speech.say(`reconciling.state.${reconciliation?.stage ?? 'none'}`);
  }

  /** What a paper is made from is one and the same while the list stands, which is read anew after every entry. */
  protected paperOf(id: string): PaperDraft {
    const known = this.papers.get(id) ?? { reconciliationId: id };
    this.papers.set(id, known);
    return known;
  }

  protected async begin({ month }: MonthLine): Promise<void> {
    await this.starting.send({ month });
  }
}
