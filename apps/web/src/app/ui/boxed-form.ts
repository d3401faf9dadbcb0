import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';

import type { Underway } from './dialog-form';
import { Outcome } from './outcome';
import { Speech } from './speech';

/** BoxedForm is a small form that opens below a line: its fields, how the command ended, 記録する and やめる, and further ways (`more`). */
@Component({
  selector: 'az-boxed-form',
  imports: [Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-boxed" novalidate (submit)="$event.preventDefault(); send.emit()">
      <ng-content />
      <az-outcome [of]="command().ended()" (again)="command().again()">
        @if (stale()) {
          <button type="button" class="az-button" (click)="anew.emit()">{{ speech.say('shell.reload') }}</button>
        }
      </az-outcome>
      <div class="az-row">
        <button type="submit" class="az-button az-button--primary" [attr.aria-disabled]="command().locked()">
          {{ submit() }}
        </button>
        <button type="button" class="az-button" (click)="cancelled.emit()">{{ speech.say('shell.cancel') }}</button>
        <ng-content select="[more]" />
      </div>
    </form>
  `,
  styles: ':host { display: block; }',
})
export class BoxedForm {
  protected readonly speech = inject(Speech);
  readonly command = input.required<Underway>();
  /** submit is the word on the button that records. */
  readonly submit = input.required<string>();
  readonly send = output();
  readonly cancelled = output();
  /** anew asks for what is known now: somebody else was first. */
  readonly anew = output();

  protected readonly stale = computed(() => {
    const ended = this.command().ended();
    return ended?.kind === 'refused' && ended.refusal.kind === 'stale-version';
  });
}
