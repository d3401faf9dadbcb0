import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dayInTokyo } from '@azukari/domain';

import { Session } from '../session/session';
import type { BoardAnswer } from '../ui/board';
import { Clock } from '../ui/clock';
import { HEARTBEATS } from '../ui/heartbeat';
import { HeartbeatWords } from '../ui/heartbeat-words';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** Heartbeat says to everybody whether families are told: that it is alive, when it looked and sent last, what comes next, what failed. */
@Component({
  selector: 'az-heartbeat',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()', role: 'region', '[attr.aria-label]': "speech.say('heartbeat.label')" },
  template: `
    <strong class="state"><az-icon [name]="icon()" />{{ speech.say('heartbeat.state.' + of().state) }}</strong>
    <dl>
      @for (fact of facts(); track fact.name) {
        <div [class.wrong]="fact.name === 'failed' && of().failed > 0">
          <dt>{{ speech.say('heartbeat.fact.' + fact.name) }}</dt>
          <dd>{{ fact.said }}</dd>
        </div>
      }
    </dl>
    @if (session.may('see-profile')) {
      <a class="az-button az-no-print" routerLink="/notices"
        ><az-icon name="bell" />{{
          speech.say(of().tasks > 0 ? 'heartbeat.tasks' : 'heartbeat.open', { count: of().tasks })
        }}</a
      >
    } @else if (of().tasks > 0) {
      <span>{{ speech.say('heartbeat.tasks', { count: of().tasks }) }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      gap: 4px 20px;
      padding: 8px 14px;
      border: 1.5px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
      font-size: 0.889rem;
    }
    .state {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      font-size: 1rem;
    }
    .state az-icon {
      flex: none;
      width: 1.4em;
      height: 1.4em;
    }
    :host([data-tone='ok']) .state {
      color: var(--az-green);
    }
    :host([data-tone='attention']) {
      border-color: var(--az-amber);
    }
    :host([data-tone='attention']) .state {
      color: var(--az-amber);
    }
    :host([data-tone='wrong']) {
      border-color: var(--az-red);
      background: var(--az-red-soft);
    }
    :host([data-tone='wrong']) .state,
    .wrong dd {
      color: var(--az-red);
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 18px;
      margin: 0;
    }
    dl div {
      display: inline-flex;
      gap: 6px;
    }
    dt {
      color: var(--az-ink-soft);
    }
    dd {
      margin: 0;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    /* Beside both lines, so that what is out begins as high as it can. */
    dl + * {
      grid-area: 1 / 2 / span 2;
    }
    @media (max-width: 719px) {
      dl {
        grid-column: 1 / -1;
      }
      dl + * {
        grid-area: 3 / 1 / auto / -1;
        justify-self: end;
      }
    }
  `,
})
export class Heartbeat {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(HeartbeatWords);
  protected readonly session = inject(Session);
  private readonly clock = inject(Clock);
  readonly of = input.required<BoardAnswer['notices']>();

  /** What did not arrive is no reason for a green tick, however well the rest goes. */
  protected readonly tone = computed(() => {
    const { state, failed } = this.of();
    if (!HEARTBEATS[state].ok) return state === 'off' ? 'attention' : 'wrong';
    return failed > 0 ? 'attention' : state === 'resting' ? 'rest' : 'ok';
  });
  protected readonly icon = computed(() =>
    this.tone() === 'attention' && this.of().state !== 'off' ? 'warning' : HEARTBEATS[this.of().state].icon,
  );
  protected readonly facts = computed(() => {
    const { lastRunAt, lastAcceptedAt, acceptedToday, nextDueOn, pending, failed } = this.of();
    const count = (n: number): string => this.speech.say('heartbeat.count', { count: n });
    return [
      { name: 'lastRun', said: this.moment(lastRunAt) },
      { name: 'lastAccepted', said: this.moment(lastAcceptedAt) },
      { name: 'acceptedToday', said: count(acceptedToday) },
      { name: 'next', said: nextDueOn === null ? this.speech.say('heartbeat.nothingDue') : this.speech.day(nextDueOn) },
      { name: 'pending', said: count(pending) },
      { name: 'failed', said: count(failed) },
    ] as const;
  });

  /** A time without its day could be any day's. */
  private moment(at: string | null): string {
    if (at === null) return this.speech.say('heartbeat.notYet');
    if (dayInTokyo(at) !== this.clock.today()) return this.speech.moment(at);
    return this.speech.say('heartbeat.today', { time: this.speech.time(at) });
  }
}
