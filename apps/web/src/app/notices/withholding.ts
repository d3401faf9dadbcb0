import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { withholdReminder } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';

/** Withholding decides that what waits is not told, after it has said what that means. */
@Component({
  selector: 'az-withholding',
  imports: [Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (asking()) {
      <div class="sure" role="group" [attr.aria-label]="speech.say('notice.withhold.title')">
        <p>
          <b>{{ speech.say('notice.withhold.title') }}</b><br />{{ speech.say('notice.withhold.body') }}
        </p>
        <az-outcome [of]="withholding.ended()" (again)="withholding.again()" />
        <div class="az-row">
          <button
            type="button"
            class="az-button az-button--danger"
            [attr.aria-disabled]="withholding.locked()"
            (click)="withhold()"
          >
            {{ speech.say('notice.withhold.submit') }}
          </button>
          <button type="button" class="az-button" (click)="asking.set(false)">
            {{ speech.say('shell.cancel') }}
          </button>
        </div>
      </div>
    } @else {
      <button type="button" class="az-button az-button--quiet" (click)="asking.set(true)">
        <az-icon name="close" />{{ speech.say('notice.withhold.begin') }}<span class="az-sr-only">{{ who() }}</span>
      </button>
    }
  `,
  styles: `
    .sure {
      display: grid;
      gap: 10px;
      padding: 14px 16px;
      border-inline-start: 6px solid var(--az-red);
      border-radius: var(--az-radius-small);
      background: var(--az-sunken);
    }
  `,
})
export class Withholding {
  protected readonly speech = inject(Speech);
  readonly noticeId = input.required<string>();
  /** who is the person that would be told, for those who hear the screen. */
  readonly who = input.required<string>();
  readonly withheld = output();

  protected readonly asking = signal(false);
  protected readonly withholding = commandOf(withholdReminder, () => this.withheld.emit());

  protected async withhold(): Promise<void> {
    await this.withholding.send({}, { path: { id: this.noticeId() } });
  }
}
