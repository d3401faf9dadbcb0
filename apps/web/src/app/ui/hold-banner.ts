import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { resumeReminders } from '@azukari/contract';
import type { Hold } from '@azukari/domain';

import { Session } from '../session/session';
import { Banner } from './banner';
import { commandOf } from './command';
import { HeartbeatWords } from './heartbeat-words';
import { Outcome } from './outcome';
import { Speech } from './speech';

/** HoldBanner says why no notice is sent, and lets a manager who has looked go on. */
@Component({
  selector: 'az-hold-banner',
  imports: [Banner, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
  `,
  template: `
    <az-banner [title]="speech.say('heartbeat.hold.title', { why: speech.word('hold', hold()) })" [body]="body()">
      @if (mayResume()) {
        <button
          type="button"
          class="az-button az-button--floor"
          [attr.aria-disabled]="resuming.locked()"
          (click)="resume()"
        >
          {{ speech.say('heartbeat.resume') }}
        </button>
      }
    </az-banner>
    <az-outcome [of]="resuming.ended()" (again)="resuming.again()" />
  `,
})
export class HoldBanner {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(HeartbeatWords);
  private readonly session = inject(Session);
  readonly hold = input.required<Hold>();
  readonly resumed = output();

  protected readonly mayResume = computed(() => this.session.may('appoint'));
  protected readonly body = computed(() => {
    const why = this.speech.say(`heartbeat.hold.${this.hold()}`);
    return this.mayResume() ? why : why + this.speech.say('heartbeat.managerResumes');
  });
  protected readonly resuming = commandOf(resumeReminders, () => this.resumed.emit());

  protected async resume(): Promise<void> {
    await this.resuming.send({ hold: this.hold() });
  }
}
