import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { keptTooLong, LONGEST_SHIFT_HOURS } from '@azukari/domain';

import type { BoardAnswer } from '../ui/board';
import { Clock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { MomentPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';

/** KeyHolders is who has which key now; a key kept for longer than the longest shift is said. */
@Component({
  selector: 'az-key-holders',
  imports: [Icon, MomentPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (key of keys().held; track key.locker.id) {
        <li [attr.data-late]="tooLong(key.since)">
          <strong><az-icon name="key" />{{ key.locker.path }}</strong>
          <span>{{ speech.say('words.staffHolder', { name: key.holder.name }) }}</span>
          <span class="az-soft">{{ speech.say('words.since', { time: (key.since | azMoment) }) }}</span>
          @if (tooLong(key.since)) {
            <span class="late"><az-icon name="warning" />{{ speech.say('keys.today.tooLong', { hours }) }}</span>
          }
        </li>
      }
    </ul>
    <p>
      <span class="az-soft">{{
        keys().held.length === 0
          ? speech.say('keys.today.allInBox')
          : keys().inBox > 0
            ? speech.say('keys.today.inBox', { count: keys().inBox })
            : ''
      }}</span>
      <a class="az-button az-no-print" routerLink="/keys">{{ speech.say('keys.today.open') }}</a>
    </p>
  `,
  styles: `
    :host,
    ul {
      display: grid;
      gap: 8px;
    }
    li,
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 14px;
      overflow-wrap: anywhere;
    }
    li {
      padding: 10px 14px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
    strong,
    .late {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    .late {
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class KeyHolders {
  protected readonly speech = inject(Speech);
  private readonly clock = inject(Clock);
  protected readonly hours = LONGEST_SHIFT_HOURS;
  readonly keys = input.required<NonNullable<BoardAnswer['keys']>>();

  protected tooLong(since: string): boolean {
    return keptTooLong(since, this.clock.now());
  }
}
