import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';

import { Session } from '../session/session';
import { Banner } from '../ui/banner';
import { HeartbeatWords } from '../ui/heartbeat-words';
import { Speech } from '../ui/speech';

/** ClockBehind says that the clock stands before what was already recorded, which in a demo is because somebody set it back. */
@Component({
  selector: 'az-clock-behind',
  imports: [Banner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<az-banner tone="info" [title]="speech.say('heartbeat.ahead.title')" [body]="body()" />`,
})
export class ClockBehind {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(HeartbeatWords);
  private readonly session = inject(Session);
  readonly until = input.required<string>();

  protected readonly body = computed(() => {
    const why = this.session.current()?.demo === true ? this.speech.say('heartbeat.ahead.demo') : '';
    return this.speech.say('heartbeat.ahead.body', { time: this.speech.moment(this.until()) }) + why;
  });
}
