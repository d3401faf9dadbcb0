import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { overdueOf } from './overdue';

/** OverdueStrip stands on every screen, day and night, while something has not come back; leaders also see what is long overdue. */
@Component({
  selector: 'az-overdue-strip',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (overdue().items.length > 0) {
        <a routerLink="/today">
          <az-icon name="warning" />
          <strong>{{ speech.say('shell.overdue.title', { count: overdue().items.length }) }}</strong>
          <span>{{ first() }}</span>
          @if (overdue().long > 0 && session.may('review-emergency')) {
            <strong class="long">{{ speech.say('shell.overdue.long', { count: overdue().long }) }}</strong>
          }
        </a>
      }
    </div>
  `,
  styles: `
    a {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 14px;
      min-height: var(--az-target-floor);
      padding: 8px var(--az-page);
      background: var(--az-red-fill);
      color: var(--az-on-fill);
      text-decoration: none;
    }
    az-icon {
      width: 28px;
      height: 28px;
    }
    .long {
      padding: 1px 12px;
      border: 2px solid currentColor;
      border-radius: 999px;
    }
  `,
})
export class OverdueStrip {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly board = inject(Board);
  private readonly clock = inject(Clock);

  protected readonly overdue = computed(() => overdueOf(this.board.current()?.out ?? [], this.clock.now()));
  protected readonly first = computed(() => {
    const [item] = this.overdue().items;
    if (!item) return '';
    const who = item.resident === null ? this.speech.say('words.nobody') : this.speech.person(item.resident.name);
    return this.speech.say('shell.overdue.first', { who, what: this.speech.item(item.kind, item.label) });
  });
}
