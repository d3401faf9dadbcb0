import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import { Field } from './field';
import { valueOf } from './form-texts';
import type { Days } from './period';
import { Speech } from './speech';

/** PeriodFields asks for the first and the last day of a period. */
@Component({
  selector: 'az-period-fields',
  imports: [Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-field [label]="speech.say('shell.firstDay')" [for]="name() + '-from'" [error]="issue()">
      <input
        class="az-input"
        type="date"
        [id]="name() + '-from'"
        [attr.aria-describedby]="name() + '-from-error'"
        [attr.aria-invalid]="issue() ? true : null"
        [value]="days().from"
        (change)="choose.emit({ from: valueOf($event) })"
      />
    </az-field>
    <az-field [label]="speech.say('shell.lastDay')" [for]="name() + '-to'">
      <input
        class="az-input"
        type="date"
        [id]="name() + '-to'"
        [attr.aria-describedby]="name() + '-from-error'"
        [attr.aria-invalid]="issue() ? true : null"
        [value]="days().to"
        (change)="choose.emit({ to: valueOf($event) })"
      />
    </az-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      align-items: start;
      gap: 8px;
    }
  `,
})
export class PeriodFields {
  protected readonly speech = inject(Speech);
  readonly name = input.required<string>();
  readonly days = input.required<Days>();
  readonly issue = input.required<string | null>();
  readonly choose = output<Partial<Days>>();
  protected readonly valueOf = valueOf;
}
