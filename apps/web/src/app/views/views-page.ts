import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listResidents, listStaff, listViewReviews } from '@azukari/contract';
import { isCalendarDay, isUuid } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { DayPipe, MomentPipe } from '../ui/moment-pipes';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { screenOf, type ViewFilter, ViewPages } from './view-pages';
import { ViewingWords } from './viewing';

/** ViewsPage is 閲覧の記録: the reviews of the quarters, and who looked at whom, when and on which screen. */
@Component({
  selector: 'az-views-page',
  imports: [DayPipe, EmptyState, Field, Icon, MomentPipe, PageHeading, RouterLink, Unread],
  providers: [ViewPages],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './views-page.html',
  styleUrl: './views-page.scss',
})
export class ViewsPage {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(ViewingWords);
  protected readonly pages = inject(ViewPages);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly resident = input<string>();
  readonly staff = input<string>();
  readonly day = input<string>();

  protected readonly reviews = this.api.read(listViewReviews);
  protected readonly residents = this.api.read(listResidents, () => ({ query: { left: true } }));
  protected readonly people = this.api.read(listStaff, () => ({ query: { left: true } }));
  protected readonly mayReview = computed(() => this.session.may('review-views'));
  protected readonly filter = computed<ViewFilter>(() => {
    const [resident, staff, day] = [this.resident(), this.staff(), this.day()];
    return {
      resident: isUuid(resident) ? resident : null,
      staff: isUuid(staff) ? staff : null,
      day: isCalendarDay(day) ? day : null,
    };
  });
  protected readonly filtered = computed(() => Object.values(this.filter()).some((value) => value !== null));
  protected readonly screenOf = screenOf;

  constructor() {
    effect(() => {
      void this.pages.open(this.filter());
    });
  }

  /** narrow writes the filter into the address, so that it can be gone back to. */
  protected narrow(name: keyof ViewFilter, event: Event): void {
    void this.router.navigate(['/views'], { queryParams: { ...this.filter(), [name]: valueOf(event) || null } });
  }
}
