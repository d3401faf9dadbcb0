import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { bounceReminder, withholdReminder } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import type { Notice } from './notice';

/** NoticeDecision decides that a notice is not told, or that a mail came back, after it has said what follows. */
@Component({
  selector: 'az-notice-decision',
  imports: [Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.asks]': 'asking()' },
  template: `
    @if (asking()) {
      <div class="sure" role="group" [attr.aria-label]="say('title')">
        <p>
          <b>{{ say('title') }}</b><br />{{ say('body') }}
        </p>
        <az-outcome [of]="command().ended()" (again)="command().again()" />
        <div class="az-row">
          <button
            type="button"
            class="az-button az-button--danger"
            [attr.aria-disabled]="command().locked()"
            (click)="decide()"
          >
            {{ say('submit') }}
          </button>
          <button type="button" class="az-button" (click)="asking.set(false)">
            {{ speech.say('shell.cancel') }}
          </button>
        </div>
      </div>
    } @else {
      <button type="button" class="az-button az-button--quiet" (click)="asking.set(true)">
        <az-icon [name]="what() === 'withheld' ? 'close' : 'back'" />{{ say('begin')
        }}<span class="az-sr-only">{{ who() }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(.asks) {
      flex: 1 1 100%;
    }
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
export class NoticeDecision {
  protected readonly speech = inject(Speech);
  readonly notice = input.required<Notice>();
  readonly what = input.required<'withheld' | 'bounced'>();
  /** who is the person that is told, for those who hear the screen. */
  readonly who = input.required<string>();
  readonly decided = output<'withheld' | 'bounced'>();

  protected readonly asking = signal(false);
  private readonly commands = {
    withheld: commandOf(withholdReminder, () => this.decided.emit('withheld')),
    bounced: commandOf(bounceReminder, () => this.decided.emit('bounced')),
  };
  protected readonly command = computed(() => this.commands[this.what()]);

  /** A letter is not posted, a call not made, a matter not seen to: each has its own verb. */
  protected say(part: 'begin' | 'title' | 'body' | 'submit'): string {
    const of = this.what() === 'withheld' ? `withheld.${this.notice().channel}` : 'bounced';
    return this.speech.say(`notice.decision.${of}.${part}`);
  }

  protected async decide(): Promise<void> {
    await this.command().send({}, { path: { id: this.notice().id } });
  }
}
