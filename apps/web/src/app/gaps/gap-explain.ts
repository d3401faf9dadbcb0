import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, explainGap, type listGaps } from '@azukari/contract';
import { GAP_CAUSES, type GapCause } from '@azukari/domain';

import { Session } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

const MEANS = [0, 1, 2, 3, 4];

/** GapExplain says what ending a gap means, asks why there is one, and has the record signed again. */
@Component({
  selector: 'az-gap-explain',
  imports: [Choices, Outcome, SignInAgain, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ speech.say('gap.explain.title') }}</h2>
    <ul class="means">
      @for (n of means; track n) {
        <li>{{ speech.say('gap.explain.means.' + n) }}</li>
      }
    </ul>
    @if (explaining.refusal('sign-in-not-fresh')) {
      <az-sign-in-again
        [title]="speech.say('gap.again.title')"
        [lead]="speech.say('gap.again.lead', { name: session.staff()?.name ?? '' })"
        [action]="speech.say('gap.again.explain')"
        (done)="explaining.again()"
      />
    } @else {
      <form class="az-stack" novalidate (submit)="$event.preventDefault(); explain()">
        <az-choices
          need="required"
          name="gap-cause"
          [label]="speech.say('gap.explain.cause')"
          [options]="causes"
          words="gap.cause"
          [value]="cause()"
          [error]="explaining.error('cause')"
          (choose)="cause.set($event)"
        />
        <az-text-field
          need="required"
          name="gap-reason"
          [long]="true"
          [label]="speech.say('gap.explain.reason')"
          [hint]="speech.say('gap.explain.reasonHint')"
          [error]="explaining.error('reason')"
          [(text)]="reason"
        />
        <az-outcome [of]="explaining.ended()" (again)="explaining.again()" />
        <button type="submit" class="az-button az-button--primary" [attr.aria-disabled]="explaining.locked()">
          {{ speech.say('gap.explain.submit') }}
        </button>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .means {
      display: grid;
      gap: 6px;
      margin: 0;
      padding-inline-start: 1.2em;
      list-style: disc;
    }
    button {
      justify-self: start;
    }
  `,
})
export class GapExplain {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly receipts = inject(Receipts);
  readonly of = input.required<AnswerOf<typeof listGaps>['open']>();
  readonly changed = output();
  protected readonly means = MEANS;
  protected readonly causes = GAP_CAUSES;
  protected readonly cause = signal<GapCause | null>(null);
  protected readonly reason = signal('');
  protected readonly explaining = commandOf(explainGap, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.changed.emit();
  });

  /** What was left open is sent as it is: the answer names the field. */
  protected async explain(): Promise<void> {
    const gaps = this.of().map(({ log, size, root }) => ({ log, size, root }));
    await this.explaining.send({ gaps, cause: this.cause() as GapCause, reason: this.reason() });
  }
}
