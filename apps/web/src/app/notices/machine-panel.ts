import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { HEARTBEATS, type Machine } from '../ui/heartbeat';
import { HeartbeatWords } from '../ui/heartbeat-words';
import { HoldBanner } from '../ui/hold-banner';
import { Icon } from '../ui/icon';
import { CountPipe, DayPipe, MomentPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';

/** MachinePanel says in one sentence whether the machinery is alive, and when and how much it sent. */
@Component({
  selector: 'az-machine-panel',
  imports: [CountPipe, DayPipe, HoldBanner, Icon, MomentPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (machine().hold; as hold) {
      <az-hold-banner [hold]="hold" (resumed)="resumed.emit()" />
    }
    <section class="az-card" [attr.aria-label]="speech.say('notice.machine.label')" [attr.data-state]="machine().state">
      <p class="state" [class.wrong]="!beat().ok">
        <az-icon [name]="beat().icon" /><strong>{{ speech.say('heartbeat.state.' + machine().state) }}</strong>
        <span>{{ speech.say('heartbeat.why.' + (idle() ? 'idle' : machine().state)) }}</span>
      </p>
      @if (missing()) {
        <p class="state wrong">
          <az-icon name="pencil" /><span>{{ speech.say('notice.machine.missing') }}</span>
          @if (session.may('read-settings')) {
            <a class="az-button" routerLink="/facility/notices">{{ speech.say('notice.settings.title') }}</a>
          }
        </p>
      }
      <dl>
        @for (moment of moments(); track moment.name) {
          <div>
            <dt>{{ speech.say('notice.machine.' + moment.name) }}</dt>
            <dd>{{ moment.at ? (moment.at | azMoment) : speech.say('notice.machine.notYet') }}</dd>
          </div>
        }
        @for (name of counts; track name) {
          <div [class.wrong]="name === 'failed' && machine().failed > 0">
            <dt>{{ speech.say('notice.machine.' + name) }}</dt>
            <dd>{{ speech.say('notice.machine.count', { count: machine()[name] | azCount }) }}</dd>
          </div>
        }
        <div>
          <dt>{{ speech.say('notice.machine.nextDueOn') }}</dt>
          <dd>
            @if (machine().nextDueOn; as day) {
              {{ day | azDay }}
            } @else {
              {{ speech.say('notice.machine.nothingDue') }}
            }
          </dd>
        </div>
      </dl>
    </section>
  `,
  styles: `
    :host,
    section {
      display: grid;
      gap: 12px;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
    }
    .state az-icon {
      width: 26px;
      height: 26px;
      color: var(--az-green);
    }
    .wrong az-icon,
    .wrong dd,
    .state.wrong strong {
      color: var(--az-red);
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 28px;
      margin: 0;
    }
    dt {
      font-size: 0.889rem;
      color: var(--az-ink-soft);
    }
    dd {
      margin: 0;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class MachinePanel {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(HeartbeatWords);
  protected readonly session = inject(Session);
  readonly machine = input.required<Machine>();
  readonly resumed = output();

  protected readonly counts = ['acceptedToday', 'pending', 'failed'] as const;
  protected readonly beat = computed(() => HEARTBEATS[this.machine().state]);
  /** Whoever waits for a mail is told that none is due. */
  protected readonly idle = computed(() => {
    const { state, pending, acceptedToday } = this.machine();
    return state === 'working' && pending === 0 && acceptedToday === 0;
  });
  protected readonly missing = computed(() => this.machine().missing.length > 0);
  protected readonly moments = computed(() => {
    const { lastRunAt, lastAcceptedAt } = this.machine();
    return [
      { name: 'lastRunAt', at: lastRunAt },
      { name: 'lastAcceptedAt', at: lastAcceptedAt },
    ] as const;
  });
}
