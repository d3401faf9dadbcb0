import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type AnswerOf, confirmGap, type listGaps } from '@azukari/contract';

import { Session } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { commandOf } from '../ui/command';
import { formatCount } from '../ui/format';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

/** GapExplained is an explanation as it stands in the record, and who confirmed it, or may. */
@Component({
  selector: 'az-gap-explained',
  imports: [Outcome, SignInAgain],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let one = of();
    <p class="az-soft">
      {{
        speech.say('gap.explained.by', {
          name: one.by.name,
          time: speech.moment(one.at),
          seq: formatCount(one.seq),
        })
      }}
    </p>
    <p>
      <strong>{{ speech.say('gap.cause.' + one.cause) }}</strong>
    </p>
    <p class="reason">{{ one.reason ?? speech.say('gap.explained.erased') }}</p>
    @for (gap of one.gaps; track gap.log) {
      <p>
        {{
          speech.say('gap.explained.gave', {
            log: speech.say('gap.log.' + gap.log),
            size: formatCount(gap.size),
            from: formatCount(gap.from),
          })
        }}
      </p>
    }
    @if (one.confirmed; as confirmed) {
      <p>
        {{ speech.say('gap.explained.confirmed', { name: confirmed.by.name, time: speech.moment(confirmed.at) }) }}
      </p>
    } @else if (mine() || !session.may('confirm-gap')) {
      <p>{{ speech.say(mine() ? 'gap.explained.mine' : 'gap.explained.waits') }}</p>
    } @else if (confirming.refusal('sign-in-not-fresh')) {
      <az-sign-in-again
        [title]="speech.say('gap.again.title')"
        [lead]="speech.say('gap.again.lead', { name: session.staff()?.name ?? '' })"
        [action]="speech.say('gap.again.confirm')"
        (done)="confirming.again()"
      />
    } @else {
      <p>{{ speech.say('gap.explained.confirmLead') }}</p>
      <az-outcome [of]="confirming.ended()" (again)="confirming.again()" />
      <button
        type="button"
        class="az-button az-button--primary"
        [attr.aria-disabled]="confirming.locked()"
        (click)="confirm()"
      >
        {{ speech.say('gap.explained.confirm') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      justify-items: start;
    }
    .reason {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class GapExplained {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly formatCount = formatCount;
  private readonly receipts = inject(Receipts);
  readonly of = input.required<AnswerOf<typeof listGaps>['explained'][number]>();
  readonly changed = output();
  protected readonly mine = computed(() => this.of().by.id === this.session.staff()?.id);
  protected readonly confirming = commandOf(confirmGap, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  protected async confirm(): Promise<void> {
    await this.confirming.send({ seq: this.of().seq });
  }
}
