import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { HEARTBEATS } from '../ui/heartbeat';
import { HeartbeatWords } from '../ui/heartbeat-words';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** Heartbeat is the line that says to everybody whether families are told: 最終配信 本日 08:00・12件受付・0件エラー. */
@Component({
  selector: 'az-heartbeat',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'of().state', '[class.wrong]': '!beat().ok' },
  template: `
    <span class="line"><az-icon [name]="beat().icon" />{{ line() }}</span>
    @if (!beat().ok) {
      <strong>{{ speech.say('heartbeat.state.' + of().state) }}</strong>
    }
    @if (session.may('see-profile')) {
      <a routerLink="/notices">{{
        speech.say(of().tasks > 0 ? 'heartbeat.tasks' : 'notices.title', { count: of().tasks })
      }}</a>
    } @else if (of().tasks > 0) {
      <span>{{ speech.say('heartbeat.tasks', { count: of().tasks }) }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 10px;
    }
    .line {
      display: inline-flex;
      gap: 10px;
    }
    az-icon {
      flex: none;
      margin-block: 0.2em;
      width: 1.2em;
      height: 1.2em;
      color: var(--az-green);
    }
    :host(.wrong) az-icon,
    strong {
      color: var(--az-red);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--az-target);
    }
  `,
})
export class Heartbeat {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(HeartbeatWords);
  protected readonly session = inject(Session);
  readonly of = input.required<BoardAnswer['notices']>();

  protected readonly beat = computed(() => HEARTBEATS[this.of().state]);
  protected readonly line = computed(() => {
    const { lastAcceptedAt, acceptedToday: accepted, failed } = this.of();
    if (lastAcceptedAt === null) return this.speech.say('heartbeat.never', { failed });
    return this.speech.say('heartbeat.line', { time: this.speech.moment(lastAcceptedAt), accepted, failed });
  });
}
