import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { BoardAnswer } from '../ui/board';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { CountPipe, DayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';

/** What is shown here is a beginning; 期限 has them all. */
const SHOWN = 8;

/** NearDates are the dates that are near or have passed, soonest first, as 期限 marks them, and the way to all of them. */
@Component({
  selector: 'az-near-dates',
  imports: [CountPipe, DayPipe, Icon, KindShapeDrawing, RouterLink, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="az-lines">
      @for (one of shown(); track one.item.id + one.kind + one.date) {
        <li class="az-line" [attr.data-standing]="one.standing">
          <az-kind-shape [kind]="one.item.kind" />
          <div class="az-line-facts">
            @if (one.resident; as resident) {
              <a [routerLink]="['/residents', resident.id]">{{ speech.person(resident.name, resident.kana) }}</a>
            } @else {
              <span>{{ speech.say('words.nobody') }}</span>
            }
            <strong>{{ speech.item(one.item.kind, one.item.label) }}</strong>
            <span class="az-soft"
              >{{ speech.word('deadline', one.kind) }} <span class="day">{{ one.date | azDay }}</span></span
            >
          </div>
          <az-state-chip [state]="one.standing === 'overdue' ? 'expired' : 'expiring'" [text]="textOf(one.standing)" />
        </li>
      }
    </ul>
    <p>
      @if (total() > 0) {
        <a class="az-button" routerLink="/deadlines" [queryParams]="{ month: 'near' }"
          ><az-icon name="calendar" />{{ speech.say('today.dates.near', { count: total() | azCount }) }}</a
        >
      }
      @if (unknown() > 0) {
        <a class="az-button" routerLink="/deadlines" [queryParams]="{ month: 'unknown' }"
          ><az-icon name="question" />{{ speech.say('today.dates.unknown', { count: unknown() | azCount }) }}</a
        >
      }
      <a class="az-button" routerLink="/deadlines">{{ speech.say('today.allDeadlines') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .day {
      display: inline-block;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class NearDates {
  protected readonly speech = inject(Speech);
  readonly dates = input.required<BoardAnswer['expiring']>();
  readonly total = input.required<number>();
  readonly unknown = input.required<number>();

  protected readonly shown = computed(() => this.dates().slice(0, SHOWN));

  /** A day on which something is to be looked at does not end anything. */
  protected textOf(standing: BoardAnswer['expiring'][number]['standing']): string | undefined {
    return standing === 'due' ? this.speech.say('today.dates.due') : undefined;
  }
}
