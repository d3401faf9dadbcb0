import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listViewReviews, readViewExceptions, reviewViews } from '@azukari/contract';
import { isQuarter, VIEW_OUTCOMES, type ViewException, type ViewOutcome } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';
import { CaseList } from './case-list';
import { type Exceptional, ViewingWords } from './viewing';

interface Draft {
  readonly outcome: ViewOutcome | null;
  readonly note: string;
}

const BLANK: Draft = { outcome: null, note: '' };

/** ReviewPage is the review of a quarter: what stands out, a result and a remark for each kind, and who signs. */
@Component({
  selector: 'az-view-review-page',
  imports: [CaseList, Choices, Icon, Outcome, PageHeading, RouterLink, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
})
export class ReviewPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ViewingWords);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly receipts = inject(Receipts);
  readonly quarter = input.required<string>();

  protected readonly outcomes = VIEW_OUTCOMES;
  private readonly asked = computed(() => (isQuarter(this.quarter()) ? this.quarter() : undefined));
  protected readonly reviews = this.api.read(listViewReviews);
  protected readonly found = this.api.read(readViewExceptions, () => {
    const quarterOn = this.asked();
    return quarterOn === undefined ? undefined : { query: { quarterOn } };
  });
  /** known is the quarter with its review; null for one that is not over. */
  protected readonly known = computed(() =>
    this.reviews.hasValue()
      ? (this.reviews.value().quarters.find(({ quarterOn }) => quarterOn === this.asked()) ?? null)
      : null,
  );
  protected readonly maySign = computed(() => this.session.may('review-views') && this.known()?.review === null);
  /** own are the cases of who signs. */
  protected readonly own = computed(() =>
    this.found.hasValue() ? this.found.value().exceptions.reduce((sum, { own }) => sum + own, 0) : 0,
  );
  private readonly drafts = signal<ReadonlyMap<ViewException, Draft>>(new Map());
  protected readonly signing = commandOf(reviewViews, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    return this.router.navigate(['/views']);
  });

  protected draft(exception: ViewException): Draft {
    return this.drafts().get(exception) ?? BLANK;
  }

  protected write(exception: ViewException, part: Partial<Draft>): void {
    this.drafts.update((before) => new Map([...before, [exception, { ...this.draft(exception), ...part }]]));
  }

  protected judged(exception: ViewException) {
    return this.known()?.review?.judged.find((one) => one.exception === exception) ?? null;
  }

  /** What was left open is sent as it is: the answer names the field. */
  protected async sign(exceptions: readonly Exceptional[]): Promise<void> {
    const judged = exceptions.map(({ exception, total }) => {
      const { outcome, note } = this.draft(exception);
      return { exception, cases: total, outcome: outcome as ViewOutcome, note };
    });
    const signed = await this.signing.send({ quarterOn: this.quarter(), judged });
    if (!signed && this.signing.refusal('views-changed')) this.found.reload();
  }
}
