import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { DayPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { type Notice, residentsOf } from './notice';

/** NoticeLines are whose items a notice speaks of, what ends, and when. */
@Component({
  selector: 'az-notice-lines',
  imports: [DayPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (one of people(); track one.resident.id) {
      <p>
        <a [routerLink]="['/residents', one.resident.id]">{{ speech.person(one.resident.name) }}</a>
        <span class="az-soft">{{ one.resident.room }}</span>
      </p>
      <ul>
        @for (line of one.lines; track line.itemId + line.kind + line.date) {
          <li>
            <b>{{ speech.item(line.itemKind, line.label) }}</b>
            <span>{{ speech.word('deadline', line.kind) }}</span>
            <span class="day">{{ line.date | azDay }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    p span {
      margin-inline-start: 10px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    .day {
      white-space: nowrap;
    }
  `,
})
export class NoticeLines {
  protected readonly speech = inject(Speech);
  readonly notice = input.required<Pick<Notice, 'lines'>>();
  protected readonly people = computed(() => residentsOf(this.notice()));
}
