import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Instant } from '@azukari/domain';

import type { Colleague, Holder } from '../ui/holder-picker';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** WhoUntil says beside the big button who will have the items and until when; pressing it leads to where both are chosen. */
@Component({
  selector: 'az-who-until',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" class="az-button az-button--quiet az-button--floor" (click)="choose.emit()">
      <span>{{ text() }}</span><az-icon name="pencil" /><span class="az-sr-only">{{
        speech.say('check-out.changeWhoUntil')
      }}</span>
    </button>
  `,
  styles: `
    :host {
      min-width: 0;
    }
    button {
      text-align: start;
    }
    span {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class WhoUntil {
  protected readonly speech = inject(Speech);
  readonly holder = input.required<Holder>();
  readonly staff = input.required<readonly Colleague[]>();
  readonly due = input.required<Instant | null>();
  readonly choose = output();

  private readonly who = computed(() => {
    const holder = this.holder();
    if (holder.kind === 'other') return this.speech.holder(holder);
    const name = this.staff().find(({ id }) => id === holder.staffId)?.name;
    return this.speech.holderRef(`staff:${holder.staffId}`, name ?? null);
  });
  protected readonly text = computed(() => {
    const due = this.due();
    const until =
      due === null ? this.speech.say('words.noDue') : this.speech.say('words.until', { time: this.speech.moment(due) });
    return this.speech.say('check-out.whoUntil', { who: this.who(), until });
  });
}
