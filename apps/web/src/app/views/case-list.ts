import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { formatTime } from '../ui/format';
import { DayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import type { Exceptional } from './viewing';

type Case = Exceptional['cases'][number];

const FEW = 5;

/** CaseList is who looked, when, how often, on which screens and at whom; each leads to the views of that day. */
@Component({
  selector: 'az-case-list',
  imports: [DayPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (one of of().cases; track one.staff.id + one.on) {
        <li>
          <strong>{{ speech.say('words.staffHolder', { name: one.staff.name }) }}</strong>
          @if (one.own) {
            <span class="own">{{ speech.say('viewing.review.' + (one.staff.id === me() ? 'own' : 'signers')) }}</span>
          }
          <span>{{ one.on | azDay }}</span>
          <span>{{ times(one) }}</span>
          <span>{{ screens(one) }}</span>
          <span>{{ names(one) }}</span>
          <a [routerLink]="['/views']" [queryParams]="{ staff: one.staff.id, day: one.on }">{{
            speech.say('viewing.review.list')
          }}</a>
        </li>
      }
    </ul>
    @if (of().cases.length < of().total) {
      <p class="az-soft">
        {{ speech.say('viewing.review.cut', { total: of().total, shown: of().cases.length }) }}
      </p>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 4px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 14px;
      padding-block: 4px;
      border-bottom: 1px solid var(--az-line);
      overflow-wrap: anywhere;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
      margin-inline-start: auto;
    }
    .own {
      font-weight: 700;
    }
  `,
})
export class CaseList {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  readonly of = input.required<Exceptional>();
  protected readonly me = computed(() => this.session.staff()?.id);

  protected times({ from, to, views }: Case): string {
    const [begins, ends] = [formatTime(from), formatTime(to)];
    return begins === ends
      ? this.speech.say('viewing.review.once', { from: begins, views })
      : this.speech.say('viewing.review.case', { from: begins, to: ends, views });
  }

  protected screens({ screens }: Case): string {
    return screens.map((screen) => this.speech.say(`viewing.screen.${screen}`)).join(this.speech.say('words.join'));
  }

  /** Few are named; of many it is said how many. */
  protected names({ residents }: Case): string {
    return residents.length > FEW
      ? this.speech.say('viewing.review.residents', { count: residents.length })
      : residents.map(({ name }) => this.speech.person(name)).join(this.speech.say('words.join'));
  }
}
