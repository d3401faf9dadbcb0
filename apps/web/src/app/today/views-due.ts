import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { reviewBy } from '@azukari/domain';

import { Banner } from '../ui/banner';
import type { BoardAnswer } from '../ui/board';
import { quarterText } from '../ui/quarter';
import { Speech } from '../ui/speech';

/** ViewsDue says to who reviews that a quarter of views waits, or is late. */
@Component({
  selector: 'az-views-due',
  imports: [Banner, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-banner
      [tone]="of().late ? 'refused' : 'info'"
      [title]="speech.say(of().late ? 'views.today.late' : 'views.today.due')"
      [body]="body()"
    >
      <a class="az-button az-no-print" [routerLink]="['/views', of().quarterOn]">{{
        speech.say('views.today.open')
      }}</a>
    </az-banner>
  `,
})
export class ViewsDue {
  protected readonly speech = inject(Speech);
  readonly of = input.required<NonNullable<BoardAnswer['views']>>();

  protected readonly body = computed(() => {
    const { quarterOn, waiting } = this.of();
    const [quarter, day] = [quarterText(quarterOn, this.speech), this.speech.day(reviewBy(quarterOn))];
    const more = waiting > 1 ? this.speech.say('views.today.more', { count: waiting - 1 }) : '';
    return this.speech.say('views.today.body', { quarter, day }) + more;
  });
}
